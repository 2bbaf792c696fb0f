using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using CoopAssistant.Admin.Meetings;
using CoopAssistant.Data.Staff;
using CoopAssistant.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Tests.Posters;

public sealed partial class PosterPagesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coop-poster-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("afiche", 1)]
    [InlineData("tarjetas", 2)]
    public async Task A_camera_reads_both_squares_of_the_paper(string paper, int aSide)
    {
        await using var host = await AdminHost.Start(add: services => services.AddSingleton(new ChatAddress("50760001234", "https://chat.example.coop")));
        await host.Seed.Community("El Valle");
        using var visitor = await host.SignedIn();
        var (path, code) = await Make(visitor, "El Valle", "Casa comunal");

        using var answer = await visitor.Get($"{path}/{paper}.pdf");
        var file = System.IO.Path.Combine(_folder.FullName, "paper.pdf");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        var looks = new List<string[]>();
        for (var at = 0; at < aSide * aSide; at++) looks.Add(await Look(file, at % aSide, at / aSide, aSide));
        var text = await Says("pdftotext", file, "-");

        Assert.All(looks, links => Assert.Equal([$"https://chat.example.coop/?origen={code}", $"https://wa.me/50760001234?text=Hola%20%28{code}%29"], links));
        Assert.Contains("Ministerio de Trabajo", text, StringComparison.Ordinal);
        Assert.Contains("+50760001234", text, StringComparison.Ordinal);
        Assert.Contains(code, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_made_listed_taken_down_and_put_up_again()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Community("El Valle");
        using var visitor = await host.SignedIn();
        Assert.Contains("Todavía no hay afiches", await visitor.Read("/afiches"), StringComparison.Ordinal);
        using var nowhere = await visitor.Submit("/afiches", "afiche", ("Sent.Place", "c:" + Guid.NewGuid()), ("Sent.Title", "x"));
        Assert.Contains("Elija un lugar de su territorio", WebUtility.HtmlDecode(await nowhere.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        var (path, code) = await Make(visitor, "El Valle", "");

        Assert.Contains(code, await visitor.Read("/afiches"), StringComparison.Ordinal);
        Assert.Contains("0 saludaron", await visitor.Read(path), StringComparison.Ordinal);
        using var down = await visitor.Submit(path, $"{path}/quitar");
        Assert.Contains(code, await visitor.Read("/afiches?ver=quitados"), StringComparison.Ordinal);
        using var up = await visitor.Submit(path, $"{path}/poner");
        Assert.Contains("Puesto", await visitor.Read(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_of_elsewhere_reach_none_and_who_only_looks_makes_none()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Community("El Valle");
        using var visitor = await host.SignedIn();
        using var stranger = await host.SignedIn("Wilma Quispe", "wilma@ejemplo.gob.bo", "BO");
        using var viewer = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.Viewer);
        var (path, code) = await Make(visitor, "El Valle", "");

        using var page = await stranger.Get(path);
        using var paper = await stranger.Get(path + "/afiche.pdf");
        using var refused = await viewer.Get(path + "/afiche.pdf");
        var seen = await viewer.Read(path);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Redirect), (page.StatusCode, paper.StatusCode, refused.StatusCode));
        Assert.DoesNotContain(code, await stranger.Read("/afiches"), StringComparison.Ordinal);
        Assert.Contains(code, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Imprimir", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Hacer un afiche", await viewer.Read("/afiches"), StringComparison.Ordinal);
    }

    /// <summary>A camera before one part of the page, as many on each side: what its squares lead to, in order.</summary>
    private async Task<string[]> Look(string file, int column, int row, int aSide)
    {
        var (dots, width, height) = (150 * aSide, 1240, 1754); // A4 at 150 dots an inch, a part of it as large
        var picture = System.IO.Path.Combine(_folder.FullName, $"look-{column}-{row}");
        await Says("pdftoppm", "-r", $"{dots}", "-x", $"{column * width}", "-y", $"{row * height}", "-W", $"{width}", "-H", $"{height}", "-gray", "-singlefile", "-png", file, picture);
        return [.. (await Says("zbarimg", "--quiet", "--raw", picture + ".png")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }

    private static async Task<(string Path, string Code)> Make(Visitor visitor, string place, string title)
    {
        var choice = Regex.Match(await visitor.Read("/afiches"), $"<option value=\"(?<value>c:[^\"]+)\"[^>]*>{place}", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups["value"].Value;
        using var made = await visitor.Submit("/afiches", "afiche", ("Sent.Place", choice), ("Sent.Title", title));
        var path = PosterPath().Match(made.Headers.Location!.OriginalString).Value;
        return (path, Code().Match(await visitor.Read(path)).Value);
    }

    private static async Task<string> Says(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var run = Process.Start(start)!;
        var (output, error) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == 0, await error);
        return await output;
    }

    [GeneratedRegex(@"/afiches/\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PosterPath();

    [GeneratedRegex("PA-[2-9A-Z]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
