using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Programme.Recordings;

namespace CoopAssistant.Bot.Tests.Learning;

/// <summary><c>estado</c> by ear over the real bot, on both channels: offered with its weight, sent when asked for or preferred, played where it lies, and told by nobody else's phone.</summary>
public sealed class StatusVoiceTests
{
    private static readonly byte[] Sound = Voice.Of(4);

    private static readonly string[] Registers =
        ["hola", "Panamá", "sí", "registrarme", "sí", "sí", "Ana", "Pérez", "1985", "Coclé", "Antón", "Centro", "tejido", "no", "después", "6123-4567", "1", "1", "4826", "4826", "sí"];

    [Theory]
    [InlineData(Channel.WhatsApp, "+50760000007")]
    [InlineData(Channel.Web, "navegador-7")]
    public async Task She_is_offered_the_voice_with_its_weight_hears_it_once_and_gets_it_unasked_where_she_prefers_audio(Channel channel, string who)
    {
        await using var host = await LearnerHost.Start();
        foreach (var text in Registers) await host.Says(who, text, channel);
        await host.Says(who, "estado", channel);
        var read = await host.Says(who, "4826", channel);
        Assert.DoesNotContain(read.Replies.SelectMany(reply => reply.Options), option => option.Value == "status:listen"); // nobody recorded it: as ever
        await host.Use<SaveStatusVoice>(save => save.Handle(new("PA", "received", "es", Sound, "Ana"), default));

        await host.Says(who, "estado", channel);
        var offered = await host.Says(who, "4826", channel);
        var played = await host.Says(who, "1", channel);
        await host.Says(who, "audio", channel);
        await host.Says(who, "estado", channel);
        var preferred = await host.Says(who, "4826", channel);

        var weight = $"4 s, {(Sound.Length + 999) / 1000} KB";
        Assert.All(offered.Replies, reply => Assert.Null(reply.Media));
        Assert.Equal($"Escuchar ({weight})", offered.Replies[^1].Options[0].Label);
        Assert.Equal(("", (long?)Sound.Length, (int?)4), (played.Replies[0].Text, played.Replies[0].Media!.Bytes, played.Replies[0].Media!.Seconds));
        Assert.Equal(offered.Replies[^1].Options.Skip(1), played.Replies[1].Options); // what else she could choose she still can
        Assert.DoesNotContain("PA-", played.Replies[1].Text, StringComparison.Ordinal);
        Assert.Equal($"Ahora va un audio: {weight}.", preferred.Replies[0].Text);
        Assert.Equal(played.Replies[0].Media, preferred.Replies[1].Media);
        Assert.Contains("Recibimos su registro", preferred.Replies[2].Text, StringComparison.Ordinal);
        Assert.Equal(Sound, await host.Http.GetByteArrayAsync(new Uri(played.Replies[0].Media!.Url, UriKind.Relative)));
    }
}
