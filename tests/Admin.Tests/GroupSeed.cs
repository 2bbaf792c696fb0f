using CoopAssistant.Programme;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Groups.Files;
using CoopAssistant.Programme.Groups.Formalities;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Testing;

/// <summary>Invented communities and groups.</summary>
public static class GroupSeed
{
    /// <summary>A community with its study, a group in it with a member, an invited and a departed woman, a proposal in El Alto, a place nobody understood.</summary>
    public static async Task<(Guid Group, Guid Community)> GroupsAndPlaces(this Seed seed)
    {
        var community = await seed.Community("El Valle");
        await seed.Do<ChangeCommunity>(c => c.Study(new(community, "x", null), new(new Dictionary<string, string> { ["hogares"] = "120", ["sustento"] = "café y jornales" }), CancellationToken.None));
        await seed.Do<ChangeCommunity>(c => c.Prioritise(new(community, "x", null), 1, "lista de corregimientos", CancellationToken.None));
        var group = await seed.Group("Tejedoras de Antón", community);
        var (ana, eva, iris) = (await seed.Woman("Ana Lucía", "Rojas"), await seed.Woman("Eva", "Ruiz"), await seed.Woman("Iris", "Mora"));
        await seed.Do<JoinGroup>(j => j.Handle(group, ana.Participant, true, CancellationToken.None));
        await seed.Do<JoinGroup>(j => j.Handle(group, iris.Participant, false, CancellationToken.None));
        await seed.Do<InviteToGroup>(i => i.Handle(new(group, eva.Folio, "x", null, null), CancellationToken.None));
        await seed.Do<ChangeMembership>(c => c.AppointCoordinator(new(group, ana.Participant, "x", null), CancellationToken.None));
        await seed.Do<ChangeMembership>(c => c.Leave(new(group, iris.Participant, RegistrationStep.Herself, null), CancellationToken.None));
        await seed.Law(group, ana.Participant);
        for (var i = 0; i < 6; i++) await seed.Woman($"Mujer {(char)('A' + i)}", "Mamani", "BO", "BO-L.020105");
        await seed.Woman("Rosa", "Ríos", unknownPlace: "allá en la loma");
        return (group.Value, community.Value);
    }

    /// <summary>Steps done and planned, an office whose term ends soon, a file and one that was taken out.</summary>
    public static async Task Law(this Seed seed, GroupId group, ParticipantId officer)
    {
        var today = await seed.Ask<TimeProvider, DateOnly>(clock => Task.FromResult(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(-5))));
        await seed.Do<RecordFormality>(r => r.Done(new(group, "orientacion", "x", "en Penonomé", null), today.AddDays(-9), CancellationToken.None));
        await seed.Do<RecordFormality>(r => r.Plan(new(group, "seminario", "x", null, null), today.AddDays(9), CancellationToken.None));
        await seed.Do<ChangeOfficer>(c => c.Elect(new(group, "x", null, null), "junta-directores", "presidenta", officer, today.AddDays(-9), today.AddDays(9), CancellationToken.None));
        await seed.Do<AddGroupFile>(a => a.Handle(new(group, "Acta del comité provisional, firmada.pdf", "entrevista", "%PDF-1.7 a"u8.ToArray(), "x", null), CancellationToken.None));
        await seed.Do<AddGroupFile>(a => a.Handle(new(group, "otra.pdf", null, "%PDF-1.7 b"u8.ToArray(), "x", null), CancellationToken.None));
        var other = (await seed.Ask<ReadGroupFiles, IReadOnlyList<GroupFile>>(r => r.List(group, null, CancellationToken.None))).Single(f => f.Name == "otra.pdf");
        await seed.Do<RemoveGroupFile>(r => r.Handle(new(group, other.Id, "x", "era de otro grupo", null), CancellationToken.None));
    }

    public static async Task<CommunityId> Community(this Seed seed, string name, string country = "PA", string place = "PA-2.anton") =>
        (await seed.Ask<IdentifyCommunity, IdentifyCommunity.Result>(i => i.Handle(new(country, place, name, "x", null), CancellationToken.None))).Id!.Value;

    public static async Task<GroupId> Group(this Seed seed, string name, CommunityId? community = null, string country = "PA", string place = "PA-2.anton") =>
        (await seed.Ask<FoundGroup, FoundGroup.Result>(f => f.Handle(new(new GroupDescription(country, null, place, name, "TEX", "es") { CommunityId = community }, GroupOrigin.Staff, "x"), CancellationToken.None))).Group!.Id;

    public static async Task<(ParticipantId Participant, RegistrationId Registration, string Folio)> Woman(
        this Seed seed, string names, string surnames, string country = "PA", string place = "PA-2.anton", string? unknownPlace = null, string? document = null)
    {
        var (participant, registration) = (new ParticipantId(Guid.NewGuid()), new RegistrationId(Guid.NewGuid()));
        var folio = Programme.Registrations.Folio.Draw(country);
        await seed.Do<SubmitRegistration>(submit => submit.Handle(
            new(participant, registration, folio, country, names, surnames, 1990, document, Pin.Hash("4826"), null, "es", false,
                new SubmittedAnswers("[]", names.ToLowerInvariant(), place.Split('.')[0], place, "Centro", "TEX") { UnknownPlaces = unknownPlace is null ? [] : [unknownPlace] }),
            CancellationToken.None));
        return (participant, registration, folio.Spoken);
    }

    public static Task<Group> Stored(this Seed seed, GroupId group) =>
        seed.Ask<ProgrammeDb, Group>(db => db.Groups.AsNoTracking().Include(g => g.Members).Include(g => g.Entries).SingleAsync(g => g.Id == group));
}
