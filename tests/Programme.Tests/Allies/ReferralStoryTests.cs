using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;
using CoopAssistant.Programme.Tests.Groups;
using CoopAssistant.Programme.Tests.Meetings;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Allies;

public abstract class ReferralStoryTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : ReferralStoryTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ReferralStoryTests(DatabaseKind.Postgres);

    [Fact]
    public async Task The_institution_knows_nothing_before_her_yes_and_then_only_what_was_named_and_its_clock_runs()
    {
        await using var house = await House.On(kind);
        var (inadeh, arap) = (await house.Ally(), await house.Ally("arap"));
        var ana = await house.Registered("Ana Gómez");
        var referral = await house.Refers(ana, inadeh);
        Assert.Null(await house.Receives(referral, inadeh));
        Assert.Equal(0, (await house.Ask<ReadReceived, ReadReceived.Page>(read => read.List(inadeh, 0, 50, CancellationToken.None))).Total);
        house.Clock.Advance(TimeSpan.FromDays(3));

        await house.Says(referral, ana, agrees: true);

        var received = (await house.Receives(referral, inadeh))!;
        Assert.Equal([new SharedValue("Nombres", "Ana")], Assert.Single(received.People).Values);
        Assert.Equal((ReferralState.Sent, new AnswerClock(10, IsLate: false)), (received.State, received.Clock));
        Assert.Equal(new DateTimeOffset(2027, 3, 25, 21, 0, 0, TimeSpan.Zero), received.AnswerBy); // ten working days after Thursday the 11th, when the office closes
        Assert.Equal(house.Clock.Now, received.SentAt);
        Assert.Null(await house.Receives(referral, arap));
        Assert.Equal(ChangeResult.NotFound, await house.Serves(referral, arap, (serve, request) => serve.Accept(request, CancellationToken.None)));
        var consent = Assert.Single((await house.Stored(referral)).Consents);
        Assert.Equal((true, 7L, "2026-1", "whatsapp", house.Clock.Now), (consent.IsGranted, consent.ContactId!.Value, consent.TextVersion, consent.Channel, consent.At));
    }

    [Fact]
    public async Task All_that_an_institution_was_sent_is_read_page_by_page()
    {
        await using var house = await House.On(kind);
        var ally = await house.Ally();
        var sent = new List<ReferralId>();
        foreach (var name in new[] { "Ana Gómez", "Eva Ruiz", "Iris Mora" })
        {
            var her = await house.Registered(name);
            sent.Add(await house.Refers(her, ally));
            await house.Says(sent[^1], her, agrees: true);
            house.Clock.Advance(TimeSpan.FromDays(1));
        }
        await house.Serves(sent[0], ally, (serve, request) => serve.Accept(request, CancellationToken.None));

        var pages = new List<ReadReceived.Page>();
        for (var skip = 0; skip < 4; skip += 2) pages.Add(await house.Ask<ReadReceived, ReadReceived.Page>(read => read.List(ally, skip, 2, CancellationToken.None)));

        Assert.All(pages, page => Assert.Equal(3, page.Total));
        Assert.Equal([sent[1], sent[2], sent[0]], pages.SelectMany(page => page.Rows).Select(row => row.Id)); // those to answer first
    }

    [Fact]
    public async Task A_no_ends_it_and_a_yes_taken_back_closes_what_the_institution_sees()
    {
        await using var house = await House.On(kind);
        var ally = await house.Ally();
        var (ana, eva) = (await house.Registered("Ana Gómez"), await house.Registered("Eva Ruiz"));
        var (refused, taken) = (await house.Refers(ana, ally), await house.Refers(eva, ally));

        await house.Says(refused, ana, agrees: false);
        await house.Says(taken, eva, agrees: true);
        Assert.Equal(ChangeResult.Changed, await house.Serves(taken, ally, (serve, request) => serve.Accept(request, CancellationToken.None)));
        await house.TakesBack(taken, eva);

        Assert.Equal(ReferralState.Refused, (await house.Stored(refused)).State);
        Assert.Null(await house.Receives(refused, ally));
        var received = (await house.Receives(taken, ally))!;
        Assert.Equal((ReferralState.ConsentWithdrawn, null), (received.State, received.Reason));
        Assert.Empty(received.People);
        Assert.Equal([true, false], (await house.Stored(taken)).Consents.OrderBy(c => c.Id).Select(c => c.IsGranted));
        Assert.Equal(ChangeResult.NotPermitted, await house.Serves(taken, ally, (serve, request) => serve.Finish(request, ReferralResult.Helped, CancellationToken.None)));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => house.Says(refused, ana, agrees: true));
        await house.Refers(ana, ally); // a no is no obstacle to asking again another day
    }

    [Fact]
    public async Task A_registration_taken_back_and_a_wish_to_be_deleted_end_all_sharing()
    {
        await using var house = await House.On(kind);
        var (inadeh, arap) = (await house.Ally(), await house.Ally("arap"));
        var (ana, eva) = (await house.Registered("Ana Gómez"), await house.Registered("Eva Ruiz"));
        var (first, second, third) = (await house.Refers(ana, inadeh), await house.Refers(ana, arap), await house.Refers(eva, inadeh));
        await house.Says(first, ana, agrees: true);
        await house.Says(third, eva, agrees: true);

        await house.Moves(ana, RegistrationTrigger.Withdraw, "me voy");
        Assert.Empty((await house.Receives(first, inadeh))!.People); // whoever listens, the reading alone refuses
        await house.Do<StopSharing>(stop => stop.OfFolio(ana.Folio.Canonical, CancellationToken.None));
        await house.Do<StopSharing>(stop => stop.OfFolio(eva.Folio.Canonical, CancellationToken.None));

        Assert.Equal([ReferralState.ConsentWithdrawn, ReferralState.ConsentWithdrawn, ReferralState.ConsentWithdrawn], [(await house.Stored(first)).State, (await house.Stored(second)).State, (await house.Stored(third)).State]);
        Assert.Empty((await house.Receives(third, inadeh))!.People);
        Assert.Equal("registration", (await house.Stored(third)).Consents.MaxBy(c => c.Id)!.Channel);
        var again = await house.Ask<Refer, Refer.Result>(refer => refer.Woman(ana.Registration, new(inadeh, "otra cosa", ["nombres"], AllyHouse.Staff, null), CancellationToken.None));
        Assert.Equal(ReferralProblem.NotTakingPart, again.Problem);
    }

    [Fact]
    public async Task Of_a_group_its_facts_go_at_once_and_each_woman_consents_for_herself_alone()
    {
        await using var house = await House.On(kind);
        var ally = await house.Ally();
        var (group, women) = await house.AGroupOf(3);
        string[] fields = [SharedFields.GroupName, SharedFields.GroupSize, "nombres"];
        var result = await house.Ask<Refer, Refer.Result>(refer => refer.Group(group, new(ally, "un taller", fields, AllyHouse.Staff, null) { Asks = [women[0].Participant, women[1].Participant] }, CancellationToken.None));
        var referral = result.Id!.Value;

        var before = (await house.Receives(referral, ally))!;
        await house.Says(referral, women[0], agrees: true);
        await house.Says(referral, women[1], agrees: false);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => house.Says(referral, women[2], agrees: true)); // nobody asked her
        var after = (await house.Receives(referral, ally))!;

        Assert.Equal(ReferralState.Sent, before.State);
        Assert.Equal([SharedFields.GroupName, SharedFields.GroupSize], before.Group.Select(v => v.Label));
        Assert.Equal("3", before.Group[1].Value);
        Assert.Empty(before.People);
        Assert.Equal(women[0].Registration, Assert.Single(after.People).Registration);
        await house.TakesBack(referral, women[0]);
        var last = (await house.Receives(referral, ally))!;
        Assert.Empty(last.People);
        Assert.Equal(ReferralState.Sent, last.State); // the group's own referral goes on
    }

    [Fact]
    public async Task It_is_accepted_reported_and_finished_or_rejected_with_a_reason_and_the_history_tells_it()
    {
        await using var house = await House.On(kind);
        var ally = await house.Ally();
        var (ana, eva) = (await house.Registered("Ana Gómez"), await house.Registered("Eva Ruiz"));
        var (helped, rejected) = (await house.Refers(ana, ally), await house.Refers(eva, ally));
        foreach (var (referral, woman) in new[] { (helped, ana), (rejected, eva) }) await house.Says(referral, woman, agrees: true);

        Assert.Equal(ChangeResult.NotPermitted, await house.Serves(helped, ally, (serve, request) => serve.Report(request, CancellationToken.None), "llamamos"));
        Assert.Equal(ChangeResult.Changed, await house.Serves(helped, ally, (serve, request) => serve.Accept(request, CancellationToken.None)));
        Assert.Equal(ChangeResult.ReasonMissing, await house.Serves(helped, ally, (serve, request) => serve.Report(request, CancellationToken.None), "  "));
        Assert.Equal(ChangeResult.Changed, await house.Serves(helped, ally, (serve, request) => serve.Report(request, CancellationToken.None), "empezó el curso"));
        Assert.Equal(ChangeResult.Changed, await house.Serves(helped, ally, (serve, request) => serve.Finish(request, ReferralResult.Helped, CancellationToken.None)));
        Assert.Equal(ChangeResult.ReasonMissing, await house.Serves(rejected, ally, (serve, request) => serve.Reject(request, CancellationToken.None)));
        Assert.Equal(ChangeResult.Changed, await house.Serves(rejected, ally, (serve, request) => serve.Reject(request, CancellationToken.None), "no hay cupo"));

        var stored = await house.Stored(helped);
        Assert.Equal((ReferralState.Finished, ReferralResult.Helped), (stored.State, stored.Result));
        Assert.Equal(
            [ReferralEntryKind.Referred, ReferralEntryKind.Agreed, ReferralEntryKind.Accepted, ReferralEntryKind.Reported, ReferralEntryKind.Finished], stored.Entries.OrderBy(e => e.Id).Select(e => e.Kind));
        Assert.Equal(("no hay cupo", AllyHouse.TheirStaff), (await house.Stored(rejected)).Entries.MaxBy(e => e.Id) is { } last ? (last.Text, last.Author) : default);
        Assert.Empty((await house.Receives(helped, ally))!.People); // what is over is not shown any more
    }

    [Fact]
    public async Task Late_ones_surface_in_the_referring_territory_alone_and_each_institution_has_its_own_days()
    {
        await using var house = await House.On(kind);
        var (inadeh, arap) = (await house.Ally(), await house.Ally("arap"));
        var stored = (await house.Ask<ReadAlly, ReadAlly.Result?>(read => read.Handle(arap, null, CancellationToken.None)))!.Ally;
        await house.Ask<SaveAlly, SaveAlly.Result>(save => save.Change(new(arap, null), stored.Profile with { AnswerDays = 2 }, CancellationToken.None));
        var (ana, eva) = (await house.Registered("Ana Gómez"), await house.Registered("Eva Ruiz"));
        foreach (var (woman, ally) in new[] { (ana, inadeh), (eva, arap) }) await house.Says(await house.Refers(woman, ally), woman, agrees: true);
        house.Clock.Advance(TimeSpan.FromDays(3)); // two of them working days, and a night

        async Task<IReadOnlyList<string?>> Late(Territory? territory) =>
            [.. (await house.Ask<ListReferrals, ListReferrals.Found>(list => list.Handle(new(territory, ReferralView.Late), CancellationToken.None))).Rows.Select(r => r.Woman)];

        Assert.Equal(["Eva Ruiz"], await Late(Territory.OfRegions("PA-2")));
        Assert.Empty(await Late(Territory.OfRegions("PA-4")));
        house.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Equal(["Eva Ruiz", "Ana Gómez"], await Late(null));
    }

    [Fact]
    public async Task Nobody_refers_outside_her_territory_twice_to_one_institution_or_what_the_country_does_not_share()
    {
        await using var house = await House.On(kind);
        var ally = await house.Ally();
        var bolivian = await house.Ally("afcoop", "BO");
        var ana = await house.Registered("Ana Gómez");

        async Task<Refer.Result> Refers(AllyId to, string? reason, Territory? territory, params string[] fields) =>
            await house.Ask<Refer, Refer.Result>(refer => refer.Woman(ana.Registration, new(to, reason, fields, AllyHouse.Staff, territory), CancellationToken.None));

        Assert.Equal(ChangeResult.NotFound, (await Refers(ally, "un curso", Territory.OfRegions("PA-4"), "nombres")).Outcome);
        Assert.Equal(ReferralProblem.NoSuchAlly, (await Refers(bolivian, "un curso", null, "nombres")).Problem);
        Assert.Equal(ReferralProblem.NoReason, (await Refers(ally, " ", null, "nombres")).Problem);
        Assert.Equal(ReferralProblem.NothingShared, (await Refers(ally, "un curso", null)).Problem);
        Assert.Equal(ReferralProblem.NotShareable, (await Refers(ally, "un curso", null, "nombres", "nacimiento")).Problem);
        Assert.Null((await Refers(ally, "un curso", Territory.OfRegions("PA-2"), "nombres")).Problem);
        Assert.Equal(ReferralProblem.AlreadyOpen, (await Refers(ally, "un curso", null, "nombres")).Problem);
        var stored = (await house.Ask<ReadAlly, ReadAlly.Result?>(read => read.Handle(ally, null, CancellationToken.None)))!.Ally;
        await house.Ask<SaveAlly, SaveAlly.Result>(save => save.Change(new(ally, null), stored.Profile with { Regions = ["PA-4"] }, CancellationToken.None));
        var eva = await house.Registered("Eva Ruiz");
        var far = await house.Ask<Refer, Refer.Result>(refer => refer.Woman(eva.Registration, new(ally, "un curso", ["nombres"], AllyHouse.Staff, null), CancellationToken.None));
        Assert.Equal(ReferralProblem.NoSuchAlly, far.Problem);
    }

    [Fact]
    public async Task Days_on_which_the_office_is_closed_are_none_for_the_institution_either()
    {
        await using var house = await House.On(kind);
        var ally = await house.Ally();
        var office = await house.Ask<ReadServiceBook, Programme.Packs.Office>(async read => (await read.Handle(CancellationToken.None)).Of("PA", "PA-2", "PA-2.x")!.Office);
        var closed = await house.Ask<ChangeSchedule, ScheduleResult>(change => change.Close(new("PA", office.Code, "directora", null), new DateOnly(2027, 3, 16), null, "mudanza", CancellationToken.None));
        Assert.Equal(ScheduleResult.Changed, closed);
        var ana = await house.Registered("Ana Gómez");
        var referral = await house.Refers(ana, ally);

        await house.Says(referral, ana, agrees: true); // Monday the 8th
        house.Clock.Advance(TimeSpan.FromDays(15));

        var stored = (await house.Ask<ReadReferral, ReadReferral.Result?>(read => read.Handle(referral, null, CancellationToken.None)))!;
        Assert.Equal(new DateTimeOffset(2027, 3, 23, 21, 0, 0, TimeSpan.Zero), stored.Referral.AnswerBy);
        Assert.Equal(new AnswerClock(0, IsLate: false), stored.Clock);
        house.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(new AnswerClock(2, IsLate: true), (await house.Receives(referral, ally))!.Clock);
    }

    [Fact]
    public async Task What_she_signed_on_paper_counts_like_her_word_and_is_kept_with_the_form_who_took_it_and_who_wrote_it_down()
    {
        await using var house = await House.On(kind);
        var ally = await house.Ally();
        var (ana, eva) = (await house.Registered("Ana Gómez"), await house.Registered("Eva Ruiz"));
        var (agreed, refused) = (await house.Refers(ana, ally), await house.Refers(eva, ally));
        var signed = new DateOnly(2027, 3, 5);

        Task<RecordPaperConsent.Result> Records(ReferralId referral, Woman woman, bool agrees, DateOnly? day = null, string? by = "Luz Mora", string? form = "Coclé 12", Territory? territory = null) =>
            house.Ask<RecordPaperConsent, RecordPaperConsent.Result>(record => record.Handle(new(referral, woman.Participant, agrees, day ?? signed, by, form, AllyHouse.Staff, territory), CancellationToken.None));

        Assert.Equal(ChangeResult.NotFound, (await Records(agreed, ana, true, territory: Territory.OfRegions("PA-4"))).Outcome);
        Assert.Equal(ChangeResult.NotFound, (await Records(agreed, eva, true)).Outcome); // nobody asked her for this one
        Assert.Equal(PaperProblem.DayToCome, (await Records(agreed, ana, true, new DateOnly(2027, 3, 9))).Problem);
        Assert.Equal(PaperProblem.TooOld, (await Records(agreed, ana, true, new DateOnly(2026, 3, 1))).Problem);
        Assert.Equal(PaperProblem.NobodyTookIt, (await Records(agreed, ana, true, by: " ")).Problem);
        Assert.Equal(PaperProblem.NoReference, (await Records(agreed, ana, true, form: "–")).Problem);
        Assert.Null(await house.Receives(agreed, ally));

        Assert.Equal(new(ChangeResult.Changed), await Records(agreed, ana, true, territory: Territory.OfRegions("PA-2")));
        Assert.Equal(new(ChangeResult.Changed), await Records(refused, eva, false));

        Assert.Equal([new SharedValue("Nombres", "Ana")], Assert.Single((await house.Receives(agreed, ally))!.People).Values);
        var consent = Assert.Single((await house.Stored(agreed)).Consents);
        Assert.Equal((true, null, ConsentGiven.OnPaper, signed, "Luz Mora"), (consent.IsGranted, consent.ContactId, consent.Channel, consent.SignedOn!.Value, consent.TakenBy));
        Assert.Equal(("Coclé 12", AllyHouse.Staff, house.Clock.Now), (consent.FormReference, consent.RecordedBy, consent.At));
        var entry = (await house.Stored(agreed)).Entries.MaxBy(e => e.Id)!;
        Assert.Equal((ReferralEntryKind.Agreed, AllyHouse.Staff, "En papel: hoja Coclé 12, firmada el 5 de marzo de 2027. La recibió Luz Mora."), (entry.Kind, entry.Author, entry.Text));
        Assert.Equal(ReferralState.Refused, (await house.Stored(refused)).State);
        Assert.Equal(new(ChangeResult.NotPermitted), await Records(agreed, ana, true)); // she has agreed

        await house.TakesBack(agreed, ana); // in her chat
        Assert.Empty((await house.Receives(agreed, ally))!.People);
        var again = await house.Refers(ana, ally);
        await house.Says(again, ana, agrees: true);
        Assert.Equal(new(ChangeResult.Changed), await Records(again, ana, false, form: "Coclé 13")); // and on paper what she said in the chat
        Assert.Empty((await house.Receives(again, ally))!.People);
        Assert.Equal([(true, "whatsapp"), (false, ConsentGiven.OnPaper)], (await house.Stored(again)).Consents.OrderBy(c => c.Id).Select(c => (c.IsGranted, c.Channel)));
    }

    [Fact]
    public async Task Staff_take_one_back_with_a_reason_and_the_institution_sees_nothing_of_why()
    {
        await using var house = await House.On(kind);
        var ally = await house.Ally();
        var ana = await house.Registered("Ana Gómez");
        var referral = await house.Refers(ana, ally);
        await house.Says(referral, ana, agrees: true);

        Task<ChangeResult> Cancel(string? reason, Territory? territory) => house.Ask<CancelReferral, ChangeResult>(cancel => cancel.Handle(new(referral, AllyHouse.Staff, reason, territory), CancellationToken.None));

        Assert.Equal(ChangeResult.ReasonMissing, await Cancel(null, null));
        Assert.Equal(ChangeResult.NotFound, await Cancel("se mudó", Territory.OfCountry("BO")));
        Assert.Equal(ChangeResult.Changed, await Cancel("se mudó", Territory.OfRegions("PA-2")));

        var received = (await house.Receives(referral, ally))!;
        Assert.Empty(received.Entries);
        Assert.Empty(received.People);
        Assert.Equal("se mudó", (await house.Stored(referral)).Entries.MaxBy(e => e.Id)!.Text);
    }
}
