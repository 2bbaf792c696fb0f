using System.Net;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Certificates;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.Corrections;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Bot.Tests.Learning;

/// <summary>From the last answer of the last lesson to the paper, over the real bot.</summary>
public sealed class CertificateTests
{
    private const string Phone = "+50760000001";

    [Fact]
    public async Task Who_gives_the_last_answer_gets_the_paper_on_whatsapp_as_a_document_that_can_be_fetched()
    {
        await using var host = await LearnerHost.Start();
        var participant = await host.Registered(Phone);
        await host.FinishAllBut(participant, "8.4");
        var last = await host.ToTheLastQuestion(Phone, "8.4");

        var outcome = await host.Says(Phone, last);

        var media = Assert.Single(outcome.Replies, reply => reply.Media is not null).Media!;
        Assert.Equal(("application/pdf", "constancia.pdf"), (media.ContentType, media.Name));
        var document = await Sent(host);
        Assert.Equal(host.Url + media.Url, document);
        var fetched = await host.Http.GetAsync(new Uri(document));
        var bytes = await fetched.Content.ReadAsByteArrayAsync();
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (fetched.StatusCode, fetched.Content.Headers.ContentType!.ToString()));
        Assert.True(bytes.AsSpan().StartsWith("%PDF-"u8));
        using var head = new HttpRequestMessage(HttpMethod.Head, document);
        var asked = await host.Http.SendAsync(head);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (asked.StatusCode, asked.Content.Headers.ContentType!.ToString()));
        Assert.InRange(asked.Content.Headers.ContentLength!.Value, bytes.Length - 64, bytes.Length + 64); // the document's own time stamps
        Assert.Empty(await asked.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_link_leads_nowhere_when_it_is_changed_or_old_and_says_so_kindly()
    {
        await using var host = await LearnerHost.Start();
        var participant = await host.Registered(Phone);
        await host.EndCourse(participant);
        var link = await Link(host, Phone);
        var changed = link[..20] + (link[20] == 'A' ? 'B' : 'A') + link[21..];

        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(changed)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/constancia/hola/constancia.pdf")).StatusCode);
        host.Clock.Move(TimeSpan.FromDays(6.9));
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync(link)).StatusCode);
        host.Clock.Move(TimeSpan.FromDays(0.2));
        var over = await host.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, over.StatusCode);
        Assert.Contains("escriba LECCIONES en el chat", await over.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Anyone_confirms_the_code_and_learns_initials_and_course_and_nothing_else()
    {
        await using var host = await LearnerHost.Start();
        var participant = await host.Registered(Phone, "María Elena", "Gómez");
        await host.EndCourse(participant);
        await Link(host, Phone);
        var code = await host.Use<CoursesDb, string>(db => db.Certificates.Select(c => c.Code).SingleAsync());

        var page = await host.Http.GetAsync($"/verificar/{code.ToLowerInvariant()}");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Esta constancia es verdadera.", html);
        Assert.Contains("M. E. G.", html);
        Assert.Contains("Gestión cooperativa básica: 40 lecciones, unas 4 horas de práctica", html);
        Assert.DoesNotContain("María", html);
        Assert.DoesNotContain("Gómez", html);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(html.Length < 3000, $"{html.Length} bytes");
    }

    [Fact]
    public async Task A_wrong_code_is_told_kindly_and_written_back_as_text_only()
    {
        await using var host = await LearnerHost.Start();

        var wrong = await host.Http.GetAsync("/verificar/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        var typed = await host.Http.GetAsync("/verificar?codigo=7k4mq-2x9hw");
        var empty = await host.Http.GetAsync("/verificar?codigo=");
        var html = await wrong.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        Assert.Contains("No encontramos una constancia con ese código.", html);
        Assert.DoesNotContain("<script", html);
        Assert.Equal((HttpStatusCode.Redirect, "/verificar/7k4mq-2x9hw"), (typed.StatusCode, typed.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, empty.StatusCode);
    }

    [Fact]
    public async Task Who_tries_many_codes_is_refused_for_a_while()
    {
        await using var host = await LearnerHost.Start();

        var tries = Enumerable.Range(0, 120).Select(n => host.Http.GetAsync($"/verificar/AAAAA-{n:D5}")).ToList();
        var answered = new List<HttpResponseMessage>();
        while (answered.TrueForAll(page => page.StatusCode != HttpStatusCode.TooManyRequests))
        {
            var next = await Task.WhenAny(tries); // those between wait their turn, for seconds
            tries.Remove(next);
            answered.Add(await next);
        }

        var refused = answered[^1];
        Assert.All(answered.SkipLast(1), page => Assert.Equal(HttpStatusCode.NotFound, page.StatusCode));
        Assert.Equal(TimeSpan.FromSeconds(60), refused.Headers.RetryAfter!.Delta);
        Assert.Contains("Espere un minuto", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_corrected_name_is_on_the_paper_of_the_same_link_and_code()
    {
        await using var host = await LearnerHost.Start();
        var participant = await host.Registered(Phone, "Anna", "Rios");
        await host.EndCourse(participant);
        var link = await Link(host, Phone);
        var before = await host.Use<CoursesDb, string>(db => db.Certificates.Select(c => c.Code).SingleAsync());

        var registration = RegistrationId.New(host.Clock);
        await host.Use<ProgrammeDb>(async db =>
        {
            db.Registrations.Add(Registration.Submit(registration, participant, Folio.Draw("PA"), "PA", new("[]", "anna rios", null, null, null, null), null, null, false, host.Clock.GetUtcNow()));
            await db.SaveAsync(default);
        });
        await host.Use<CorrectAnswer>(correct => correct.Handle(new(registration, "nombres", "Ana", "así está en su cédula", "s", 0, null), default));
        var pdf = await host.Http.GetByteArrayAsync(new Uri(host.Url + link));

        var text = Pdf.TextOf(pdf);
        Assert.Contains("Ana Rios", text);
        Assert.DoesNotContain("Anna", text);
        Assert.Contains($"{before[..5]}-{before[5..]}", text);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Two_phones_that_finish_at_the_same_time_get_one_certificate(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind);
        var clock = new HandMovedClock();
        await using var one = await LearnerHost.On(database, clock);
        await using var two = await LearnerHost.On(database, clock);
        var participant = await one.Registered(Phone);
        await two.Registered("dl_portatil", channel: Channel.Web, known: participant);
        await one.FinishAllBut(participant, "8.4");
        var last = await one.ToTheLastQuestion(Phone, "8.4");
        await two.ToTheLastQuestion("dl_portatil", "8.4", Channel.Web);

        var outcomes = await Task.WhenAll(Task.Run(() => one.Says(Phone, last)), Task.Run(() => two.Says("dl_portatil", last, Channel.Web)));

        Assert.All(outcomes, outcome => Assert.Equal(TurnResult.Answered, outcome.Result));
        Assert.Contains(outcomes, outcome => outcome.Replies.Any(reply => reply.Media is not null));
        Assert.All(outcomes, outcome => Assert.True(outcome.Replies[^1] is { Media: not null } or { Options: [{ Label: "Mi constancia" }, ..] }));
        await one.Use<CoursesDb>(async db =>
        {
            Assert.Equal(participant, (await db.Certificates.AsNoTracking().SingleAsync()).ParticipantId);
            Assert.Equal(40, (await db.Enrolments.AsNoTracking().SingleAsync()).LessonsDone);
        });
        var papers = new[] { await Link(one, Phone), await Link(two, "dl_portatil", Channel.Web) };
        var texts = await Task.WhenAll(papers.Select(async link => Pdf.TextOf(await one.Http.GetByteArrayAsync(new Uri(one.Url + link)))));
        Assert.Equal(texts[0], texts[1]);
    }

    private static async Task<string> Link(LearnerHost host, string phone, Channel channel = Channel.WhatsApp)
    {
        await host.Says(phone, "lecciones", channel);
        var outcome = await host.Says(phone, "Mi constancia", channel);
        return outcome.Replies.Single(reply => reply.Media is not null).Media!.Url;
    }

    /// <summary>The file's address as WhatsApp's servers got it.</summary>
    private static async Task<string> Sent(LearnerHost host)
    {
        for (var tries = 0; ; tries++)
        {
            if (host.Twilio.Messages.FirstOrDefault(message => message.MediaUrl is not null) is { } sent) return sent.MediaUrl!;
            Assert.True(tries < 500, "no document was sent");
            await Task.Delay(20);
        }
    }
}
