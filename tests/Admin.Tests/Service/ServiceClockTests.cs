using System.Net;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme.Service;

namespace CoopAssistant.Admin.Tests.Service;

public class ServiceClockTests
{
    private const string Eva = "eva@ejemplo.gob.pa";

    /// <summary>A Monday without holidays, ten in the morning in Panama: ahead of any day on which the tests run.</summary>
    private static readonly DateTimeOffset Monday = new(2041, 3, 11, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_inbox_says_how_much_working_time_is_left_and_how_long_ago_it_passed()
    {
        await using var host = await OnMonday();
        await host.Staff();
        host.Clock.Pass(TimeSpan.FromMinutes(-30));
        await host.Seed.Ticket(await host.Seed.Contact(profileName: "Doña Petra")); // half past nine

        host.Clock.Pass(TimeSpan.FromHours(1.5));
        var inTime = await Reads(host, "/conversaciones");
        host.Clock.Pass(TimeSpan.FromHours(9)); // after closing
        var closed = await Reads(host, "/conversaciones");
        host.Clock.Pass(TimeSpan.FromHours(15)); // Tuesday, eleven
        var late = await Reads(host, "/conversaciones");

        // The clock of these tests runs on: some seconds are lost on the way.
        Assert.Matches("faltan 2 h 2[0-9] min<", inTime);
        Assert.Matches("venció hace 2 h 2[0-9] min hábiles", closed);
        Assert.Matches("venció hace 5 h 3[0-9] min hábiles", late);
    }

    [Fact]
    public async Task What_is_late_comes_before_the_director_first_and_before_administration_after_the_second_limit()
    {
        await using var host = await OnMonday();
        var registration = await host.Seed.Registration();
        var ticket = await host.Seed.Ticket(await host.Seed.Contact(profileName: "Doña Petra"));
        await host.Staff();
        await host.Staff("Eva Rojas", Eva, "PA", StaffRole.RegionalDirector);

        host.Clock.Pass(TimeSpan.FromHours(4.5));
        var (directors, administrators) = (await Reads(host, "/", Eva), await Reads(host, "/"));
        await Escalates(host);
        host.Clock.Pass(TimeSpan.FromDays(8)); // Tuesday of the next week: over six days of work
        await Escalates(host);
        using var director = await Back(host, Eva);
        using var administrator = await Back(host);
        var (later, history) = (await administrator.Read("/"), await director.Read("/plazos"));

        Assert.Contains("conversación pasó el plazo de respuesta", directors, StringComparison.Ordinal);
        Assert.Contains("Ninguna conversación vencida espera a administración", administrators, StringComparison.Ordinal);
        Assert.Contains("conversación vencida espera a administración", later, StringComparison.Ordinal);
        Assert.Contains("registro vencido espera a administración", later, StringComparison.Ordinal);
        Assert.Contains($"/conversaciones/{ticket}\"", history, StringComparison.Ordinal);
        Assert.Contains($"/registros/{registration.Value}\"", history, StringComparison.Ordinal);
        Assert.Contains("María Elena", await administrator.Read("/registros?plazo=segundo"), StringComparison.Ordinal);
        Assert.Contains("Doña Petra", await administrator.Read("/conversaciones?ver=segundo-plazo"), StringComparison.Ordinal);
        Assert.Contains("se mostró a Administración", await director.Read($"/conversaciones/{ticket}"), StringComparison.Ordinal);
        Assert.Contains("se mostró a Dirección regional", await director.Read($"/registros/{registration.Value}"), StringComparison.Ordinal);

        (await director.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/responder", ("texto", "Buenos días"))).Dispose();
        await Escalates(host);
        Assert.Contains("Doña Petra", await director.Read("/plazos?ver=resueltos"), StringComparison.Ordinal);
        Assert.DoesNotContain("Doña Petra", await director.Read("/plazos"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_director_answers_for_the_office_it_comes_before_administration_at_the_first_limit()
    {
        await using var host = await OnMonday();
        var ticket = await host.Seed.Ticket(await host.Seed.Contact(profileName: "Doña Petra"));
        await host.Staff();
        await host.Staff("Eva Rojas", Eva, "PA", StaffRole.RegionalDirector, office: "panama-este"); // answers elsewhere

        host.Clock.Pass(TimeSpan.FromHours(4.5));
        await Escalates(host);
        using var administrator = await Back(host);
        var (start, page) = (await administrator.Read("/"), await administrator.Read($"/conversaciones/{ticket}"));

        Assert.Contains("conversación vencida espera a administración", start, StringComparison.Ordinal);
        Assert.Contains("Doña Petra", await administrator.Read("/conversaciones?ver=segundo-plazo"), StringComparison.Ordinal);
        Assert.Contains("Doña Petra", await administrator.Read("/plazos"), StringComparison.Ordinal);
        Assert.Contains("se mostró a Administración", page, StringComparison.Ordinal);
        Assert.DoesNotContain("se mostró a Dirección regional", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_director_of_another_region_sees_nothing_of_it()
    {
        await using var host = await OnMonday();
        var registration = await host.Seed.Registration();
        host.Clock.Pass(TimeSpan.FromDays(9));
        await Escalates(host);
        using var other = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.RegionalDirector, region: "PA-4");

        var (late, offices, office) = (await other.Read("/plazos"), await other.Read("/horarios"), await other.Get("/horarios/PA/cocle"));

        Assert.DoesNotContain(registration.Value.ToString(), late, StringComparison.Ordinal);
        Assert.Contains("Chiriquí", offices, StringComparison.Ordinal);
        Assert.DoesNotContain("Coclé", offices, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, office.StatusCode);
        office.Dispose();
    }

    [Fact]
    public async Task Hours_targets_and_closed_days_of_an_office_are_set_on_its_page_and_hold_at_once()
    {
        await using var host = await OnMonday();
        using var director = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.RegionalDirector, office: "cocle");
        const string page = "/horarios/PA/cocle";

        using var saved = await director.Submit(page, page + "/guardar", ("de.1.0", "07:30"), ("a.1.0", "12:00"), ("de.1.1", "13:00"), ("a.1.1", "15:30"), ("respuesta", "1,5"), ("respuesta2", "3"));
        using var wrong = await director.Submit(page, page + "/guardar", ("de.1.0", "12:00"), ("a.1.0", "07:30"));
        using var targets = await director.Submit(page, page + "/guardar", ("de.1.0", "07:30"), ("a.1.0", "12:00"), ("respuesta", "2"), ("respuesta2", "1"));
        using var closed = await director.Submit(page, page + "/cerrar", ("desde", "2041-03-18"), ("por", "Patronales"));
        var (read, list) = (await director.Read(page), await director.Read("/horarios"));
        using var opened = await director.Submit(page, page + "/abrir");

        Assert.EndsWith("aviso=horario-guardado", saved.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("aviso=horario-no", wrong.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("aviso=plazos-no", targets.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("aviso=horario-guardado", closed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("aviso=horario-guardado", opened.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Patronales", read, StringComparison.Ordinal);
        Assert.Contains("Horario: lun 07:30-12:00, 13:00-15:30", read, StringComparison.Ordinal);
        Assert.Contains("1 h 30 min", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Patronales</span>", await director.Read(page), StringComparison.Ordinal);
    }

    private static async Task<AdminHost> OnMonday()
    {
        var host = await AdminHost.Start();
        host.Clock.Pass(Monday - host.Clock.GetUtcNow());
        return host;
    }

    private static async Task<string> Reads(AdminHost host, string path, string email = "ana@ejemplo.gob.pa")
    {
        using var visitor = await Back(host, email);
        return await visitor.Read(path);
    }

    /// <summary>Sessions last a working day: who comes back signs in again.</summary>
    private static async Task<Visitor> Back(AdminHost host, string email = "ana@ejemplo.gob.pa")
    {
        var visitor = host.Visitor();
        (await visitor.SignIn(email, AdminHost.Password)).Dispose();
        return visitor;
    }

    private static async Task Escalates(AdminHost host)
    {
        await host.Seed.Do<EscalateTickets>(tickets => tickets.Handle(CancellationToken.None));
        await host.Seed.Do<EscalateRegistrations>(registrations => registrations.Handle(CancellationToken.None));
    }
}
