using CoopAssistant.Data.Staff;

namespace CoopAssistant.Admin.Tests.Audit;

public class AuditPageTests
{
    [Fact]
    public async Task Who_uncovered_whose_document_is_found_by_person_and_folio()
    {
        await using var host = await AdminHost.Start();
        var (first, second) = (await host.Seed.Registration(), await host.Seed.Registration("Otra", "Mujer", document: "9-1-2"));
        using var eva = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", role: StaffRole.Registrar);
        (await eva.Submit($"/registros/{first.Value}", "mostrar")).Dispose();
        using var administrator = await host.SignedIn();
        (await administrator.Submit($"/registros/{second.Value}", "mostrar")).Dispose();
        var folio = await Folio(host, first);

        var all = await administrator.Read("/auditoria");
        var hers = await administrator.Read($"/auditoria?registro={folio}");
        var csv = await administrator.Read($"/auditoria.csv?registro={folio}");

        Assert.Contains("Eva Rojas</td>", all, StringComparison.Ordinal);
        Assert.Contains("Ana Castillo</td>", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Castillo</td>", hers, StringComparison.Ordinal);
        Assert.Contains("Eva Rojas,vio,registro", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("8-123-456", all + csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_change_is_written_down_with_who_and_from_what_to_what()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn();

        (await visitor.Submit($"/registros/{registration.Value}", "mover-Review")).Dispose();
        var changes = await visitor.Read($"/auditoria?ver=cambios&registro={await Folio(host, registration)}");

        Assert.Contains("estado: Received → InReview", changes, StringComparison.Ordinal);
        Assert.Contains("Ana Castillo</td>", changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ins_and_exports_are_written_down_and_no_value_of_a_person_is()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();
        await visitor.Read("/auditoria.csv");

        var changes = await visitor.Read("/auditoria?ver=cambios");

        Assert.Contains(">entró</td>", changes, StringComparison.Ordinal);
        Assert.Contains(">exportó</td>", changes, StringComparison.Ordinal);
    }

    private static Task<string> Folio(AdminHost host, Programme.RegistrationId id) =>
        host.Seed.Ask<Programme.ProgrammeDb, string>(db => Task.FromResult(db.Registrations.Single(r => r.Id == id).Folio));
}
