using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using CoopAssistant.Bot.Tests.WebChat;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Web;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.EndToEnd.WebChat;

/// <summary>What clients cannot prove from outside: shutdown, other processes, staff, keys, origins, cookies, floods.</summary>
public sealed class WebChatServerTests
{
    [Fact]
    public async Task Streams_are_closed_with_1001_when_the_server_goes_down()
    {
        await using var bot = await ScriptedBot.Start();
        using var her = await Visitor.Begin(bot.Url);
        using var stream = await her.Stream();
        await stream.Until("¿Qué desea hacer?");

        var stopping = Stopwatch.StartNew();
        var stop = bot.Stop();
        var closed = await stream.Close();
        await stop;
        await bot.StartAgain();

        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, closed);
        Assert.True(stopping.Elapsed < TimeSpan.FromSeconds(10), $"shutdown took {stopping.Elapsed}");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_stream_shows_what_another_process_committed_and_any_process_reads_any_token(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmpty(kind);
        await using var one = await ScriptedBot.Start([.. database.Settings.Select(s => (s.Key, s.Value!))]);
        await using var other = await one.Beside();
        using var her = await Visitor.Begin(one.Url);
        using var stream = await her.Stream();
        await stream.Until("¿Qué desea hacer?");

        var id = await her.Post("desde el otro lado", other.Url);
        var echo = await stream.Until("desde el otro lado");
        await stream.Until("Dijo: desde el otro lado");

        Assert.Equal(id, echo.GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.OK, (await her.Get($"/v3/directline/conversations/{her.Conversation}?watermark=0", other.Url)).StatusCode);
    }

    [Fact]
    public async Task Staff_who_write_are_seen_at_once_and_the_echo_comes_also_while_the_bot_is_silent()
    {
        await using var bot = await ScriptedBot.Start();
        using var her = await Visitor.Begin(bot.Url);
        using var stream = await her.Stream();
        await stream.Until("¿Qué desea hacer?");

        await her.Post("persona");
        await stream.Until("persona");
        await using (var scope = bot.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
            var conversation = await db.Conversations.SingleAsync(c => c.Channel == Channel.Web);
            conversation.Say(new OutgoingMessage("Soy Carmen, ¿en qué le ayudo?"), "carmen", conversation.LastInboundAt.AddSeconds(-30));
            await db.SaveAsync(default);
        }
        var said = await stream.Until("Soy Carmen, ¿en qué le ayudo?");

        Assert.Equal("staff", said.GetProperty("from").GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_idle_stream_gets_an_empty_frame_now_and_then()
    {
        await using var bot = await ScriptedBot.Start(("WebChat:KeepAlive", "00:00:05"));
        using var her = await Visitor.Begin(bot.Url);
        using var stream = await her.Stream();
        await stream.Until("¿Qué desea hacer?");

        await stream.Empty();
    }

    [Fact]
    public async Task What_the_widget_says_into_its_stream_is_answered_once_however_often_it_is_said()
    {
        await using var bot = await ScriptedBot.Start();
        using var her = await Visitor.Begin(bot.Url);
        const string Said = """{"type":"message","text":"una vez","channelData":{"clientActivityID":"x1"}}""";

        using (var stream = await her.Stream(asWidget: true))
        {
            await stream.Until("¿Qué desea hacer?");
            await stream.Say("");
            await stream.Say(Said);
            var echo = await stream.Until("una vez");
            Assert.Equal("x1", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
            await stream.Until("Dijo: una vez");
            await stream.Say(Said);
            await stream.Say("""{"type":"message","text":"otra","channelData":{"clientActivityID":"x2"}}""");
            await stream.Until("Dijo: otra");
        }
        var set = await (await her.Get($"/v3/directline/conversations/{her.Conversation}/activities")).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(
            ["Buenos días.", "¿Qué desea hacer?", "una vez", "Dijo: una vez", "otra", "Dijo: otra"], set.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("no es json")]
    [InlineData("""{"type":"event","name":"x"}""")]
    [InlineData("large")]
    public async Task What_no_widget_would_say_closes_the_stream(string frame)
    {
        await using var bot = await ScriptedBot.Start();
        using var her = await Visitor.Begin(bot.Url);
        using var stream = await her.Stream(asWidget: true);
        await stream.Until("¿Qué desea hacer?");

        await stream.Say(frame == "large" ? $$"""{"type":"message","text":"{{new string('a', 20_000)}}"}""" : frame);

        Assert.Equal(WebSocketCloseStatus.PolicyViolation, await stream.Close());
    }

    [Fact]
    public async Task A_stream_of_another_client_is_for_listening_only()
    {
        await using var bot = await ScriptedBot.Start();
        using var her = await Visitor.Begin(bot.Url);
        using var stream = await her.Stream();
        await stream.Until("¿Qué desea hacer?");

        await stream.Say("""{"type":"message","text":"por aquí no"}""");
        await her.Post("por aquí sí");
        await stream.Until("Dijo: por aquí sí");

        var all = await (await her.Get($"/v3/directline/conversations/{her.Conversation}/activities")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("por aquí no", all);
    }

    [Fact]
    public async Task A_flood_is_slowed_and_still_answered()
    {
        await using var bot = await ScriptedBot.Start(("WebChat:RequestsPerSecond", "20"), ("WebChat:Burst", "10"));
        using var client = bot.Client();

        var took = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.PostAsync(new Uri("/v3/directline/tokens/generate", UriKind.Relative), null)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.True(took.Elapsed >= TimeSpan.FromSeconds(1.9), $"40 requests too many took only {took.Elapsed}");
    }

    [Fact]
    public async Task Only_allowed_pages_may_ask_and_open_streams()
    {
        await using var bot = await ScriptedBot.Start(("Bot:AllowedOrigins", "https://www.ministerio.example, http://localhost:{port}"));
        using var her = await Visitor.Begin(bot.Url);

        var own = await Preflight(bot, bot.Url);
        var allowed = await Preflight(bot, "https://www.ministerio.example");
        var foreign = await Preflight(bot, "https://evil.example");
        var file = await Preflight(bot, "null");
        var post = await her.Client.SendAsync(new(HttpMethod.Post, $"{bot.Url}/v3/directline/tokens/generate") { Headers = { { "Origin", "https://evil.example" } } });

        Assert.Equal((204, 204, 403, 403, 403), ((int)own.StatusCode, (int)allowed.StatusCode, (int)foreign.StatusCode, (int)file.StatusCode, (int)post.StatusCode));
        Assert.Equal("https://www.ministerio.example", allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("authorization,content-type,x-ms-bot-agent,x-requested-with", allowed.Headers.GetValues("Access-Control-Allow-Headers").Single());
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
        await Assert.ThrowsAsync<WebSocketException>(() => her.Stream(origin: "https://evil.example"));
        using var stream = await her.Stream(origin: "https://www.ministerio.example");
        await stream.Until("¿Qué desea hacer?");
    }

    [Fact]
    public async Task A_token_bound_to_a_page_is_good_there_only()
    {
        await using var bot = await ScriptedBot.Start(("Bot:AllowedOrigins", "https://a.example,https://b.example"));
        using var client = bot.Client();
        using var asked = await client.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = "dl_mine" }, trustedOrigins = new[] { "https://a.example" } });
        var token = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;

        Assert.Equal(HttpStatusCode.Created, await Start("https://a.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await Start("https://b.example"));
        Assert.DoesNotContain("dl_mine", Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1])));

        async Task<HttpStatusCode> Start(string origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations") { Headers = { { "Origin", origin }, { "Authorization", $"Bearer {token}" } } };
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task After_the_key_changes_the_tokens_of_the_last_key_still_open_and_older_ones_do_not()
    {
        await using var bot = await ScriptedBot.Start();
        using var first = await Visitor.Begin(bot.Url);

        await NewKey(2);
        await bot.Stop();
        await bot.StartAgain();
        using var second = await Visitor.Begin(bot.Url);
        var lastKey = (await first.Get($"/v3/directline/conversations/{first.Conversation}")).StatusCode;
        await NewKey(3);
        await bot.Stop();
        await bot.StartAgain();
        var olderKey = (await first.Get($"/v3/directline/conversations/{first.Conversation}")).StatusCode;
        var nowLast = (await second.Get($"/v3/directline/conversations/{second.Conversation}")).StatusCode;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.OK), (lastKey, olderKey, nowLast));

        async Task NewKey(int id)
        {
            await using var scope = bot.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
            db.WebSigningKeys.Add(new WebSigningKey(id, [.. Enumerable.Repeat((byte)id, 32)], TimeProvider.System.GetUtcNow()));
            await db.SaveAsync(default);
        }
    }

    [Fact]
    public async Task The_cookie_brings_the_same_conversation_back_until_she_leaves()
    {
        await using var bot = await ScriptedBot.Start();
        using var browser = bot.Client(withCookies: true);

        var first = await Open(browser, new { });
        var again = await Open(browser, new { });
        using var leave = await browser.PostAsync(new Uri("/chat/leave", UriKind.Relative), new StringContent(first.GetProperty("token").GetString()!));
        var next = await Open(browser, new { });
        using var stranger = bot.Client();
        stranger.DefaultRequestHeaders.Authorization = new("Bearer", first.GetProperty("token").GetString());
        var old = await stranger.GetAsync(new Uri($"/v3/directline/conversations/{Id(first)}", UriKind.Relative));
        var post = await stranger.PostAsJsonAsync($"/v3/directline/conversations/{Id(first)}/activities", new { type = "message", text = "sigo" });

        Assert.Equal(Id(first), Id(again));
        Assert.Equal(first.GetProperty("activities").GetRawText(), again.GetProperty("activities").GetRawText());
        Assert.Equal(HttpStatusCode.NoContent, leave.StatusCode);
        Assert.NotEqual(Id(first), Id(next));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (old.StatusCode, post.StatusCode));
    }

    [Fact]
    public async Task A_copied_cookie_opens_nothing_after_she_left()
    {
        await using var bot = await ScriptedBot.Start();
        using var browser = bot.Client(withCookies: true);
        using var open = await browser.PostAsJsonAsync("/chat/open", new { });
        var cookie = open.Headers.GetValues("Set-Cookie").Single();
        await browser.PostAsync(new Uri("/chat/leave", UriKind.Relative), null);

        using var thief = bot.Client();
        thief.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        var stolen = await Open(thief, new { });

        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.NotEqual(Id(await open.Content.ReadFromJsonAsync<JsonElement>()), Id(stolen));
    }

    [Fact]
    public async Task A_page_of_another_site_gets_a_cookie_of_its_own_kind()
    {
        await using var bot = await ScriptedBot.Start(("Bot:AllowedOrigins", "https://www.ministerio.example"), ("Bot:PublicUrl", "https://chat.example"));
        using var client = bot.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/open")
        {
            Content = JsonContent.Create(new { }), Headers = { { "Origin", "https://www.ministerio.example" }, { "Sec-Fetch-Site", "cross-site" } },
        };

        using var answer = await client.SendAsync(request);
        var opened = await answer.Content.ReadFromJsonAsync<JsonElement>();

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("samesite=none", cookie);
        Assert.Contains("secure", cookie);
        Assert.Contains("Partitioned", cookie);
        Assert.StartsWith("wss://chat.example/v3/directline/conversations/", opened.GetProperty("streamUrl").GetString());
    }

    [Fact]
    public async Task The_same_client_id_twice_is_one_message_with_one_id()
    {
        await using var bot = await ScriptedBot.Start();
        using var her = await Visitor.Begin(bot.Url);

        var first = await her.Post("una vez", clientId: "x1");
        var again = await her.Post("una vez", clientId: "x1");
        var set = await (await her.Get($"/v3/directline/conversations/{her.Conversation}/activities")).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(first, again);
        Assert.Equal(["Buenos días.", "¿Qué desea hacer?", "una vez", "Dijo: una vez"], set.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("Bot:AllowedOrigins", "www.ministerio.example")]
    [InlineData("Bot:AllowedOrigins", "https://www.ministerio.example/chat")]
    [InlineData("Bot:PublicUrl", "chat.example")]
    [InlineData("WebChat:TokenLifetime", "2.00:00:00")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string setting, string value)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await ScriptedBot.Start((setting, value)));

        Assert.Contains(setting.Split(':')[1], failure.Message);
    }

    private static string Id(JsonElement opened) => opened.GetProperty("conversationId").GetString()!;

    private static async Task<JsonElement> Open(HttpClient client, object body)
    {
        using var answer = await client.PostAsJsonAsync("/chat/open", body);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> Preflight(ScriptedBot bot, string origin)
    {
        using var client = bot.Client();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/conversations")
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "authorization,x-requested-with" } },
        };
        return await client.SendAsync(request);
    }
}
