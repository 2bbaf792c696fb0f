using CoopAssistant.Browser.Admin;
using CoopAssistant.Bot.Tests.WebChat;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.WebChat;

/// <summary>Our widget on somebody else's page: one line of HTML, attributes, events, a strict policy, and who is let in.</summary>
public sealed class EmbeddingTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly List<string> complaints = [];
    private Site site = null!;
    private Site stranger = null!;
    private ScriptedBot bot = null!;
    private ChatWindow chat = null!;
    private IPage page = null!;

    public async Task InitializeAsync()
    {
        site = await Site.Start();
        stranger = await Site.Start();
        bot = await ScriptedBot.Start(("Bot:AllowedOrigins", site.Url));
        page = await chromium.Open(new(site.Url));
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
        chat = new(page);
    }

    public async Task DisposeAsync()
    {
        await page.Context.DisposeAsync();
        await bot.DisposeAsync();
        await stranger.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task The_page_that_shows_the_embedding_works_on_a_foreign_site()
    {
        using var client = bot.Client();
        site.Page("/embed.html", await client.GetStringAsync(new Uri("/embed.html", UriKind.Relative)));

        await page.GotoAsync("/embed.html");
        await page.GetByRole(AriaRole.Button, new() { Name = "Escríbanos" }).ClickAsync();
        await chat.Hears("¿Qué desea hacer?");
        await chat.Say("audio");
        await chat.Hears("Escuche la lección.");
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Escríbanos" }).ClickAsync();
        await chat.Hears("Escuche la lección.");

        Assert.Equal(["Buenos días.", "¿Qué desea hacer?", "audio", "Escuche la lección."], await chat.Said());
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Attributes_dress_it_and_events_tell_the_page_what_happens()
    {
        site.Page("/", Html("""<coop-chat color="#ffd54f" position="left" heading="Ayuda del municipio" language="es" open exit-url="/adios"></coop-chat>"""));
        site.Page("/adios", "<!doctype html><title>Adiós</title>");

        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");
        var window = page.GetByRole(AriaRole.Dialog, new() { Name = "Ayuda del municipio" });
        var box = (await window.BoundingBoxAsync())!;
        var ink = await window.GetByRole(AriaRole.Button, new() { Name = "Enviar" }).EvaluateAsync<string>("button => getComputedStyle(button).color");
        await Picture.Of(page, "foreign-left");
        await window.GetByRole(AriaRole.Button, new() { Name = "Cerrar el chat" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Escríbanos" }).ClickAsync();
        var told = await page.EvaluateAsync<string[]>("() => told");
        await chat.Exit.ClickAsync();
        await page.Reaches("/adios");

        Assert.True(box.X < 40, $"left edge at {box.X}");
        Assert.Equal("rgb(0, 0, 0)", ink); // black on a light colour
        Assert.Equal(
            ["coop-status connecting", "coop-open", "coop-message bot", "coop-message bot", "coop-status online", "coop-close", "coop-open"], told);
    }

    [Theory]
    [InlineData("right")]
    [InlineData("inline")]
    public async Task A_page_that_decides_itself_where_she_goes_keeps_her_and_the_chat_begins_anew(string position)
    {
        site.Page("/", Html($"""<div style="height:500px"><coop-chat position="{position}" open></coop-chat></div>""", "document.addEventListener('coop-exit', event => event.preventDefault());"));

        await page.GotoAsync("/");
        await chat.Say("es secreto");
        await chat.Hears("Dijo: es secreto");
        await chat.Exit.ClickAsync();
        if (position == "right") await page.GetByRole(AriaRole.Button, new() { Name = "Escríbanos" }).ClickAsync();
        await chat.Hears("¿Qué desea hacer?");

        Assert.Equal(site.Url + "/", page.Url);
        Assert.Equal(["Buenos días.", "¿Qué desea hacer?"], await chat.Said());
    }

    /// <summary>The policy that docs/webchat.md gives.</summary>
    [Fact]
    public async Task A_strict_policy_of_the_page_is_kept()
    {
        var policy = $"default-src 'none'; script-src {bot.Url} 'nonce-r4nd0m'; connect-src {bot.Url} {bot.Url.Replace("http", "ws", StringComparison.Ordinal)}; img-src {bot.Url} data:; media-src {bot.Url}";
        site.Page("/", Html("<coop-chat open></coop-chat>", nonce: "r4nd0m"), policy);
        await page.RouteAsync("**/prueba/leccion.ogg", route => route.FulfillAsync(new() { ContentType = "audio/ogg", Path = Recording.File }));

        await page.GotoAsync("/");
        await chat.Say("audio");
        await chat.Hears("Escuche la lección.");
        await chat.Log.Locator("audio").EvaluateAsync("audio => new Promise((done, failed) => { audio.onloadedmetadata = done; audio.onerror = failed; audio.load(); })");

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_site_that_is_not_on_the_list_is_told_so_and_hears_nothing()
    {
        stranger.Page("/", Html("<coop-chat open></coop-chat>"));

        await page.GotoAsync(stranger.Url);

        await Assertions.Expect(page.GetByText("El chat no está disponible en esta página.")).ToBeVisibleAsync();
        Assert.Empty(await chat.Said());
    }

    [Fact]
    public async Task In_a_frame_it_works_on_allowed_sites_only()
    {
        var frame = $"""<!doctype html><title>Marco</title><link rel="icon" href="data:,"><iframe title="Chat" src="{bot.Url}/" width="400" height="700"></iframe>""";
        site.Page("/", frame);
        stranger.Page("/", frame);

        await page.GotoAsync("/");
        var inside = page.FrameLocator("iframe").GetByRole(AriaRole.Log);
        await Assertions.Expect(inside.GetByText("¿Qué desea hacer?")).ToBeVisibleAsync();
        await page.GotoAsync(stranger.Url);
        await Assertions.Expect(page.FrameLocator("iframe").GetByRole(AriaRole.Log)).ToHaveCountAsync(0);

        Assert.Contains(complaints, c => c.Contains("frame-ancestors", StringComparison.Ordinal));
    }

    private string Html(string chat, string script = "", string? nonce = null) => $$"""
        <!doctype html><html lang="es"><head><meta charset="utf-8"><title>Municipio</title><link rel="icon" href="data:,">
        <script{{(nonce is null ? "" : $" nonce=\"{nonce}\"")}}>
        const told = [];
        for (const name of ['open', 'close', 'status', 'message', 'exit'])
          document.addEventListener('coop-' + name, event => told.push(('coop-' + name + ' ' + ((event.detail || {}).status || (event.detail || {}).from || '')).trim()));
        {{script}}
        </script>
        <script type="module" src="{{bot.Url}}/chat.js"></script></head><body>{{chat}}</body></html>
        """;
}
