using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Allies.Agreements;
using CoopAssistant.Programme.Allies.Commitments;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Tests.Groups;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Allies;

public abstract class AgreementStoryTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : AgreementStoryTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : AgreementStoryTests(DatabaseKind.Postgres);

    [Fact]
    public async Task The_packs_institutions_are_there_once_and_what_staff_change_stays()
    {
        await using var house = await House.On(kind);
        var ally = await house.Ally("mujer");
        var stored = (await Read(house, ally))!.Ally;
        Assert.True(stored.IsDiscreet);
        Assert.Equal(ChangeResult.Changed, (await house.Ask<SaveAlly, SaveAlly.Result>(save => save.Change(new(ally, null, stored.Version), stored.Profile with { Short = "INAMU", AnswerDays = 3 }, CancellationToken.None))).Outcome);
        Assert.Equal(ChangeResult.ChangedMeanwhile, (await house.Ask<SaveAlly, SaveAlly.Result>(save => save.Change(new(ally, null, stored.Version), stored.Profile, CancellationToken.None))).Outcome);

        Assert.Equal(0, await house.Ask<KnowAllies, int>(know => know.Handle(CancellationToken.None)));

        Assert.Equal(("INAMU", 3), ((await Read(house, ally))!.Ally.Short, (await Read(house, ally))!.Ally.AnswerDays!.Value));
        var own = new AllyProfile("Universidad de Panamá, sede de Coclé", "la universidad", "Da cursos.", ["PA-2"]);
        var cocle = Territory.OfRegions("PA-2");
        var added = await house.Ask<SaveAlly, SaveAlly.Result>(save => save.Add("PA", own, cocle, CancellationToken.None));
        var twin = await house.Ask<SaveAlly, SaveAlly.Result>(save => save.Add("PA", own, cocle, CancellationToken.None));
        Assert.Equal(["la-universidad", "la-universidad-2"], [(await Read(house, added.Id!.Value))!.Ally.Code, (await Read(house, twin.Id!.Value))!.Ally.Code]);
        Assert.Equal(ChangeResult.Changed, (await house.Ask<SaveAlly, SaveAlly.Result>(save => save.AddContact(new(added.Id.Value, cocle), "Rosa Vega", "decana", null, null, CancellationToken.None))).Outcome);
        Assert.Equal(AllyProblem.OutsideTerritory, (await house.Ask<SaveAlly, SaveAlly.Result>(save => save.Change(new(ally, cocle), own, CancellationToken.None))).Problem); // it is the whole country's
        Assert.Equal(AllyProblem.OutsideTerritory, (await house.Ask<SaveAlly, SaveAlly.Result>(save => save.Add("PA", own with { Regions = [] }, cocle, CancellationToken.None))).Problem);
        Assert.Null(await Read(house, ally, Territory.OfCountry("BO")));
    }

    [Fact]
    public async Task An_agreement_says_what_each_contributes_is_due_for_renewal_in_time_and_goes_on_or_ends()
    {
        await using var house = await House.On(kind);
        var ally = await house.Ally();
        var today = DateOnly.FromDateTime(house.Clock.Now.UtcDateTime.AddHours(-5));
        var terms = new AgreementTerms("Cursos de oficios", "12-2026", null, today.AddDays(-300), today.AddDays(80), null, [new(Party.Ministry, "convoca a las mujeres"), new(Party.Ally, "da el curso"), new(Party.Other, "Alcaldía: el local")]);
        var agreement = (await Sign(house, ally, terms, null)).Id!.Value;

        Assert.Equal(today.AddDays(20), (await Agreement(house, agreement)).RenewBy);
        Assert.Equal([(agreement, 20)], (await Renewals(house, Territory.OfCountry("PA"))).Select(r => (r.Id, r.DaysLeft)));
        Assert.Empty(await Renewals(house, Territory.OfRegions("PA-2"))); // the whole country's is not one region's to settle
        house.Clock.Advance(TimeSpan.FromDays(25));
        Assert.Equal(-5, Assert.Single(await Renewals(house, null)).DaysLeft);

        Assert.Equal(AgreementProblem.EndsBeforeItStarts, (await Change(house, agreement, (change, request) => change.Renew(request, today.AddDays(80), CancellationToken.None))).Problem);
        Assert.Equal(ChangeResult.NotFound, (await Change(house, agreement, (change, request) => change.Renew(request, today.AddDays(900), CancellationToken.None), Territory.OfRegions("PA-2"))).Outcome);
        Assert.Equal(ChangeResult.Changed, (await Change(house, agreement, (change, request) => change.Renew(request, today.AddDays(445), CancellationToken.None))).Outcome);
        Assert.Empty(await Renewals(house, null));
        Assert.Equal(ChangeResult.ReasonMissing, (await Change(house, agreement, (change, request) => change.End(request with { Reason = " " }, CancellationToken.None))).Outcome);
        Assert.Equal(ChangeResult.Changed, (await Change(house, agreement, (change, request) => change.End(request, CancellationToken.None))).Outcome);

        var stored = await Agreement(house, agreement);
        Assert.Equal(AgreementState.Ended, stored.StateOn(today.AddDays(25)));
        Assert.Equal([AgreementEntryKind.Signed, AgreementEntryKind.Renewed, AgreementEntryKind.Ended], stored.Entries.OrderBy(e => e.Id).Select(e => e.Kind));
        Assert.Equal(3, stored.Contributions.Count);
    }

    [Fact]
    public async Task What_is_wrong_with_an_agreement_is_said_and_a_region_signs_for_itself_alone()
    {
        await using var house = await House.On(kind);
        var ally = await house.Ally();
        var from = new DateOnly(2027, 1, 1);
        var good = new AgreementTerms("Cursos", null, "PA-2", from, new DateOnly(2027, 12, 31), null, [new(Party.Ally, "da el curso")]);
        var cocle = Territory.OfRegions("PA-2");

        Assert.Equal(AgreementProblem.NoTitle, (await Sign(house, ally, good with { Title = "…" }, null)).Problem);
        Assert.Equal(AgreementProblem.EndsBeforeItStarts, (await Sign(house, ally, good with { Until = from.AddDays(-1) }, null)).Problem);
        Assert.Equal(AgreementProblem.RenewalOutside, (await Sign(house, ally, good with { RenewBy = from.AddYears(2) }, null)).Problem);
        Assert.Equal(AgreementProblem.NoContribution, (await Sign(house, ally, good with { Contributions = [new(Party.Ally, "  ")] }, null)).Problem);
        Assert.Equal((ChangeResult.NotPermitted, null), ((await Sign(house, ally, good with { Region = null }, cocle)).Outcome, (await Sign(house, ally, good with { Region = null }, cocle)).Problem));
        var signed = (await Sign(house, ally, good, cocle)).Id!.Value;

        var changed = await Change(house, signed, (change, request) => change.Describe(request, good with { Contributions = [new(Party.Ministry, "convoca"), new(Party.Ally, "da el curso")] }, CancellationToken.None), cocle);
        Assert.Equal(ChangeResult.Changed, changed.Outcome);
        Assert.Equal(["convoca", "da el curso"], (await Agreement(house, signed)).Contributions.OrderBy(c => c.Id).Select(c => c.What));
        Assert.Equal(2, await house.Ask<ProgrammeDb, int>(db => db.Agreements.SelectMany(g => g.Contributions).CountAsync()));
    }

    [Fact]
    public async Task A_commitment_to_a_group_and_step_is_kept_or_missed_and_late_ones_surface_where_the_group_is()
    {
        await using var house = await House.On(kind);
        var ally = await house.Ally();
        var group = await house.AGroup();
        var due = DateOnly.FromDateTime(house.Clock.Now.UtcDateTime).AddDays(5);
        var target = new CommitmentTarget(group, "PA-2.2", null, due);

        Assert.Equal(CommitmentProblem.NothingSaid, (await Promise(house, ally, " ", target, null)).Problem);
        Assert.Equal(CommitmentProblem.NoSuchStep, (await Promise(house, ally, "un aula", target with { Step = "XX" }, null)).Problem);
        Assert.Equal(CommitmentProblem.NoSuchGroup, (await Promise(house, ally, "un aula", target, Territory.OfRegions("PA-4"))).Problem);
        var commitment = (await Promise(house, ally, "un aula los martes", target, Territory.OfRegions("PA-2"))).Id!.Value;
        house.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal([commitment], (await Late(house, Territory.OfRegions("PA-2"))).Select(c => c.Id));
        Assert.Empty(await Late(house, Territory.OfRegions("PA-4")));
        Assert.Equal(ChangeResult.ReasonMissing, await Move(house, commitment, CommitmentTrigger.Miss, null));
        Assert.Equal(ChangeResult.Changed, await Move(house, commitment, CommitmentTrigger.Start, null));
        Assert.Equal(ChangeResult.Changed, await Move(house, commitment, CommitmentTrigger.Miss, "sin aula"));
        Assert.Equal(ChangeResult.NotPermitted, await Move(house, commitment, CommitmentTrigger.Start, null));

        Assert.Empty(await Late(house, null));
        var row = Assert.Single(await house.Ask<ListCommitments, IReadOnlyList<ListCommitments.Row>>(list => list.Of(null, group, null, CancellationToken.None)));
        Assert.Equal((CommitmentState.Missed, "sin aula", "PA-2.2"), (row.State, row.Reason, row.StepCode));
    }

    private static Task<ReadAlly.Result?> Read(House house, AllyId ally, Territory? territory = null) => house.Ask<ReadAlly, ReadAlly.Result?>(read => read.Handle(ally, territory, CancellationToken.None));

    private static Task<SignAgreement.Result> Sign(House house, AllyId ally, AgreementTerms terms, Territory? territory) =>
        house.Ask<SignAgreement, SignAgreement.Result>(sign => sign.Handle(new(ally, terms, AllyHouse.Staff, territory), CancellationToken.None));

    private static Task<SignAgreement.Result> Change(House house, AgreementId agreement, Func<ChangeAgreement, ChangeAgreement.Request, Task<SignAgreement.Result>> change, Territory? territory = null) =>
        house.Ask<ChangeAgreement, SignAgreement.Result>(use => change(use, new(agreement, AllyHouse.Staff, "así se acordó", territory)));

    private static Task<IReadOnlyList<ListRenewals.Row>> Renewals(House house, Territory? territory) => house.Ask<ListRenewals, IReadOnlyList<ListRenewals.Row>>(list => list.Handle(territory, CancellationToken.None));

    private static async Task<Agreement> Agreement(House house, AgreementId agreement) => (await house.Ask<ReadAgreement, ReadAgreement.Result?>(read => read.Handle(agreement, null, CancellationToken.None)))!.Agreement;

    private static Task<PromiseCommitment.Result> Promise(House house, AllyId ally, string what, CommitmentTarget target, Territory? territory) =>
        house.Ask<PromiseCommitment, PromiseCommitment.Result>(promise => promise.Handle(new(ally, what, target, AllyHouse.Staff, territory), CancellationToken.None));

    private static Task<ChangeResult> Move(House house, CommitmentId commitment, CommitmentTrigger trigger, string? reason) =>
        house.Ask<PromiseCommitment, ChangeResult>(promise => promise.Move(commitment, trigger, AllyHouse.Staff, reason, null, null, CancellationToken.None));

    private static Task<IReadOnlyList<ListCommitments.Row>> Late(House house, Territory? territory) =>
        house.Ask<ListCommitments, IReadOnlyList<ListCommitments.Row>>(list => list.Late(territory, DateOnly.FromDateTime(house.Clock.Now.UtcDateTime), CancellationToken.None));
}
