using System.Net;
using CoopAssistant.EndToEnd.Loop;
using CoopAssistant.EndToEnd.Support;
using CoopAssistant.Testing;

namespace CoopAssistant.EndToEnd.BadInput;

/// <summary>Whatever is posted: never a 5xx, never a conversation that is stuck, a clear sentence each time.</summary>
public sealed class BadInputTests(BadInputPrograms programs) : IClassFixture<BadInputPrograms>
{
    [Fact]
    public async Task What_Twilio_never_sent_is_refused_and_leaves_no_trace()
    {
        await using var program = await BadInputProgram.Start(DatabaseKind.Sqlite);
        const string form = "MessageSid=SM1&From=whatsapp%3A%2B50760001234&Body=hola&AccountSid=" + Phone.AccountSid;

        Assert.Equal(HttpStatusCode.Forbidden, await program.Post(form, signature: null));
        Assert.Equal(HttpStatusCode.Forbidden, await program.Post(form, signature: "6olkRh2fnVGIxtQ6ASGW7W4OuFo="));
        Assert.Equal(HttpStatusCode.Forbidden, await program.Post(form, signature: new string('x', 5_000)));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await program.Post("{\"Body\":\"hola\"}", type: "application/json"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await program.Post(form, type: "multipart/form-data; boundary=x"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await program.Post(form + new string('a', 100_000)));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await program.Get());
        Assert.Empty(program.Twilio.StandIn.Messages);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Texts_that_nobody_should_send_are_answered_each_with_a_sentence_and_she_goes_on(DatabaseKind kind)
    {
        var program = await programs.On(kind);
        var phone = program.NewPhone();
        string[] texts =
        [
            "hola", new string('a', 1_600), "😀😀😀", "👩‍🌾", "\u0007\u001b[31m\u0000", "\u202eoculto\u2066", "'; DROP TABLE messages; --", "<script>alert(1)</script>", "%00%ff{0}${x}{{y}}", "…", "   ", "\ud83d",
            string.Concat(Enumerable.Repeat("ñandú ", 266)), "2",
        ];

        var answers = 0;
        foreach (var text in texts)
        {
            Assert.Equal(HttpStatusCode.OK, await phone.Says(text));
            var heard = await program.Twilio.Hears(phone.Address, answers + 1);
            answers = heard.Count;
            Assert.All(heard, said => Assert.InRange(said.Trim().Length, 10, 1_600));
        }
        await WholeRegistrationTests.Until(program.Twilio, phone, "¿Está de acuerdo");
    }

    /// <summary>Broken UTF-8 and zeros, in her profile name too: signed as Twilio's own library reads the bytes.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Broken_bytes_are_answered_each_with_a_sentence_and_she_goes_on(DatabaseKind kind)
    {
        var program = await programs.On(kind);
        var phone = program.NewPhone();
        string[] texts = ["%FF%C3", "%00", "ho%00la", "%C3%28+%ED%A0%80", "%F0%9F%92", "%C0%80%zz%", "%EF%BF%BD"];

        var answers = 0;
        foreach (var text in texts)
        {
            Assert.Equal(HttpStatusCode.OK, await phone.SaysBytes(text));
            var heard = await program.Twilio.Hears(phone.Address, answers + 1);
            answers = heard.Count;
            Assert.All(heard, said => Assert.InRange(said.Trim().Length, 10, 1_600));
        }
        foreach (var text in Script.Registration.Take(2)) Assert.Equal(HttpStatusCode.OK, await phone.Says(text));
        await WholeRegistrationTests.Until(program.Twilio, phone, "¿Está de acuerdo");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "Robert'); DROP TABLE participants; -- Ana", true)]
    [InlineData(DatabaseKind.Postgres, "Robert'); DROP TABLE participants; -- Ana", true)]
    [InlineData(DatabaseKind.Sqlite, "<b>Ana</b><script>alert(1)</script>", true)]
    [InlineData(DatabaseKind.Sqlite, "😀", false)]
    [InlineData(DatabaseKind.Sqlite, "\u0001\u0002", false)]
    [InlineData(DatabaseKind.Sqlite, "1234", false)]
    [InlineData(DatabaseKind.Sqlite, "María d'Ángelo-Ñuflo", true)]
    public async Task A_name_is_kept_as_she_wrote_it_and_what_is_none_is_asked_again(DatabaseKind kind, string name, bool isName)
    {
        var program = await programs.On(kind);
        var phone = program.NewPhone();
        foreach (var text in Script.Registration.Take(6)) await phone.Says(text);
        var asked = await WholeRegistrationTests.Until(program.Twilio, phone, "¿Cómo se llama?");

        Assert.Equal(HttpStatusCode.OK, await phone.Says(name));
        var heard = await program.Twilio.Hears(phone.Address, asked.Count + 1);
        if (!isName) await phone.Says("Ana");
        foreach (var text in Script.Registration.Skip(7).SkipLast(1)) await phone.Says(text);
        var all = await WholeRegistrationTests.Until(program.Twilio, phone, "¿Está todo bien?");

        Assert.Equal(isName, heard[^1].Contains("apellidos", StringComparison.Ordinal));
        Assert.Contains($"1. Nombres: {(isName ? name : "Ana")}\n", all[^2]);
    }
}
