using System.Net;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Participants;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Registrations;

/// <summary>A woman whom five wrong PINs locked, and who at the office lets her in again.</summary>
public class UnlockTests
{
    [Fact]
    public async Task Staff_who_made_sure_that_it_is_her_unlock_her_and_the_audit_says_so()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        await Lock(host, registration);
        using var visitor = await host.SignedIn(role: StaffRole.Registrar);
        var path = $"/registros/{registration.Value}";

        var before = await visitor.Read(path);
        using var unlocked = await visitor.Submit(path, $"{path}/desbloquear");
        var after = await visitor.Read(unlocked.Headers.Location!.ToString());

        Assert.Contains("confirme en persona o por teléfono que es ella", before, StringComparison.Ordinal);
        Assert.Contains("últimas 4 cifras de su documento", before, StringComparison.Ordinal);
        Assert.EndsWith("aviso=pin-desbloqueado", unlocked.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("PIN desbloqueado.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("/desbloquear", after, StringComparison.Ordinal);
        Assert.Equal(0, await Failures(host));
        using var administrator = await host.SignedIn("Marta Díaz", "marta@ejemplo.gob.pa");
        var audit = await administrator.Read("/auditoria?ver=cambios");
        Assert.Contains("desbloqueó", audit, StringComparison.Ordinal);
        Assert.Contains($"href=\"{path}\"", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("intentos de PIN", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_is_there_only_for_a_locked_woman()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn(role: StaffRole.Registrar);

        var page = await visitor.Read($"/registros/{registration.Value}");

        Assert.DoesNotContain("Desbloquear", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_look_is_told_but_unlocks_nobody()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        await Lock(host, registration);
        using var viewer = await host.SignedIn(role: StaffRole.Viewer);
        var path = $"/registros/{registration.Value}";

        var page = await viewer.Read(path);
        using var answer = await viewer.Post($"{path}/desbloquear", await Token(viewer), ("version", "5"));

        Assert.Contains("Su PIN está bloqueado", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Desbloquear", page, StringComparison.Ordinal);
        Assert.Contains("/sin-permiso", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(Participant.MaxFailedProofs, await Failures(host));
    }

    [Fact]
    public async Task Staff_of_another_territory_and_a_form_without_its_token_are_refused()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        await Lock(host, registration);
        using var bolivia = await host.SignedIn("Luz Mamani", "luz@ejemplo.gob.bo", "BO", StaffRole.Registrar);
        using var panama = await host.SignedIn("Rosa Pinto", "rosa@ejemplo.gob.pa", "PA", StaffRole.Registrar);
        var path = $"/registros/{registration.Value}/desbloquear";

        using var elsewhere = await bolivia.Post(path, await Token(bolivia), ("version", "5"));
        using var forged = await panama.Post(path, ("version", "5"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (elsewhere.StatusCode, forged.StatusCode));
        Assert.Equal(Participant.MaxFailedProofs, await Failures(host));
    }

    [Fact]
    public async Task The_button_pressed_twice_says_the_same_and_writes_it_down_once()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration(document: null);
        await Lock(host, registration);
        using var visitor = await host.SignedIn(role: StaffRole.Registrar);
        var path = $"/registros/{registration.Value}";
        var page = await visitor.Read(path);
        var (action, fields) = await visitor.Fill(path, $"{path}/desbloquear");

        using var first = await visitor.Post(action, fields);
        using var second = await visitor.Post(action, fields);

        Assert.Contains("anote primero su documento", page, StringComparison.Ordinal);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await host.Seed.Ask<ProgrammeDb, int>(db => db.ChangeEntries.CountAsync(e => e.Action == "desbloqueó")));
    }

    private static async Task Lock(AdminHost host, RegistrationId registration)
    {
        var her = await host.Seed.Ask<ProgrammeDb, ParticipantId>(db => db.Registrations.Where(r => r.Id == registration).Select(r => r.ParticipantId).SingleAsync());
        for (var i = 0; i < Participant.MaxFailedProofs; i++)
            await host.Seed.Do<ProveParticipant>(async prove => await prove.Count(await prove.Check(her, "0000", CancellationToken.None), CancellationToken.None));
    }

    private static Task<int> Failures(AdminHost host) => host.Seed.Ask<ProgrammeDb, int>(db => db.Participants.Select(p => p.FailedProofs).SingleAsync());

    private static async Task<(string Name, string Value)> Token(Visitor visitor) =>
        (await visitor.Fill("/cuenta", "/salir")).Fields.Single(f => f.Name == "__RequestVerificationToken");
}
