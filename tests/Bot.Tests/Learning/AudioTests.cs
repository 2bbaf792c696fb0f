using System.Net;
using System.Net.Http.Headers;
using CoopAssistant.Courses.Recordings;
using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Bot.Tests.Learning;

/// <summary>A lesson by ear, over the real bot: what is sent, in which order, and what fetching it gives.</summary>
public sealed class AudioTests
{
    private const string Phone = "+50760000001";
    private static readonly byte[] First = Voice.Of(3);
    private static readonly byte[] Second = Voice.Of(5);

    [Fact]
    public async Task Who_prefers_audio_hears_each_part_first_and_knows_the_weight_of_the_next()
    {
        await using var host = await Recorded();
        await host.Says(Phone, "lecciones");

        var home = await host.Says(Phone, "audio");
        await Listed(host);
        var opened = await host.Says(Phone, "5.1");
        var next = await host.Says(Phone, "1");

        Assert.Contains("prefiere audios", home.Replies[0].Text);
        var (voice, text) = (opened.Replies[0], opened.Replies[1]);
        Assert.Equal(("", "audio/ogg", (long?)First.Length, (int?)3), (voice.Text, voice.Media!.ContentType, voice.Media.Bytes, voice.Media.Seconds));
        Assert.Null(text.Media);
        Assert.Contains("Hoy vemos el libro de caja", text.Text);
        Assert.Equal($"Siguiente (5 s, {(Second.Length + 999) / 1000} KB)", text.Options[0].Label);
        Assert.Equal((long?)Second.Length, next.Replies[0].Media!.Bytes);
        Assert.Equal("Siguiente", next.Replies[1].Options[0].Label); // the third has no voice
    }

    [Fact]
    public async Task A_lesson_named_without_any_list_is_read_first_and_its_voice_offered_with_its_weight()
    {
        await using var host = await Recorded();
        await host.Says(Phone, "lecciones");
        await host.Says(Phone, "audio");

        var opened = await host.Says(Phone, "5.1");
        var next = await host.Says(Phone, "1");

        Assert.Null(Assert.Single(opened.Replies).Media);
        Assert.Contains($"3 s, {(First.Length + 999) / 1000} KB", opened.Replies[0].Options[2].Label, StringComparison.Ordinal);
        Assert.Equal($"Siguiente (5 s, {(Second.Length + 999) / 1000} KB)", opened.Replies[0].Options[0].Label);
        Assert.Equal((long?)Second.Length, next.Replies[0].Media!.Bytes); // from here on she knows before
    }

    [Fact]
    public async Task A_lesson_opened_from_the_list_of_its_module_tells_its_weight_there()
    {
        await using var host = await Recorded();
        await host.Says(Phone, "lecciones");
        var read = await Listed(host);
        await host.Says(Phone, "audio");

        var heard = await Listed(host);
        await host.Says(Phone, "5.1");
        await host.Says(Phone, "siguiente");
        var midway = await Listed(host);

        Assert.Equal("Libro de caja", read);
        Assert.Equal($"Libro de caja (audio de 3 s, {(First.Length + 999) / 1000} KB)", heard);
        Assert.Equal($"Libro de caja (audio de 5 s, {(Second.Length + 999) / 1000} KB)", midway); // where she is in it
    }

    [Fact]
    public async Task The_weight_of_the_next_question_is_told_with_the_one_before()
    {
        await using var host = await Recorded();
        await host.Says(Phone, "lecciones");
        await host.Says(Phone, "audio");
        await host.Says(Phone, "5.1");
        for (var message = 1; message < host.Shelf.Find(LearnerHost.Course)!.Find("5.1", "PA")!.Messages.Count; message++) await host.Says(Phone, "siguiente");

        var first = await host.Says(Phone, "siguiente");
        var second = await host.Says(Phone, "2");

        Assert.EndsWith($"Después viene un audio: 5 s, {(Second.Length + 999) / 1000} KB.", first.Replies[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Después viene", second.Replies[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_voice_yet_is_read()
    {
        await using var host = await Recorded();
        await host.Says(Phone, "lecciones");
        await host.Says(Phone, "audio");
        await host.Says(Phone, "5.1");
        await host.Says(Phone, "1");

        var third = await host.Says(Phone, "1");
        var asked = await host.Says(Phone, "audio");

        Assert.Null(Assert.Single(third.Replies).Media);
        Assert.StartsWith("Esta parte todavía no tiene audio. Aquí está escrita.", Assert.Single(asked.Replies).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_is_offered_the_voice_with_its_weight_and_gets_it_once()
    {
        await using var host = await Recorded();
        await host.Says(Phone, "lecciones");

        var opened = await host.Says(Phone, "5.1");
        var played = await host.Says(Phone, "3");
        var next = await host.Says(Phone, "siguiente");

        Assert.Equal($"Escuchar (3 s, {(First.Length + 999) / 1000} KB)", Assert.Single(opened.Replies).Options[2].Label);
        Assert.Equal((long?)First.Length, played.Replies[0].Media!.Bytes);
        Assert.Contains("Hoy vemos el libro de caja", played.Replies[1].Text);
        Assert.Null(Assert.Single(next.Replies).Media);
    }

    [Fact]
    public async Task A_question_is_heard_after_what_she_is_told_about_her_answer()
    {
        await using var host = await Recorded();
        await host.Says(Phone, "lecciones");
        await host.Says(Phone, "audio");
        await host.Says(Phone, "5.1");
        foreach (var _ in host.Shelf.Find(LearnerHost.Course)!.Find("5.1", "PA")!.Messages) await host.Says(Phone, "siguiente");

        var answered = await host.Says(Phone, "2");

        Assert.Equal(("¡Bien! 50 menos 20 son 30.", (long?)Second.Length), (answered.Replies[0].Text, answered.Replies[0].Media!.Bytes));
        Assert.StartsWith("Pregunta 2 de 3.", answered.Replies[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatsApps_servers_fetch_it_and_a_browser_fetches_parts_of_it()
    {
        await using var host = await Recorded();
        await host.Says(Phone, "lecciones");
        await host.Says(Phone, "5.1");
        var played = await host.Says(Phone, "audio");

        var sent = await Sent(host);
        var whole = await host.Http.GetAsync(new Uri(sent));
        var part = await host.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, sent) { Headers = { Range = new RangeHeaderValue(100, 199) } });
        var head = await host.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, sent));
        var known = await host.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, sent) { Headers = { IfNoneMatch = { whole.Headers.ETag! } } });

        Assert.Equal(host.Url + played.Replies[0].Media!.Url, sent);
        Assert.Equal("audio/ogg", whole.Content.Headers.ContentType!.ToString());
        Assert.Equal(First, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(First[100..200], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.OK, (long)First.Length), (head.StatusCode, head.Content.Headers.ContentLength!.Value));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/audio/aaaaaaaaaaaaaaaaaaaaaa.ogg")).StatusCode);
        Assert.Contains("immutable", whole.Headers.CacheControl!.ToString());
    }

    /// <summary>Two messages and the second question of 5.1 have a voice.</summary>
    private static async Task<LearnerHost> Recorded()
    {
        var host = await LearnerHost.Start();
        await host.Says(Phone, "hola");
        await host.Says(Phone, "Panamá");
        var lesson = host.Shelf.Find(LearnerHost.Course)!.Find("5.1", "PA")!;
        foreach (var (text, sound) in new[] { (lesson.Messages[0].Text, First), (lesson.Messages[1].Text, Second), (SpokenPart.TextOf(lesson.Questions[1]), Second) })
            await host.Use<SaveRecording>(save => save.Handle(new(LearnerHost.Course, "5.1", "es", null, text, sound, "Ana"), default));
        return host;
    }

    /// <summary>How lesson 5.1 stands in the list of its module.</summary>
    private static async Task<string> Listed(LearnerHost host)
    {
        await host.Says(Phone, "lecciones");
        await host.Says(Phone, "módulos");
        var module = await host.Says(Phone, host.Shelf.Find(LearnerHost.Course)!.ModuleOf("5.1")!.Title);
        return module.Replies[^1].Options[0].Label;
    }

    private static async Task<string> Sent(LearnerHost host)
    {
        for (var tries = 0; ; tries++)
        {
            if (host.Twilio.Messages.FirstOrDefault(message => message.MediaUrl is not null) is { } sent) return sent.MediaUrl!;
            Assert.True(tries < 500, "no audio was sent");
            await Task.Delay(20);
        }
    }
}
