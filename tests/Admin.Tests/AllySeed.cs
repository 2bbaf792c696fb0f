using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Allies.Agreements;
using CoopAssistant.Programme.Allies.Commitments;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Groups;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Testing;

/// <summary>Invented agreements, commitments and referrals.</summary>
public static class AllySeed
{
    private static readonly string[] Shared = ["nombres", "apellidos", "telefono"];

    public static async Task<ReferralId> Refer(this Seed seed, RegistrationId registration, AllyId ally, bool? says = true)
    {
        var id = (await seed.Ask<Refer, Refer.Result>(refer => refer.Woman(registration, new(ally, "un curso de costura", Shared, "x", null), CancellationToken.None))).Id!.Value;
        var her = await seed.Ask<ProgrammeDb, ParticipantId>(db => db.Registrations.Where(r => r.Id == registration).Select(r => r.ParticipantId).SingleAsync());
        if (says is { } agrees) await seed.Do<AnswerSharing>(answer => answer.Answer(new(id, her, new(1, "2026-1", "whatsapp", "es")), agrees, CancellationToken.None));
        return id;
    }

    /// <summary>An agreement about to end, a late commitment to a group, a group's referral with a member asked, and one woman's in each state.</summary>
    /// <returns>The agreement, the group's referral, and the woman's that was sent.</returns>
    public static async Task<(AgreementId Agreement, ReferralId OfGroup, ReferralId OfWoman)> AlliesAtWork(this Seed seed, AllyId ally, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var agreement = (await seed.Ask<SignAgreement, SignAgreement.Result>(sign => sign.Handle(new(ally, new("Cursos de oficios para grupos", "12-2026", null, today.AddDays(-300), today.AddDays(70), null,
            [new(Party.Ministry, "convoca a las mujeres"), new(Party.Ally, "da el curso y la constancia"), new(Party.Other, "Alcaldía de Antón: el local")]), "x", null), CancellationToken.None))).Id!.Value;
        var group = await seed.Group("Panaderas de Río Hato");
        var eva = await seed.Woman("Eva", "Solís");
        await seed.Do<JoinGroup>(join => join.Handle(group, eva.Participant, true, CancellationToken.None));
        await seed.Do<PromiseCommitment>(promise => promise.Handle(new(ally, "Prestar el aula los martes", new(group, "PA-2.2", agreement, today.AddDays(-3)), "x", null), CancellationToken.None));
        await seed.Do<SaveAlly>(save => save.AddContact(new(ally, null), "Rosa Vega", "coordinadora de cursos", "998-0000", "rosa@ejemplo.gob.pa", CancellationToken.None));
        var ofGroup = (await seed.Ask<Refer, Refer.Result>(refer => refer.Group(group, new(ally, "un taller de pan", [.. SharedFields.OfGroup, "nombres"], "x", null) { Asks = [eva.Participant] }, CancellationToken.None))).Id!.Value;
        var sent = await seed.Refer(await seed.Registration("Ana Lucía", "Campos", document: null), ally);
        await seed.Refer(await seed.Registration("Iris", "Vega", document: null), ally, says: null);
        await seed.Refer(await seed.Registration("Luz", "Mora", document: null), ally, says: false);
        return (agreement, ofGroup, sent);
    }
}
