using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CoopAssistant.EndToEnd.Loop;
using CoopAssistant.EndToEnd.Support;
using CoopAssistant.Testing;

namespace CoopAssistant.EndToEnd.BadInput;

/// <summary>Whatever is posted: never a 5xx, never a conversation that is stuck, a clear sentence each time.</summary>
public sealed class BadInputTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new();
    private readonly OfficialSigner _signer = new();
    private TestDatabase _database = null!;
    private TwilioServer _twilio = null!;
    private CoopProcess _coop = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    private async Task Start(DatabaseKind kind)
    {
        _database = await TestDatabase.CreateEmpty(kind);
        _twilio = await TwilioServer.Start();
        _coop = new CoopProcess([.. CoopProcess.On(_database, _twilio), "--only", "bot"]);
        await _coop.Start();
    }

    public async Task DisposeAsync()
    {
        _coop.Dispose();
        await _twilio.DisposeAsync();
        await _database.DisposeAsync();
    }

    public void Dispose()
    {
        _http.Dispose();
        _signer.Dispose();
    }

    [Fact]
    public async Task What_Twilio_never_sent_is_refused_and_leaves_no_trace()
    {
        await Start(DatabaseKind.Sqlite);
        const string form = "MessageSid=SM1&From=whatsapp%3A%2B50760001234&Body=hola&AccountSid=" + Phone.AccountSid;

        Assert.Equal(HttpStatusCode.Forbidden, await Post(form, signature: null));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(form, signature: "6olkRh2fnVGIxtQ6ASGW7W4OuFo="));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(form, signature: new string('x', 5_000)));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await Post("{\"Body\":\"hola\"}", type: "application/json"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await Post(form, type: "multipart/form-data; boundary=x"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post(form + new string('a', 100_000)));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _http.GetAsync(new Uri(_coop.BotUrl + "/whatsapp"))).StatusCode);
        Assert.Empty(_twilio.StandIn.Messages);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Texts_that_nobody_should_send_are_answered_each_with_a_sentence_and_she_goes_on(DatabaseKind kind)
    {
        await Start(kind);
        var phone = new Phone(_http, _signer, _coop.BotUrl, "+50760004444");
        string[] texts =
        [
            "hola", new string('a', 1_600), "😀😀😀", "👩‍🌾", "\u0007\u001b[31m\u0000", "\u202eoculto\u2066", "'; DROP TABLE messages; --", "<script>alert(1)</script>", "%00%ff{0}${x}{{y}}", "…", "   ", "\ud83d",
            string.Concat(Enumerable.Repeat("ñandú ", 266)), "2",
        ];

        var answers = 0;
        foreach (var text in texts)
        {
            Assert.Equal(HttpStatusCode.OK, await phone.Says(text));
            var heard = await _twilio.Hears(phone.Address, answers + 1);
            answers = heard.Count;
            Assert.All(heard, said => Assert.InRange(said.Trim().Length, 10, 1_600));
        }
        await WholeRegistrationTests.Until(_twilio, phone, "¿Está de acuerdo");
    }

    /// <summary>Broken UTF-8 and zeros, in her profile name too: signed as Twilio's own library reads the bytes.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Broken_bytes_are_answered_each_with_a_sentence_and_she_goes_on(DatabaseKind kind)
    {
        await Start(kind);
        var phone = new Phone(_http, _signer, _coop.BotUrl, "+50760006666");
        string[] texts = ["%FF%C3", "%00", "ho%00la", "%C3%28+%ED%A0%80", "%F0%9F%92", "%C0%80%zz%", "%EF%BF%BD"];

        var answers = 0;
        foreach (var text in texts)
        {
            Assert.Equal(HttpStatusCode.OK, await phone.SaysBytes(text));
            var heard = await _twilio.Hears(phone.Address, answers + 1);
            answers = heard.Count;
            Assert.All(heard, said => Assert.InRange(said.Trim().Length, 10, 1_600));
        }
        foreach (var text in Script.Registration.Take(2)) Assert.Equal(HttpStatusCode.OK, await phone.Says(text));
        await WholeRegistrationTests.Until(_twilio, phone, "¿Está de acuerdo");
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
        await Start(kind);
        var phone = new Phone(_http, _signer, _coop.BotUrl, "+50760005555");
        foreach (var text in Script.Registration.Take(6)) await phone.Says(text);
        var asked = await WholeRegistrationTests.Until(_twilio, phone, "¿Cómo se llama?");

        Assert.Equal(HttpStatusCode.OK, await phone.Says(name));
        var heard = await _twilio.Hears(phone.Address, asked.Count + 1);
        if (!isName) await phone.Says("Ana");
        foreach (var text in Script.Registration.Skip(7).SkipLast(1)) await phone.Says(text);
        var all = await WholeRegistrationTests.Until(_twilio, phone, "¿Está todo bien?");

        Assert.Equal(isName, heard[^1].Contains("apellidos", StringComparison.Ordinal));
        Assert.Contains($"1. Nombres: {(isName ? name : "Ana")}\n", all[^2]);
    }

    private async Task<HttpStatusCode> Post(string body, string? signature = "6olkRh2fnVGIxtQ6ASGW7W4OuFo=", string type = "application/x-www-form-urlencoded")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _coop.BotUrl + "/whatsapp") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }
}
