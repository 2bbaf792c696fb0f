using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using State = CoopAssistant.Messaging.Conversations.Delivery;

namespace CoopAssistant.Bot.Tests.Broadcasts;

public sealed class BroadcastTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_count_says_whom_it_reaches_and_why_others_are_left_out(DatabaseKind kind)
    {
        await using var host = await BroadcastHost.Start(kind);
        var shared = await host.Phone();
        await host.Woman("Ana", shared);
        await host.Woman("Eva", shared);
        await host.Woman("Iris", await host.Phone(TimeSpan.FromDays(3)));
        await host.Woman("Luz", await host.Phone(TimeSpan.FromDays(3), Channel.Web));
        await host.Woman("Mar", await host.Phone(), agrees: false);
        var gone = await host.Phone();
        await host.Woman("Nora", gone);
        await host.Do<MessagingDb>(async db => { (await db.Conversations.SingleAsync(c => c.Id == gone)).OptOut(); await db.SaveAsync(default); });
        await host.Woman("Olga", contact: null);
        await host.Woman("Paz", await host.Phone(), region: "PA-9");

        var all = await host.Count(await host.Draft());
        var template = await host.Count(await host.Draft(isTemplate: true));
        var near = await host.Count(await host.Draft(BroadcastHost.Everybody with { Regions = ["PA-2"] }));

        Assert.Equal((8, 3, 1, 0), (all.Women, all.Reached, all.Web, all.Paid)); // the shared phone, Luz's browser, Paz
        Assert.Equal([(Unreachable.NoConsent, 1), (Unreachable.OptedOut, 1), (Unreachable.WindowClosed, 1), (Unreachable.NoChat, 1)], all.LeftOut);
        Assert.Equal((4, 1), (template.Reached, template.Paid));
        Assert.Equal((7, 2), (near.Women, near.Reached));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Two_processes_and_one_that_dies_between_say_it_to_each_phone_once(DatabaseKind kind)
    {
        await using var host = await BroadcastHost.Start(kind);
        var phones = await host.Women(12);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.Woman("Eva", phones[0]);
        var id = await host.Confirmed();

        await Task.WhenAll(host.Use<PrepareBroadcast, bool>(p => p.Handle(id, default)), host.Use<PrepareBroadcast, bool>(p => p.Handle(id, default), process: 1));
        await host.Use<TakeBatch, IReadOnlyList<long>>(take => take.Handle(id, default)); // taken by who dies before saying anything
        for (var look = 0; look < 40; look++)
        {
            await Task.WhenAll(host.Look(), host.Look(process: 1));
            host.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        foreach (var phone in phones) Assert.Single(await host.Said(phone));
        Assert.Equal("Hola Ana y Eva, hay feria el sábado.", (await host.Said(phones[0]))[0].Text);
        Assert.Equal((BroadcastState.Finished, 12), ((await host.Broadcast(id)).State, (await host.Outcomes(id))[BroadcastOutcome.OnItsWay]));
    }

    [Fact]
    public async Task Chunks_begin_where_the_last_whole_one_ended()
    {
        await using var host = await BroadcastHost.Start();
        await host.Women(3);
        var id = await host.Confirmed();
        await host.Do<MessagingDb>(async db =>
        {
            db.BroadcastRecipients.Add(new BroadcastRecipient(id, 2)); // what no rule of ours lets happen: a row past the cursor
            await db.SaveAsync(default);
        });

        var went = await host.Use<PrepareBroadcast, bool>(prepare => prepare.Handle(id, default));

        Assert.False(went);
        var broadcast = await host.Broadcast(id);
        Assert.Equal((0, BroadcastState.Preparing), (broadcast.PreparedUpTo, broadcast.State)); // the chunk is whole or not there
        Assert.Equal(1, await host.Use<MessagingDb, int>(db => db.BroadcastRecipients.CountAsync()));
    }

    [Fact]
    public async Task Whether_she_agrees_is_asked_when_it_is_said()
    {
        await using var host = await BroadcastHost.Start();
        var phones = await host.Women(3);
        var id = await host.Confirmed();
        await host.Use<PrepareBroadcast, bool>(prepare => prepare.Handle(id, default));
        await host.Says(phones[0], "baja");
        await host.Says(phones[0], "1");
        await host.Do<Programme.ProgrammeDb>(async db =>
        {
            var hers = await host.Use<MessagingDb, Programme.ParticipantId>(m => m.ContactParticipants.Where(l => l.ContactId == phones[1]).Select(l => l.ParticipantId).SingleAsync());
            var registration = await db.Registrations.Where(r => r.ParticipantId == hers).Select(r => r.Id).SingleAsync();
            await host.Do<MoveRegistration>(move => move.Handle(new(registration, RegistrationTrigger.Close, "s", "no contesta"), default));
        });
        var before = (await host.Said(phones[0])).Count;

        await host.Looks(TimeSpan.FromMinutes(4));

        Assert.Equal(before, (await host.Said(phones[0])).Count);
        var rows = await host.Use<ReadBroadcast, IReadOnlyList<ReadBroadcast.Row>>(async read => await read.Rows(await host.Broadcast(id), BroadcastOutcome.Skipped, null, 0, 10, default));
        Assert.Equal([Unreachable.OptedOut, Unreachable.LeftSegment], rows.Select(r => r.Reason));
        Assert.Single(await host.Said(phones[2]));
    }

    [Fact]
    public async Task It_goes_at_its_pace_pauses_goes_on_and_stops()
    {
        await using var host = await BroadcastHost.Start();
        await host.Women(40);
        var id = await host.Confirmed();

        var inTenSeconds = await host.Looks(TimeSpan.FromSeconds(10));
        await Steer(host, id, (steer, cancel) => steer.Pause(id, null, cancel));
        var paused = await host.Looks(TimeSpan.FromMinutes(1));
        await Steer(host, id, (steer, cancel) => steer.Resume(id, null, cancel));
        await host.Look();
        await Steer(host, id, (steer, cancel) => steer.Cancel(id, null, cancel));
        var stopped = await host.Looks(TimeSpan.FromMinutes(1));

        Assert.Equal((20, 0, 0), (inTenSeconds, paused, stopped)); // 120 a minute
        Assert.Equal((30, 10), ((await host.Outcomes(id))[BroadcastOutcome.OnItsWay], (await host.Outcomes(id))[BroadcastOutcome.NotSaid]));
    }

    [Fact]
    public async Task Nobody_is_written_to_at_night()
    {
        await using var host = await BroadcastHost.Start();
        await host.Woman("Ana", await host.Phone(TimeSpan.Zero));
        host.Clock.Advance(TimeSpan.FromHours(11)); // 20:00 in Panama
        var id = await host.Confirmed();

        Assert.Equal(0, await host.Look());
        host.Clock.Advance(TimeSpan.FromHours(11.9));
        Assert.Equal(0, await host.Look());
        host.Clock.Advance(TimeSpan.FromHours(0.1)); // 8:00

        Assert.Equal(1, await host.Look());
        Assert.Equal(BroadcastState.Sending, (await host.Broadcast(id)).State);
    }

    [Fact]
    public async Task Where_many_of_its_messages_wait_no_more_are_said()
    {
        await using var host = await BroadcastHost.Start();
        await host.Women(210);
        await host.Confirmed();

        var said = await host.Looks(TimeSpan.FromMinutes(4)); // nothing leaves the outbox

        Assert.Equal(200, said);
    }

    [Fact]
    public async Task Who_writes_just_now_is_not_interrupted()
    {
        await using var host = await BroadcastHost.Start();
        var phones = await host.Women(2);
        await host.Confirmed();
        await host.Says(phones[0], "hola");
        var before = (await host.Said(phones[0])).Count;

        await host.Looks(TimeSpan.FromMinutes(1));
        Assert.Equal((before, 1), ((await host.Said(phones[0])).Count, (await host.Said(phones[1])).Count));

        await host.Looks(TimeSpan.FromMinutes(2));
        Assert.Equal(before + 1, (await host.Said(phones[0])).Count);
    }

    [Fact]
    public async Task Those_not_reached_get_it_again_and_nobody_else()
    {
        await using var host = await BroadcastHost.Start();
        var phones = await host.Women(4);
        var id = await host.Confirmed();
        await host.Looks(TimeSpan.FromSeconds(20));
        await host.Do<MessagingDb>(async db =>
        {
            var ids = phones.ToList();
            var messages = await db.Messages.Where(m => ids.Contains(m.ConversationId)).OrderBy(m => m.ConversationId).Select(m => m.Id).ToListAsync();
            foreach (var (message, delivery) in messages.Zip([State.Read, State.Failed, State.Sent, State.Delivered]))
                await db.Messages.Where(m => m.Id == message).ExecuteUpdateAsync(set => set.SetProperty(m => m.Delivery, delivery).SetProperty(m => m.ErrorCode, delivery == State.Failed ? "63032" : null));
        });

        var repeated = (await host.Use<SteerBroadcast, long?>(steer => steer.Repeat(id, "s", null, default)))!.Value;
        var count = await host.Count(repeated);
        await host.Use<SteerBroadcast, SteerResult>(steer => steer.Confirm(repeated, count.Reached, null, default));
        await host.Looks(TimeSpan.FromSeconds(20));

        Assert.Equal(2, count.Reached);
        var said = new List<int>();
        foreach (var phone in phones) said.Add((await host.Said(phone)).Count);
        Assert.Equal([1, 2, 2, 1], said);
    }

    [Fact]
    public async Task What_was_not_read_and_repeated_is_not_sent()
    {
        await using var host = await BroadcastHost.Start();
        await host.Women(2);
        var id = await host.Draft();

        Assert.Equal(SteerResult.OtherCount, await host.Use<SteerBroadcast, SteerResult>(steer => steer.Confirm(id, 3, null, default)));
        Assert.Equal(0, await host.Look());
        Assert.Equal(SteerResult.NotFound, await host.Use<SteerBroadcast, SteerResult>(steer => steer.Confirm(id, 2, Territory.OfCountry("BO"), default)));
        Assert.Equal(SteerResult.Done, await host.Use<SteerBroadcast, SteerResult>(steer => steer.Confirm(id, 2, null, default)));
        Assert.Equal(SteerResult.NotNow, await host.Use<SteerBroadcast, SteerResult>(steer => steer.Confirm(id, 2, null, default)));
    }

    [Fact]
    public async Task A_trial_reaches_only_who_wrote_today_and_is_no_registered_woman()
    {
        await using var host = await BroadcastHost.Start();
        var (mine, silent, hers) = (await host.Phone(), await host.Phone(TimeSpan.FromDays(2)), await host.Phone());
        await host.Woman("Ana", hers);
        var id = await host.Draft();

        Assert.Equal(TryResult.Said, await Try(host, id, mine));
        Assert.Equal(TryResult.NotLately, await Try(host, id, silent));
        Assert.Equal(TryResult.BelongsToAWoman, await Try(host, id, hers));
        Assert.Equal(TryResult.NotLately, await Try(host, id, 9_999));

        Assert.Equal("Hola Ana, hay feria el sábado.", Assert.Single(await host.Said(mine)).Text);
        Assert.Empty(await host.Said(hers));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_reply_goes_before_all_that_a_broadcast_has_waiting_in_her_own_conversation_too(DatabaseKind kind)
    {
        await using var host = await BroadcastHost.Start(kind);
        var phones = await host.Women(60);
        await host.Confirmed();
        await host.Looks(TimeSpan.FromMinutes(1));
        var other = await host.Phone();
        await host.Says(phones[0], "hola");
        await host.Says(other, "hola");

        var claim = await host.Use<ClaimDeliveries, ClaimResult>(claims => claims.Handle(10, TimeSpan.FromMinutes(1), new HashSet<long>(), default));

        Assert.Equal(10, claim.Due.Count);
        var broadcast = await host.Use<MessagingDb, List<long>>(db => db.Messages.Where(m => m.BroadcastId != null).Select(m => m.Id).ToListAsync());
        var replies = claim.Due.Where(d => !broadcast.Contains(d.Id)).Select(d => d.ConversationId).Order();
        Assert.Equal([phones[0], other], replies); // one each, and eight of the broadcast
    }

    private static Task<TryResult> Try(BroadcastHost host, long id, long phone) =>
        host.Use<TryBroadcast, TryResult>(attempt => attempt.Handle(id, $"+507 6100-{phone:0000}", "s", maybeHers: false, null, default));

    private static async Task Steer(BroadcastHost host, long id, Func<SteerBroadcast, CancellationToken, Task<SteerResult>> act) =>
        Assert.Equal(SteerResult.Done, await host.Use<SteerBroadcast, SteerResult>(steer => act(steer, default)));
}
