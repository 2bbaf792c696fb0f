using CoopAssistant.Admin.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopAssistant.Browser.Admin;

/// <summary>On a slow line a page comes in parts, and buttons stand above what is still to come: nothing that had not come is taken for emptied.</summary>
public sealed class PageInPartsTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Lesson = "/cursos/gestion-cooperativa/lecciones/5.1";
    private const string Rest = "name=\"p1r2\"";

    private AdminHost _host = null!;
    private PartedLine _line = null!;

    public async Task InitializeAsync()
    {
        _host = await AdminHost.Start(courses: Path.Combine(CoopAssistant.Admin.Tests.Repository.Root, "content"));
        await _host.Staff();
        _line = new PartedLine(_host.Address);
    }

    public async Task DisposeAsync()
    {
        _line.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task What_is_pressed_while_the_page_comes_is_sent_when_all_of_it_is_there()
    {
        var page = await Opens();
        var answer = await Answer2(page);
        await Begins(page, "Hoy vemos el libro de caja.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).ClickAsync();
        await Task.Delay(300); // would have been sent by now
        _line.GoOn();

        await Expect(page.GetByText("Guardado.", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Mensaje 1", new() { Exact = true })).ToHaveValueAsync("Hoy vemos el libro de caja.");
        Assert.NotEmpty(answer);
        Assert.Equal(answer, await Answer2(page));
    }

    [Fact]
    public async Task Without_scripts_it_is_refused_and_nothing_is_saved()
    {
        var page = await Opens(scripts: false);
        var answer = await Answer2(page);
        await Begins(page, "Hoy vemos el libro de caja.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No se guardó nada" })).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(360, 740);
        await page.Picture("360_no_llego_entera");
        _line.GoOn();
        Assert.Equal(answer, await Answer2(page));
        await Expect(page.GetByLabel("Mensaje 1", new() { Exact = true })).Not.ToHaveValueAsync("Hoy vemos el libro de caja.");
    }

    [Fact]
    public async Task A_page_that_was_cut_off_says_so_and_keeps_what_was_typed()
    {
        var page = await Opens();
        page.Dialog += (sender, dialog) => _ = dialog.AcceptAsync(); // an editor asks before it is left
        _line.StopAt(Rest);
        await page.GotoAsync(Lesson, new() { WaitUntil = WaitUntilState.Commit });
        await page.GetByLabel("Mensaje 1", new() { Exact = true }).WaitForAsync();
        _line.Cut();

        await page.GetByLabel("Mensaje 1", new() { Exact = true }).FillAsync("Hoy vemos el libro de caja.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).ClickAsync();
        await Expect(page.GetByText("Si no termina de llegar, recárguela; lo que escribió se conserva.")).ToBeInViewportAsync();
        await page.SetViewportSizeAsync(360, 740);
        await page.Picture("360_cortada");

        await page.ReloadAsync();
        await Expect(page.GetByLabel("Mensaje 1", new() { Exact = true })).ToHaveValueAsync("Hoy vemos el libro de caja.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).ClickAsync();
        await Expect(page.GetByText("Guardado.", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_she_writes_is_not_moved_to_another_field_by_a_script_that_comes_late()
    {
        var page = await Opens();
        var comes = new TaskCompletionSource();
        await page.RouteAsync("**/LessonEditor.razor.js*", async route => { await comes.Task; await route.ContinueAsync(); });
        await page.GotoAsync(Lesson + "#pregunta-1-respuesta-1", new() { WaitUntil = WaitUntilState.Commit });
        var field = page.GetByLabel("Mensaje 2", new() { Exact = true });
        await field.FillAsync("Haga 4 ");

        comes.SetResult();
        await page.WaitForLoadStateAsync();
        await Expect(page.GetByText("Hay cambios sin guardar.")).ToBeVisibleAsync();
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("columnas.");

        await Expect(field).ToHaveValueAsync("Haga 4 columnas.");
        await page.EvaluateAsync("location.hash = 'pregunta-1-respuesta-2'");
        await Expect(page.GetByLabel("Respuesta 2", new() { Exact = true }).First).ToBeFocusedAsync();
    }

    private async Task<IPage> Opens(bool scripts = true)
    {
        var page = await chromium.Open(new Uri(_line.Url), more: options => options.JavaScriptEnabled = scripts);
        await page.SignIn();
        return page;
    }

    /// <summary>The lesson's page comes up to its first question's second answer, and she writes in what has come.</summary>
    private async Task Begins(IPage page, string text)
    {
        _line.StopAt(Rest);
        await page.GotoAsync(Lesson, new() { WaitUntil = WaitUntilState.Commit });
        await page.GetByLabel("Mensaje 1", new() { Exact = true }).FillAsync(text);
    }

    /// <summary>The second answer to the first question, as it is saved.</summary>
    private static async Task<string> Answer2(IPage page)
    {
        await page.GotoAsync(Lesson);
        return await page.GetByLabel("Respuesta 2", new() { Exact = true }).First.InputValueAsync();
    }
}
