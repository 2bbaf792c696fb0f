using System.Text.Json;
using CoopAssistant.Bot.Tests.WebChat;

namespace CoopAssistant.EndToEnd.WebChat;

/// <summary>botframework-directlinejs from npm, unmodified, against the running server.</summary>
public sealed class DirectLineJsTests : IAsyncLifetime
{
    private ScriptedBot bot = null!;

    public async Task InitializeAsync() => bot = await ScriptedBot.Start();

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Theory]
    [InlineData("stream")]
    [InlineData("polling")]
    public async Task A_talk_goes_to_and_fro(string way)
    {
        var talk = await NodeClients.Run(way, bot.Url);

        var seen = talk.GetProperty("seen").EnumerateArray().ToList();
        Assert.Equal(["Buenos días.", "¿Qué desea hacer?", "opciones", "¿Está de acuerdo?"], Texts(seen));
        Assert.Equal(talk.GetProperty("id").GetString(), seen[2].GetProperty("id").GetString());
        Assert.Equal("one", seen[2].GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal("user", seen[2].GetProperty("from").GetProperty("role").GetString());
        Assert.Equal(talk.GetProperty("id").GetString(), seen[3].GetProperty("replyToId").GetString());
        Assert.Equal(2, seen[3].GetProperty("suggestedActions").GetProperty("actions").GetArrayLength());
        AssertTimesRise(seen);
    }

    [Fact]
    public async Task Events_are_echoed_typing_is_shown_and_neither_is_stored()
    {
        var run = await NodeClients.Run("events", bot.Url);

        var echo = run.GetProperty("seen").EnumerateArray().Single(a => a.GetProperty("type").GetString() == "event");
        Assert.Equal(run.GetProperty("event").GetString(), echo.GetProperty("id").GetString());
        Assert.Equal("e", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.All(run.GetProperty("stored").EnumerateArray(), type => Assert.Equal("message", type.GetString()));
    }

    [Fact]
    public async Task A_burst_of_twenty_is_answered_whole_and_in_order()
    {
        var run = await NodeClients.Run("burst", bot.Url);

        var seen = run.GetProperty("seen").EnumerateArray().ToList();
        var ids = run.GetProperty("ids").EnumerateArray().Select(i => i.GetString()).ToList();
        Assert.Equal(42, seen.Count);
        Assert.Equal(20, ids.Distinct().Count());
        Assert.DoesNotContain("retry", ids);
        AssertTimesRise(seen);
        foreach (var reply in seen.Where(a => Text(a).StartsWith("Dijo: ", StringComparison.Ordinal)))
        {
            var question = seen.FindIndex(a => a.GetProperty("id").GetString() == reply.GetProperty("replyToId").GetString());
            Assert.Equal($"Dijo: {Text(seen[question])}", Text(reply));
            Assert.True(question < seen.IndexOf(reply), "a reply overtook its question");
        }
    }

    [Fact]
    public async Task After_a_cut_line_it_gets_just_what_it_missed()
    {
        var run = await NodeClients.Run("dropped", bot.Url);

        Assert.Equal(
            ["Buenos días.", "¿Qué desea hacer?", "antes", "Dijo: antes", "durante", "Dijo: durante"], Texts(run.GetProperty("seen").EnumerateArray()));
    }

    [Fact]
    public async Task A_reloaded_page_gets_the_whole_history_once_and_unchanged()
    {
        var run = await NodeClients.Run("reload", bot.Url);

        var first = run.GetProperty("first").GetRawText();
        Assert.Equal(4, run.GetProperty("first").GetArrayLength());
        Assert.Equal(first, run.GetProperty("again").GetRawText());
        Assert.Equal(first, run.GetProperty("third").GetRawText());
    }

    [Fact]
    public async Task Forged_foreign_and_spent_tokens_open_nothing()
    {
        var run = await NodeClients.Run("refusals", bot.Url);

        var codes = run.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Number).ToDictionary(m => m.Name, m => m.Value.GetInt32(), StringComparer.Ordinal);
        Assert.Equal(
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["foreign"] = 403, ["forged"] = 403, ["none"] = 403, ["missing"] = 401, ["garbled"] = 401, ["unknown"] = 404, ["unknownGet"] = 404, ["malformed"] = 400,
                ["large"] = 413, ["started"] = 200, ["refreshed"] = 200, ["refreshedForged"] = 403, ["streamOnce"] = 101, ["streamTwice"] = 403, ["streamByChatToken"] = 403,
                ["badWatermark"] = 400,
            },
            codes);
        Assert.StartsWith("dl_", run.GetProperty("claims").GetProperty("user").GetString());
        Assert.Equal("TokenExpired", run.GetProperty("foreignBody").GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Files_are_taken_by_their_bytes_and_within_their_limit()
    {
        var run = await NodeClients.Run("upload", bot.Url);

        Assert.Equal((200, 200, 200), (Code("first"), Code("last"), Code("raw")));
        Assert.Equal((415, 413), (Code("lie"), Code("huge")));
        Assert.True(run.GetProperty("same").GetBoolean());
        Assert.Equal("image/png", run.GetProperty("type").GetString());
        Assert.Equal("nosniff", run.GetProperty("nosniff").GetString());
        Assert.Equal("foto.png", run.GetProperty("echo").GetProperty("attachments")[0].GetProperty("name").GetString());
        Assert.Equal("ufoto.png", run.GetProperty("echo").GetProperty("channelData").GetProperty("clientActivityID").GetString());

        int Code(string name) => run.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Our_widget_holds_no_syntax_newer_than_2018()
    {
        var run = await NodeClients.Run("syntax", bot.Url);

        Assert.True(run.GetProperty("statements").GetInt32() > 10);
        Assert.True(run.GetProperty("refusesNewer").GetBoolean());
    }

    [Fact]
    public async Task It_comes_back_by_itself_after_a_restart_of_the_server()
    {
        await using var client = await NodeClients.Start("watch", bot.Url);
        await client.Until(j => Is(j, "text", "¿Qué desea hacer?"));
        await client.Say("arroz");
        await client.Until(j => Is(j, "text", "Dijo: arroz"));

        await bot.Stop();
        await bot.StartAgain();
        await client.Say("dos más");
        await client.Until(j => Is(j, "text", "Dijo: dos más"));
        await client.Say("end");

        var seen = (await client.Result()).GetProperty("seen").EnumerateArray();
        Assert.Equal(["Buenos días.", "¿Qué desea hacer?", "arroz", "Dijo: arroz", "dos más", "Dijo: dos más"], Texts(seen));
    }

    private static bool Is(JsonElement line, string member, string value) => line.TryGetProperty(member, out var found) && found.GetString() == value;

    private static string Text(JsonElement activity) => activity.TryGetProperty("text", out var text) ? text.GetString()! : "";

    private static IEnumerable<string> Texts(IEnumerable<JsonElement> activities) => activities.Where(a => a.GetProperty("type").GetString() == "message").Select(Text);

    private static void AssertTimesRise(IEnumerable<JsonElement> activities)
    {
        var times = activities.Select(a => a.GetProperty("timestamp").GetString()!).ToList();
        Assert.Equal(times.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), times);
    }
}
