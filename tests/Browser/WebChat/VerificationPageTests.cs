using CoopAssistant.Browser.Admin;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Certificates;
using CoopAssistant.EndToEnd.Support;
using CoopAssistant.Programme;
using CoopAssistant.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.WebChat;

/// <summary>The page behind a certificate's QR code, on a phone: who scans it, and who mistypes the code.</summary>
public sealed class VerificationPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_right_code_is_confirmed_and_a_wrong_one_can_be_put_right()
    {
        await using var database = await TestDatabase.CreateEmpty(DatabaseKind.Sqlite);
        using var coop = new CoopProcess([.. CoopProcess.On(database), "--only", "bot"]);
        await coop.Start();
        var code = await Certified(database);
        var wrong = $"{code[..^1]}{(code[^1] == '0' ? '1' : '0')}";
        var page = await chromium.Open(new(coop.BotUrl), 360, 740);

        var scanned = await page.GotoAsync($"/verificar/{code}");
        await Assertions.Expect(page.GetByText("Esta constancia es verdadera.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("M. E. G.")).ToBeVisibleAsync();
        await page.IsAccessible();
        await Picture.Whole(page, "verify-360-right");

        var mistyped = await page.GotoAsync($"/verificar/{wrong}");
        await Assertions.Expect(page.GetByText("No encontramos una constancia con ese código.")).ToBeVisibleAsync();
        await page.IsAccessible();
        await Picture.Whole(page, "verify-360-wrong");
        var field = page.GetByRole(AriaRole.Textbox);
        await Assertions.Expect(field).ToHaveValueAsync(wrong);
        await field.FillAsync(code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());
        await field.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Esta constancia es verdadera.")).ToBeVisibleAsync();
        await page.Context.DisposeAsync();

        Assert.Equal((200, 404), (scanned!.Status, mistyped!.Status));
    }

    private static async Task<string> Certified(TestDatabase database)
    {
        var (code, now) = (CertificateCode.Draw(), database.Clock.GetUtcNow());
        await using var scope = database.NewProcess().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoursesDb>();
        db.Certificates.Add(Certificate.Issue(
            code, "gestion-cooperativa", ParticipantId.New(database.Clock), "PA", "María Elena Gómez", "Gestión cooperativa básica", lessons: 40, hours: 4, now, now));
        await db.SaveAsync(default);
        return code.ToString();
    }
}
