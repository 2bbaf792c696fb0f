using CoopAssistant.Admin.Start;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Tests.Start;

public class WorkListTests
{
    [Fact]
    public async Task The_first_page_lists_who_has_waited_longest_and_leads_to_the_lists()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Registration("Ana", "Primera");
        host.Clock.Pass(TimeSpan.FromHours(30));
        await host.Seed.Registration("Ana", "Segunda");
        await host.Seed.Ticket(await host.Seed.Contact(profileName: "Doña Petra"));
        host.Clock.Pass(TimeSpan.FromMinutes(95));
        using var visitor = await host.SignedIn();

        var page = await visitor.Read("/");
        var list = await visitor.Read("/registros?estado=recibido&orden=antiguos&quien=libres");

        Assert.True(page.IndexOf("Ana Primera", StringComparison.Ordinal) < page.IndexOf("Ana Segunda", StringComparison.Ordinal));
        Assert.Contains("La primera espera hace 1 hora", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/registros?estado=recibido&orden=antiguos&quien=libres\"", page, StringComparison.Ordinal);
        Assert.Contains("Ana Segunda", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_registrations_are_many_all_work_is_read_once_for_each_kind_of_territory_before_anybody_comes()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Registration("Ana", "Ríos");
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProgrammeDb>();
        var source = new Counted();
        await using var services = new ServiceCollection().AddScoped(_ => db).AddSingleton<IWorkSource>(source).BuildServiceProvider();
        var rehearse = new RehearseWorkList(services.GetRequiredService<IServiceScopeFactory>(), host.Services.GetRequiredService<ProgrammePacks>());

        await rehearse.Once(CancellationToken.None);
        Assert.Empty(source.Territories);
        await host.Seed.ManyRegistrations();
        await rehearse.Once(CancellationToken.None);
        await rehearse.Once(CancellationToken.None);

        Assert.Equal(["", "BO", "BO-H"], source.Territories);
    }

    private sealed class Counted : IWorkSource
    {
        public List<string> Territories { get; } = [];
        public int Order => 1;
        public string Permission => "";

        public Task<Work> Read(WorkRequest request, CancellationToken cancel)
        {
            Territories.Add(string.Join(',', [.. request.Territory?.Countries ?? [], .. request.Territory?.Regions ?? []]));
            return Task.FromResult(new Work("/", 0, "", "", ""));
        }
    }

    [Fact]
    public async Task Information_she_sent_is_work_until_staff_take_the_next_step()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration("Ana", "Ríos");
        using var visitor = await host.SignedIn();
        await Move(host, registration, RegistrationTrigger.AskForInformation, "ana", "la foto de su cédula");
        var asked = await visitor.Read("/registros?volvio=1");
        await Move(host, registration, RegistrationTrigger.ReceiveInformation, RegistrationStep.Herself, "ahí va");

        var (start, returned) = (await visitor.Read("/"), await visitor.Read("/registros?volvio=1"));
        await Move(host, registration, RegistrationTrigger.Accept, "ana", null);

        Assert.DoesNotContain("Ana Ríos", asked, StringComparison.Ordinal);
        Assert.Contains("registro con un dato que ella mandó", start, StringComparison.Ordinal);
        Assert.Contains("Ana Ríos", returned, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Ríos", await visitor.Read("/registros?volvio=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_took_is_no_work_of_mine()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration("Ana", "Ríos");
        using var eva = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", role: StaffRole.Registrar);
        using var luz = await host.SignedIn("Luz Soto", "luz@ejemplo.gob.pa", role: StaffRole.Registrar);

        (await eva.Submit("/", $"/registros/{registration.Value}/asignar")).Dispose();

        Assert.Contains("Es suya", await eva.Read("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Ríos", await luz.Read("/"), StringComparison.Ordinal);
        Assert.Contains("Ana Ríos", await eva.Read("/registros?quien=mias"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Ríos", await luz.Read("/registros?quien=mias"), StringComparison.Ordinal);
        Assert.Contains("Ana Ríos", await luz.Read("/registros"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_given_to_who_may_not_do_it_or_not_there()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        await host.Staff("Luz Mamani", "luz@ejemplo.gob.bo", "BO", StaffRole.Registrar);
        await host.Staff("Vera Paz", "vera@ejemplo.gob.pa", role: StaffRole.Viewer);
        using var visitor = await host.SignedIn();

        foreach (var email in new[] { "luz@ejemplo.gob.bo", "vera@ejemplo.gob.pa" })
        {
            using var refused = await visitor.Submit($"/registros/{registration.Value}", $"/registros/{registration.Value}/asignar", ("quien", await Id(host, email)));
            Assert.Contains("fuera-de-territorio", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
        Assert.Null(await host.Seed.Ask<ProgrammeDb, string?>(db => db.Registrations.Select(r => r.AssignedTo).SingleAsync()));
    }

    [Fact]
    public async Task Facts_past_their_day_wait_for_editors()
    {
        await using var host = await AdminHost.Start();
        host.Clock.Pass(TimeSpan.FromDays(365));
        using var editor = await host.SignedIn(role: StaffRole.ContentEditor);

        var (start, facts) = (await editor.Read("/"), await editor.Read("/por-revisar"));

        Assert.Contains("datos del contenido por confirmar", start, StringComparison.Ordinal);
        Assert.DoesNotContain("registros nuevos", start, StringComparison.Ordinal);
        Assert.Contains("oficina regional de MITRADEL en Coclé", facts, StringComparison.Ordinal);
        Assert.Contains("¿Queda dentro de la provincia de Panamá (Chepo)? Confírmelo con su oficina regional.", facts, StringComparison.Ordinal);
        foreach (var name in new[] { "Lista de lugares", "Guna de Wargandí", "Naso Tjër Di", "San Pedro de Macha (Chayanta), Potosí", "Lista de actividades y sus clases CIIU", "Aviso antes de registrarse" })
            Assert.Contains(name, facts, StringComparison.Ordinal);
    }

    private static Task Move(AdminHost host, RegistrationId registration, RegistrationTrigger trigger, string author, string? detail) =>
        host.Seed.Do<MoveRegistration>(async move => Assert.Equal(MoveResult.Moved, await move.Handle(new(registration, trigger, author, detail), CancellationToken.None)));

    private static Task<string> Id(AdminHost host, string email) => host.Seed.Ask<CoopDbContext, string>(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync());
}
