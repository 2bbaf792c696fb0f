using System.Net;
using System.Text.RegularExpressions;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Data.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Tests.Exports;

public class ExportTests
{
    [Fact]
    public async Task A_file_under_way_shows_how_far_it_is_and_stops_when_cancelled()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();
        var (seen, queue) = (new TaskCompletionSource(), host.Services.GetRequiredService<ExportQueue>());
        var export = queue.Begin(await Id(host, "ana@ejemplo.gob.pa"), "prueba.csv", CsvFile.ContentType, async (_, own, file, stop) =>
        {
            own.Expect(1000);
            await CsvFile.Write(file, ["a"], own.Counted(Endless(seen, stop)), stop);
        })!;
        await seen.Task;

        var under = await visitor.Read("/descargas");
        (await visitor.Submit("/descargas", $"/descargas/{export.Id}/cancelar")).Dispose();
        await Over(export);
        using var gone = await visitor.Get($"/descargas/{export.Id}/archivo");

        Assert.Contains("5 líneas de 1.000", under, StringComparison.Ordinal);
        Assert.Contains("<progress", under, StringComparison.Ordinal);
        Assert.Contains("cancelada", await visitor.Read("/descargas"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.False(File.Exists(export.Path));
    }

    [Fact]
    public async Task A_file_is_its_owners_alone_and_waits_an_hour()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Registration();
        using var visitor = await host.SignedIn();
        using var other = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", role: StaffRole.Administrator);
        (await visitor.Submit("/registros", "/registros/descargar", ("como", "csv"))).Dispose();
        var address = await visitor.Ready();

        using var strange = await other.Get(address);
        using var own = await visitor.Get(address);
        host.Clock.Pass(ExportQueue.Kept + TimeSpan.FromMinutes(1));
        var later = await visitor.Read("/descargas");

        Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
        Assert.Equal("registros.csv", own.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("No hay descargas", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_three_under_way_is_asked_to_wait()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();
        var (staff, queue) = (await Id(host, "ana@ejemplo.gob.pa"), host.Services.GetRequiredService<ExportQueue>());
        for (var i = 0; i < ExportQueue.MostAtOnce; i++) queue.Begin(staff, "larga.csv", CsvFile.ContentType, (_, _, _, stop) => Task.Delay(Timeout.Infinite, stop));

        using var fourth = await visitor.Submit("/registros", "/registros/descargar", ("como", "csv"));

        Assert.EndsWith("aviso=descargas-muchas", fourth.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Endless(TaskCompletionSource seen, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        for (var line = 0; line < 5; line++) yield return ["x"];
        seen.SetResult();
        await Task.Delay(Timeout.Infinite, stop);
    }

    private static async Task Over(Export export)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!export.IsOver || File.Exists(export.Path)) await Task.Delay(10, patience.Token);
    }

    private static Task<string> Id(AdminHost host, string email) =>
        host.Seed.Ask<Data.CoopDbContext, string>(db => Task.FromResult(db.Users.Single(u => u.Email == email).Id));
}
