using CoopAssistant.Admin.Audit;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

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

        Assert.Contains("estado: Recibido → En revisión", changes, StringComparison.Ordinal);
        Assert.Contains("Ana Castillo</td>", changes, StringComparison.Ordinal);
    }

    /// <summary>What a change of any record may leave behind, with each value of its choices.</summary>
    [Fact]
    public async Task No_record_field_or_choice_is_named_as_the_code_calls_it()
    {
        await using var host = await AdminHost.Start();
        var model = await host.Seed.Ask<CoopDbContext, IModel>(db => Task.FromResult(db.Model));

        var english = new List<string>();
        foreach (var property in model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            string[] values = type == typeof(bool) ? ["True", "False"] : type.IsEnum ? Enum.GetNames(type) : [];
            var subject = property.DeclaringType.ClrType.Name;
            foreach (var detail in values.Select(value => $"{property.Name}: {value} → {values[0]}").DefaultIfEmpty(property.Name))
            {
                var said = AuditWords.Kind(subject) + " " + AuditWords.Detail(new(1, "", default, "cambió", subject, null, null, detail));
                if (values.Append(property.Name).Append(subject).Where(word => word != "No").Any(word => said.Split(' ', ';', ':').Contains(word))) english.Add($"{subject}.{detail}: {said}");
            }
        }

        Assert.Empty(english);
        Assert.Equal("otro registro otro dato", AuditWords.Kind("Whatever") + " " + AuditWords.Detail(new(1, "", default, "cambió", "Whatever", null, null, "Newest: Old → New; AlsoNew")));
        Assert.Equal("csv, con documento y teléfono", AuditWords.Detail(new(1, "", default, "exportó", "Registrations", null, null, "csv, con documento y teléfono")));
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

    [Fact]
    public async Task Who_sees_one_country_reads_times_as_they_are_there()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn(country: "PA");

        var page = await visitor.Read("/auditoria?ver=cambios");

        var at = await host.Seed.Ask<Programme.ProgrammeDb, DateTimeOffset>(db => Task.FromResult(db.ChangeEntries.First(e => e.Action == Programme.Audit.ChangeAction.SignedIn).At));
        var programmes = host.Services.GetRequiredService<Programmes>();
        Assert.Contains($">{programmes.Moment(at, "PA")}</time>", page, StringComparison.Ordinal);
        Assert.DoesNotContain($">{programmes.Moment(at, "BO")}</time>", page, StringComparison.Ordinal);
    }

    private static Task<string> Folio(AdminHost host, Programme.RegistrationId id) =>
        host.Seed.Ask<Programme.ProgrammeDb, string>(db => Task.FromResult(db.Registrations.Single(r => r.Id == id).Folio));
}
