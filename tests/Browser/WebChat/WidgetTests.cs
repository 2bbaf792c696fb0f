using CoopAssistant.Browser.Admin;
using System.Globalization;
using CoopAssistant.Bot.Tests.WebChat;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.WebChat;

/// <summary>Our widget in a real browser, on the ministry's page, with a bot that says just what is needed.</summary>
public sealed class WidgetTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly List<string> complaints = [];
    private readonly List<string> requests = [];
    private ScriptedBot bot = null!;
    private ChatWindow chat = null!;
    private IPage page = null!;

    public async Task InitializeAsync()
    {
        bot = await ScriptedBot.Start();
        page = await chromium.Open(new(bot.Url), 360, 740);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        chat = new(page);
    }

    public async Task DisposeAsync()
    {
        await page.Context.DisposeAsync();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task It_greets_and_takes_an_answer_by_button_number_and_word()
    {
        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");

        await chat.Choice("2 Aprender").ClickAsync();
        await chat.Hears("Dijo: a");
        await chat.Say("opciones");
        await chat.Hears("¿Está de acuerdo?");
        await chat.Say("1");
        await chat.Hears("Dijo: y");

        Assert.Equal(["Buenos días.", "¿Qué desea hacer?", "Aprender", "Dijo: a", "opciones", "¿Está de acuerdo?", "1", "Dijo: y"], await chat.Said());
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "Opciones" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_strict_policy_and_no_third_party_are_kept()
    {
        await page.GotoAsync("/");
        await chat.Say("audio");
        await chat.Hears("Escuche la lección.");
        await Assertions.Expect(chat.Log.GetByText("Audio: Lección 1 (0:42 · 91 kB)")).ToBeVisibleAsync();

        Assert.Empty(complaints);
        Assert.All(requests, url => Assert.True(url.StartsWith(bot.Url, StringComparison.Ordinal) || url.StartsWith("data:,", StringComparison.Ordinal), url));
        Assert.DoesNotContain(requests, url => url.Contains("leccion.ogg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_she_writes_without_signal_waits_and_goes_out_once_and_in_order()
    {
        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");

        await page.Context.SetOfflineAsync(true);
        await chat.Say("arroz");
        await chat.Say("dos más");
        await chat.Say("yuca");
        await chat.Shows("yuca", "Esperando señal");
        await Assertions.Expect(page.GetByText("No hay señal.")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await chat.Hears("Dijo: yuca");

        await chat.Shows("yuca", "Enviado");
        Assert.Equal(["Buenos días.", "¿Qué desea hacer?", "arroz", "Dijo: arroz", "dos más", "Dijo: dos más", "yuca", "Dijo: yuca"], await chat.Said());
        await Assertions.Expect(page.GetByText("No hay señal.")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_waits_survives_a_reload_without_signal()
    {
        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");
        await page.RouteAsync("**/chat/open", route => route.AbortAsync());
        await page.EvaluateAsync("() => dispatchEvent(new Event('offline'))");
        await chat.Say("guardado");
        await chat.Shows("guardado", "Esperando señal");

        await page.ReloadAsync();
        await chat.Shows("guardado", "Esperando señal");
        Assert.Equal(["Buenos días.", "¿Qué desea hacer?", "guardado"], await chat.Said());
        await page.UnrouteAsync("**/chat/open");
        await page.ReloadAsync();

        await chat.Hears("Dijo: guardado");
        Assert.Equal(["Buenos días.", "¿Qué desea hacer?", "guardado", "Dijo: guardado"], await chat.Said());
    }

    [Fact]
    public async Task A_restart_of_the_server_loses_and_doubles_nothing()
    {
        await page.GotoAsync("/");
        await chat.Say("antes");
        await chat.Hears("Dijo: antes");

        await bot.Stop();
        await chat.Say("durante");
        await chat.Shows("durante", "Esperando señal");
        await bot.StartAgain();

        await chat.Hears("Dijo: durante");
        Assert.Equal(["Buenos días.", "¿Qué desea hacer?", "antes", "Dijo: antes", "durante", "Dijo: durante"], await chat.Said());
    }

    [Fact]
    public async Task An_answer_that_was_lost_on_the_way_is_asked_for_again_but_said_once()
    {
        var lost = 0;
        await page.RouteWebSocketAsync("**/stream?*", stream =>
        {
            var server = stream.ConnectToServer();
            server.OnMessage(frame =>
            {
                if (frame.Text!.Contains("una vez", StringComparison.Ordinal) && Interlocked.Increment(ref lost) == 1) _ = stream.CloseAsync(new() { Code = 4000 });
                else stream.Send(frame.Text);
            });
        });
        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");

        await chat.Say("una vez");
        await chat.Hears("Dijo: una vez");
        await chat.Shows("una vez", "Enviado");
        await chat.Say("y otra");
        await chat.Hears("Dijo: y otra");

        Assert.True(lost >= 1, "no echo was lost");
        Assert.Equal(["Buenos días.", "¿Qué desea hacer?", "una vez", "Dijo: una vez", "y otra", "Dijo: y otra"], await chat.Said());
    }

    [Fact]
    public async Task Where_a_network_lets_no_WebSocket_through_it_talks_by_requests()
    {
        await page.AddInitScriptAsync("window.WebSocket = class { constructor() { this.readyState = 0; setTimeout(() => { this.readyState = 3; this.onclose(); }, 50); } close() {} };");
        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");

        await chat.Say("arroz");
        await chat.Hears("Dijo: arroz");
        await chat.Say("dos más");
        await chat.Hears("Dijo: dos más");
        await Conversation().PostFromElsewhere("desde otro lado");
        await chat.Hears("Dijo: desde otro lado");

        Assert.Equal(["Buenos días.", "¿Qué desea hacer?", "arroz", "Dijo: arroz", "dos más", "Dijo: dos más", "desde otro lado", "Dijo: desde otro lado"], await chat.Said());
        await Assertions.Expect(page.GetByText("No hay señal.")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_file_that_is_not_taken_says_so_and_a_good_one_goes_out_where_it_is_asked_for()
    {
        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");
        var attach = page.GetByRole(AriaRole.Button, new() { Name = "Adjuntar foto o archivo" });
        await Assertions.Expect(attach).ToBeHiddenAsync();
        await chat.Say("foto");
        await chat.Hears("Mande la foto.");
        var picker = await page.RunAndWaitForFileChooserAsync(() => attach.ClickAsync());
        await picker.SetFilesAsync(new FilePayload { Name = "nota.txt", MimeType = "text/plain", Buffer = "hola"u8.ToArray() });
        await chat.Shows("nota.txt", "No se pudo recibir el archivo. Mande una foto, un audio o un PDF de menos de 8 MB.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Intentar otra vez" })).ToHaveCountAsync(0);
        await Picture.Of(page, "failed-360");
        picker = await page.RunAndWaitForFileChooserAsync(() => attach.ClickAsync());
        await picker.SetFilesAsync(Recording.File);

        await chat.Hears("Recibí 1: audio/ogg.");
        await Assertions.Expect(attach).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_the_server_could_not_take_is_tried_again_when_she_says_so()
    {
        await page.RouteAsync("**/upload", route => route.FulfillAsync(new() { Status = 400 }), new() { Times = 1 });
        await page.GotoAsync("/");
        await chat.Say("foto");
        await chat.Hears("Mande la foto.");

        var picker = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Adjuntar foto o archivo" }).ClickAsync());
        await picker.SetFilesAsync(Recording.File);
        await page.GetByRole(AriaRole.Button, new() { Name = "Intentar otra vez" }).ClickAsync();

        await chat.Hears("Recibí 1: audio/ogg.");
        await chat.Shows("voice-note.ogg", "Enviado");
    }

    [Fact]
    public async Task A_voice_note_is_recorded_and_sent()
    {
        await page.Context.GrantPermissionsAsync(["microphone"]);
        await page.GotoAsync("/");
        await chat.Say("foto");
        await chat.Hears("Mande la foto.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Grabar mensaje de voz" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Terminar y enviar" }).ClickAsync();

        await chat.Hears("Recibí 1: audio/webm.");
    }

    [Fact]
    public async Task Screen_readers_are_told_who_speaks_and_what_everything_is()
    {
        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");
        await chat.Say("2");
        await chat.Hears("Dijo: a");

        await Assertions.Expect(page.Locator("coop-chat")).ToMatchAriaSnapshotAsync("""
            - region "Asistente de cooperativas":
              - heading "Asistente de cooperativas" [level=2]
              - button "Salir"
              - log "Conversación":
                - text: "Asistente:"
                - paragraph: Buenos días.
                - text: "Asistente:"
                - paragraph: ¿Qué desea hacer?
                - text: "Usted:"
                - paragraph: "2"
                - text: "Enviado Asistente:"
                - paragraph: "Dijo: a"
              - textbox "Escriba aquí"
              - button "Enviar"
            """);
    }

    [Fact]
    public async Task High_contrast_and_large_text_leave_everything_usable()
    {
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync("/");
        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
        await chat.Choice("2 Aprender").ClickAsync();
        await chat.Hears("Dijo: a");
        await Picture.Of(page, "contrast-large-360");

        var overflow = await chat.Log.EvaluateAsync<int>("log => log.scrollWidth - log.clientWidth");
        var moving = await chat.Log.Locator(".m").First.EvaluateAsync<string>("message => getComputedStyle(message).animationName");
        Assert.True(overflow <= 0, $"{overflow} pixels too wide");
        Assert.Equal("none", moving);
        await chat.Say("fin");
        await chat.Hears("Dijo: fin");
    }

    [Fact]
    public async Task The_conversation_is_found_again_by_its_cookie_when_the_token_is_too_old()
    {
        await page.GotoAsync("/");
        await chat.Say("hola");
        await chat.Hears("Dijo: hola");

        await page.EvaluateAsync("() => { for (const key of Object.keys(localStorage)) localStorage.removeItem(key); }");
        await page.ReloadAsync();
        await chat.Hears("Dijo: hola");
        await page.EvaluateAsync("() => { const device = document.querySelector('coop-chat').device; device.token = device.token.replace(/.$/, 'x').replace(/\\.[^.]{9}/, '.AAAAAAAAA'); dispatchEvent(new Event('offline')); }");
        await chat.Say("sigo aquí");

        await chat.Hears("Dijo: sigo aquí");
        Assert.Equal(["Buenos días.", "¿Qué desea hacer?", "hola", "Dijo: hola", "sigo aquí", "Dijo: sigo aquí"], await chat.Said());
    }

    [Fact]
    public async Task Leaving_clears_the_device_and_the_next_person_begins_anew()
    {
        await page.GotoAsync("/");
        await chat.Say("es secreto");
        await chat.Hears("Dijo: es secreto");

        await chat.Exit.ClickAsync();
        await page.Reaches("/salida");
        var kept = await page.EvaluateAsync<string>("() => JSON.stringify(Object.assign({}, localStorage))");
        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");

        Assert.DoesNotContain("secreto", kept);
        Assert.DoesNotContain("token", kept);
        Assert.Equal(["Buenos días.", "¿Qué desea hacer?"], await chat.Said());
    }

    [Fact]
    public async Task Leaving_without_signal_still_keeps_the_next_person_out()
    {
        await page.GotoAsync("/");
        await chat.Say("es secreto");
        await chat.Hears("Dijo: es secreto");

        await page.RouteAsync("**/chat/leave", route => route.AbortAsync());
        await chat.Say("salir");
        await page.Reaches("/salida");
        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");

        Assert.Equal(["Buenos días.", "¿Qué desea hacer?"], await chat.Said());
    }

    [Fact]
    public async Task Two_tabs_show_the_same_conversation_and_one_leaving_closes_both()
    {
        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");
        var second = await page.Context.NewPageAsync();
        var other = new ChatWindow(second);
        await second.GotoAsync("/");
        await other.Hears("¿Qué desea hacer?");

        await chat.Say("de la primera");
        await other.Hears("Dijo: de la primera");
        await other.Say("de la segunda");
        await chat.Hears("Dijo: de la segunda");
        await other.Exit.ClickAsync();

        await page.Reaches("/salida");
        await second.Reaches("/salida");
    }

    [Fact]
    public async Task A_tab_that_wrote_while_she_left_in_another_closes_too_and_keeps_nothing()
    {
        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");

        // The other tab has erased the conversation, and this one has written it again before it heard of that.
        await page.EvaluateAsync("() => { const { key } = document.querySelector('coop-chat').device; dispatchEvent(new StorageEvent('storage', { key, oldValue: localStorage.getItem(key), newValue: null })); }");

        await page.Reaches("/salida");
        Assert.False(await page.EvaluateAsync<bool>("() => Object.values(localStorage).some(kept => kept.includes('\"conversation\"'))"));
    }

    [Fact]
    public async Task It_works_by_keyboard_alone()
    {
        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        var order = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            order.Add(await page.EvaluateAsync<string>("() => { const a = document.querySelector('coop-chat').shadowRoot.activeElement; return a ? (a.getAttribute('aria-label') || a.textContent) : ''; }"));
        }
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.TypeAsync("2");
        await page.Keyboard.PressAsync("Enter");
        await chat.Hears("Dijo: a");

        Assert.Equal(["Salir", "Conversación", "1 Registrarme", "2 Aprender", "Escriba aquí", "Enviar"], order);
        await Assertions.Expect(chat.Box).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_chosen_button_leaves_the_focus_in_the_conversation()
    {
        await page.GotoAsync("/");
        await chat.Hears("¿Qué desea hacer?");

        await chat.Choice("1 Registrarme").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await chat.Hears("Dijo: r");

        await Assertions.Expect(chat.Log).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Nothing_that_is_said_becomes_markup_and_links_are_safe()
    {
        await page.GotoAsync("/");
        await chat.Say("<img src=x onerror=alert(1)>");
        await chat.Hears("Dijo: <img src=x onerror=alert(1)>");
        await chat.Say("largo");
        await chat.Hears("12. Importante: lea con calma https://example.org/12. <b>Nada</b> de esto es código.");

        var link = chat.Log.GetByRole(AriaRole.Link, new() { Name = "https://example.org/12" });
        Assert.Equal("noopener noreferrer", await link.GetAttributeAsync("rel"));
        Assert.Equal("_blank", await link.GetAttributeAsync("target"));
        await Assertions.Expect(chat.Log.Locator("img")).ToHaveCountAsync(0);
        await Assertions.Expect(chat.Log.Locator("b").Filter(new() { HasText = "Importante" })).ToHaveCountAsync(12);
    }

    [Fact]
    public async Task A_long_answer_is_read_from_its_beginning_and_new_messages_are_announced()
    {
        await page.GotoAsync("/");
        await chat.Say("largo");
        await chat.Hears("12. Importante: lea con calma https://example.org/12. <b>Nada</b> de esto es código.");
        var fresh = page.GetByRole(AriaRole.Button, new() { Name = "Hay mensajes nuevos ↓" });
        await Assertions.Expect(chat.Log.GetByText("1. Importante").First).ToBeInViewportAsync();
        await Assertions.Expect(fresh).ToBeVisibleAsync();
        await fresh.ClickAsync();
        await Assertions.Expect(fresh).ToBeHiddenAsync();

        await chat.Log.EvaluateAsync("log => { log.scrollTop = 0; }");
        await Conversation().PostFromElsewhere("otra cosa");
        await Assertions.Expect(fresh).ToBeVisibleAsync();
        await fresh.ClickAsync();

        await Assertions.Expect(fresh).ToBeHiddenAsync();
        await Assertions.Expect(chat.Log.GetByText("Dijo: otra cosa")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task What_must_not_be_kept_disappears_from_her_screen()
    {
        await page.GotoAsync("/");
        await chat.Say("me pega");
        await chat.Hears("Usted no tiene la culpa. Llame al 182.");

        await Assertions.Expect(chat.Log.GetByText("me pega")).ToHaveCountAsync(0);
        Assert.DoesNotContain("me pega", await page.EvaluateAsync<string>("() => JSON.stringify(Object.assign({}, localStorage))"));
    }

    [Fact]
    public async Task Audio_lists_and_pictures_come_as_she_asks_for_them()
    {
        await page.GotoAsync("/");
        await chat.Say("audio");
        await chat.Hears("Escuche la lección.");
        await chat.Say("lista");
        await chat.Hears("¿En qué trabaja?");
        await chat.Say("imagen");
        await chat.Hears("Así se llena.");
        await chat.Say("documento");
        await chat.Hears("Su constancia.");

        await Assertions.Expect(chat.Log.GetByLabel("Audio: Lección 1")).ToHaveAttributeAsync("preload", "none");
        await Assertions.Expect(chat.Log.GetByRole(AriaRole.Button, new() { Name = "9 Rubro 9" })).ToBeVisibleAsync();
        await Assertions.Expect(chat.Log.GetByRole(AriaRole.Link, new() { Name = "Descargar: Constancia.pdf" })).ToBeVisibleAsync();
        Assert.DoesNotContain(requests, url => url.EndsWith("/site.css?imagen", StringComparison.Ordinal));
        await chat.Log.GetByRole(AriaRole.Button, new() { Name = "Ver imagen: Libro de caja" }).ClickAsync();
        await Assertions.Expect(chat.Log.GetByAltText("Libro de caja")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Axe_finds_nothing_and_nothing_is_cut_off(int width)
    {
        await page.SetViewportSizeAsync(width, 740);
        await page.GotoAsync("/");
        await chat.Say("opciones");
        await chat.Hears("¿Está de acuerdo?");
        await chat.Say("una palabra muy largaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        await chat.Say("lista");
        await chat.Hears("¿En qué trabaja?");

        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        var (inner, outer) = (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), await page.EvaluateAsync<int>("() => innerWidth"));
        await Picture.Of(page, $"inline-{width.ToString(CultureInfo.InvariantCulture)}");

        Assert.Empty(found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
        Assert.True(inner <= outer, $"{inner} > {outer}");
    }

    [Fact]
    public async Task The_floating_window_opens_closes_and_gives_the_focus_back()
    {
        await page.GotoAsync("/embed.html");
        var launch = page.GetByRole(AriaRole.Button, new() { Name = "Escríbanos" });
        Assert.DoesNotContain(requests, url => url.Contains("/chat/open", StringComparison.Ordinal));

        await launch.ClickAsync();
        await chat.Hears("¿Qué desea hacer?");
        await Picture.Of(page, "floating-360");
        await page.SetViewportSizeAsync(1280, 800);
        await Picture.Of(page, "floating-1280");
        var found = await page.RunAxe();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(launch).ToBeFocusedAsync();
        await Assertions.Expect(chat.Log).ToBeHiddenAsync();
        Assert.Empty(found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
    }

    private Elsewhere Conversation() => new(page, bot);

    /// <summary>The same conversation, written to from another device of hers.</summary>
    private sealed class Elsewhere(IPage page, ScriptedBot bot)
    {
        public async Task PostFromElsewhere(string text)
        {
            var conversation = await page.EvaluateAsync<string>("() => document.querySelector('coop-chat').device.conversation");
            var token = await page.EvaluateAsync<string>("() => document.querySelector('coop-chat').device.token");
            using var client = bot.Client();
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            using var body = new StringContent($$"""{"type":"message","text":"{{text}}"}""");
            using var answer = await client.PostAsync(new Uri($"/v3/directline/conversations/{conversation}/activities", UriKind.Relative), body);
            Assert.True(answer.IsSuccessStatusCode);
        }
    }
}
