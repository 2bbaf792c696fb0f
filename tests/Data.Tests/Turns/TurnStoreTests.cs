using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Tests.Turns;

public sealed class SqliteTurnStoreTests() : TurnStoreTests(DatabaseKind.Sqlite);

public sealed class PostgresTurnStoreTests() : TurnStoreTests(DatabaseKind.Postgres);

public abstract class TurnStoreTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string Maria = "whatsapp:+50760000001";

    private TestDatabase _database = null!;
    private ServiceProvider _process = null!;
    private ITurnStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create(kind);
        _process = _database.NewProcess();
        _store = _process.GetRequiredService<ITurnStore>();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task First_turn_makes_contact_conversation_and_messages_that_load_again()
    {
        var turn = Turn(StoredConversation.Unknown, "hola", "¡Hola! 👋", "¿De qué país escribe?") with { AwaitedFromHer = "missing:1", HasOptedOut = true };

        var result = await _store.Commit(turn, default);

        var loaded = await _store.Load(Channel.WhatsApp, Maria, default);
        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        Assert.Equal(result.After! with { State = [] }, loaded with { State = [] });
        Assert.Equal("state of hola"u8, loaded.State);
        Assert.Equal((1, "missing:1", true, false, false), (loaded.Version, loaded.AwaitedFromHer, loaded.HasOptedOut, loaded.IsHeld, loaded.HasParked));
        var thread = await Thread(loaded.Id);
        Assert.Equal(["hola", "¡Hola! 👋", "¿De qué país escribe?"], thread.Select(m => m.Text));
        Assert.Equal([Delivery.None, Delivery.Pending, Delivery.Pending], thread.Select(m => m.Delivery));
        Assert.Equal([null, thread[0].Id, thread[1].Id], thread.Select(m => m.PreviousId));
        Assert.Equal(result.InboundMessageId, thread[0].Id);
        Assert.Equal(loaded.LastMessageId, thread[2].Id);
        Assert.Equal(turn.Inbound.ReceivedAt, thread[0].At);
    }

    [Fact]
    public async Task A_rehearsed_turn_leaves_nothing_and_she_who_then_writes_is_new()
    {
        _store.Rehearse(Turn(StoredConversation.Unknown, "hola", "¡Hola! 👋"));

        var result = await _store.Commit(Turn(StoredConversation.Unknown, "buenas", "¡Hola! 👋"), default);

        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        await using var scope = _process.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        Assert.Equal(["buenas", "¡Hola! 👋"], await db.Messages.OrderBy(m => m.Id).Select(m => m.Text).ToListAsync());
        Assert.Equal(1, await db.Contacts.CountAsync());
    }

    [Fact]
    public async Task A_rehearsal_that_breaks_leaves_the_turns_after_it_alone()
    {
        _store.Rehearse(Of(1) with { Changes = [Change.Written(_ => PlainStatement.Of($"INSERT INTO nowhere VALUES ({1})"))] });

        var (first, second) = (await _store.Commit(Of(2), default), await _store.Commit(Of(3), default));

        Assert.Equal((CommitOutcome.Committed, CommitOutcome.Committed), (first.Outcome, second.Outcome));
        Assert.True((await _store.Load(Channel.WhatsApp, "whatsapp:+1", default)).IsNew);
    }

    [Fact]
    public async Task What_a_thread_gained_since_a_message_is_read_whole_and_in_order()
    {
        var first = await _store.Commit(Turn(StoredConversation.Unknown, "hola", "¡Hola! 👋"), default);
        await _store.Commit(Turn(first.After!, "sí", "¿Cómo se llama?"), default);

        var all = await _store.Since(first.After!.Id, 0, default);
        var gained = await _store.Since(first.After!.Id, all[1].Id, default);

        Assert.Equal(["hola", "¡Hola! 👋", "sí", "¿Cómo se llama?"], all.Select(m => m.Text));
        Assert.Equal(all.Skip(2), gained);
        Assert.Equal(new ThreadMessage(all[2].Id, MessageDirection.Inbound, "sí", Inbound("sí").ReceivedAt) { ProviderId = "SM-sí" }, all[2]);
        Assert.Empty(await _store.Since(first.After!.Id, all[3].Id, default));
        Assert.Empty(await _store.Since(first.After!.Id + 1, 0, default));
    }

    [Fact]
    public async Task Address_nobody_wrote_from_is_unknown()
    {
        await Commit(Turn(StoredConversation.Unknown, "hola"));

        Assert.Same(StoredConversation.Unknown, await _store.Load(Channel.Web, Maria, default));
        Assert.Same(StoredConversation.Unknown, await _store.Load(Channel.WhatsApp, "whatsapp:+1", default));
    }

    [Fact]
    public async Task Later_turn_goes_on_along_the_same_thread()
    {
        var first = await Commit(Turn(StoredConversation.Unknown, "hola", "¿Su nombre?"));

        var second = await Commit(Turn(first, "María", "Gracias") with { IsHeld = true });

        Assert.Equal((2, true), (second.Version, second.IsHeld));
        Assert.Equal(["hola", "¿Su nombre?", "María", "Gracias"], (await Thread(second.Id)).Select(m => m.Text));
    }

    [Fact]
    public async Task Turn_decided_on_an_old_version_changes_nothing()
    {
        var first = await Commit(Turn(StoredConversation.Unknown, "hola"));
        var second = await Commit(Turn(first, "uno"));

        var late = await _store.Commit(Turn(first, "dos", "tarde"), default);

        Assert.Equal(CommitResult.Conflict, late);
        Assert.Equal(["hola", "uno"], (await Thread(first.Id)).Select(m => m.Text));
        Assert.Equal(second.Version, (await _store.Load(Channel.WhatsApp, Maria, default)).Version);
    }

    [Fact]
    public async Task Of_turns_that_reach_the_disk_together_for_one_conversation_the_first_stands()
    {
        var first = await Commit(Turn(StoredConversation.Unknown, "hola"));

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => _store.Commit(Turn(first, $"n{n}"), default)));

        Assert.Single(results, r => r.Outcome == CommitOutcome.Committed);
        Assert.Equal(2, (await Thread(first.Id)).Count);
    }

    [Fact]
    public async Task Of_turns_that_reach_the_disk_together_only_those_decided_on_what_is_gone_are_decided_again()
    {
        var women = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => Commit(Of(n))));
        var later = await Task.WhenAll(women.Select((woman, n) => Commit(From(n, woman, "uno"))));
        var other = _database.NewProcess().GetRequiredService<ITurnStore>();
        foreach (var n in new[] { 3, 17, 29 }) await Commit(other, From(n, later[n], "desde otro proceso"));
        await Commit(other, Of(40));

        var results = await Task.WhenAll(later.Select((woman, n) => From(n, woman, "dos")).Concat([Of(40), Of(41)]).Select(turn => _store.Commit(turn, default)));

        Assert.Equal([3, 17, 29, 30], Enumerable.Range(0, results.Length).Where(n => results[n] == CommitResult.Conflict));
        foreach (var n in new[] { 0, 16, 28 }) Assert.Equal([$"hola {n}", "uno", "sí", "dos", "sí"], (await Thread(women[n].Id)).Select(m => m.Text));
        Assert.Equal(["hola 3", "uno", "sí", "desde otro proceso", "sí"], (await Thread(women[3].Id)).Select(m => m.Text));
        await InScope(async db => Assert.Equal((32, 32), (await db.Contacts.CountAsync(), await db.Conversations.CountAsync())));

        TurnCommit From(int n, StoredConversation before, string text) => Turn(before, text, "sí") with { Inbound = Inbound($"{text} {n}") with { Address = $"whatsapp:+{n}", Text = text } };
    }

    [Fact]
    public async Task New_address_is_taken_once_even_by_two_processes()
    {
        var other = _database.NewProcess().GetRequiredService<ITurnStore>();

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? _store : other).Commit(Turn(StoredConversation.Unknown, $"hola {n}"), default)));

        Assert.Single(results, r => r.Outcome == CommitOutcome.Committed);
        await using var scope = _process.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        Assert.Equal((1, 1, 1), (await db.Contacts.CountAsync(), await db.Conversations.CountAsync(), await db.Messages.CountAsync()));
    }

    [Fact]
    public async Task Second_address_leads_to_the_same_conversation()
    {
        const string HiddenNumber = "whatsapp:PA.1A2B3C";
        const string NewPhone = "whatsapp:+50769999999";
        var first = await Commit(new TurnCommit(Inbound("hola") with { OtherAddress = HiddenNumber }, StoredConversation.Unknown, [], []));

        var second = await Commit(Turn(first, "otra vez") with { LinkAddress = NewPhone });

        Assert.Equal(second.Id, (await _store.Load(Channel.WhatsApp, HiddenNumber, default)).Id);
        Assert.Equal(second.Id, (await _store.Load(Channel.WhatsApp, NewPhone, default)).Id);
    }

    [Fact]
    public async Task Address_of_somebody_else_stays_hers()
    {
        var maria = await Commit(Turn(StoredConversation.Unknown, "hola"));
        var rosa = await Commit(new TurnCommit(Inbound("hola") with { Address = "whatsapp:+2" }, StoredConversation.Unknown, [], []));

        await Commit(new TurnCommit(Inbound("sí") with { Address = "whatsapp:+2" }, rosa, [], []) { LinkAddress = Maria });

        Assert.Equal(maria.Id, (await _store.Load(Channel.WhatsApp, Maria, default)).Id);
    }

    [Fact]
    public async Task Reply_on_the_web_needs_no_delivery()
    {
        var turn = new TurnCommit(Inbound("hola") with { Channel = Channel.Web, Address = "dl_1" }, StoredConversation.Unknown, [], [new OutgoingMessage("¡Hola!")]);

        var after = await Commit(turn);

        Assert.Equal([Delivery.None, Delivery.None], (await Thread(after.Id)).Select(m => m.Delivery));
    }

    [Fact]
    public async Task What_goes_beyond_text_is_kept_with_its_message()
    {
        var inbound = Inbound("foto") with { Media = [new InboundMedia("https://api.example/ME1", "image/jpeg")], ButtonValue = "yes" };
        var reply = new OutgoingMessage("¿Sigue?") { Options = [new Option("yes", "Sí"), new Option("no", "No")] };

        var after = await Commit(new TurnCommit(inbound, StoredConversation.Unknown, [], [reply]));

        var extras = (await Thread(after.Id)).Select(m => MessageExtras.Read(m.Extras)).ToArray();
        Assert.Equal("image/jpeg", extras[0].Received.Single().ContentType);
        Assert.Equal("yes", extras[0].Button);
        Assert.Equal(reply.Options, extras[1].Options);
    }

    [Fact]
    public async Task Withheld_text_reaches_no_table()
    {
        var inbound = Inbound("él me pega") with { Location = new InboundLocation(8.9, -79.5, "mi casa") };

        var after = await Commit(new TurnCommit(inbound, StoredConversation.Unknown, [], []) { WithholdText = true });

        var stored = Assert.Single(await Thread(after.Id));
        Assert.Equal(("", null, inbound.ProviderId), (stored.Text, stored.Extras, stored.ProviderId));
    }

    [Fact]
    public async Task Parked_messages_go_out_when_she_writes_again()
    {
        var first = await Commit(Turn(StoredConversation.Unknown, "hola", "¡Hola!"));
        _database.Clock.Advance(TimeSpan.FromHours(30));
        await InScope(async db =>
        {
            var conversation = await db.Conversations.SingleAsync(c => c.Id == first.Id);
            conversation.Say(new OutgoingMessage("Su registro avanzó."), "ana", _database.Clock.Now);
            conversation.Say(new OutgoingMessage("¿Está bien?"), "ana", _database.Clock.Now);
            await db.SaveAsync(default);
        });
        var reloaded = await _store.Load(Channel.WhatsApp, Maria, default);
        var before = (await Thread(first.Id)).Select(m => m.Delivery).ToArray();

        var after = await Commit(Turn(reloaded, "buenas", "Hola otra vez"));

        var thread = await Thread(first.Id);
        Assert.True(reloaded.HasParked);
        Assert.Equal([Delivery.None, Delivery.Pending, Delivery.Parked, Delivery.Parked], before);
        Assert.False(after.HasParked);
        Assert.Equal(["hola", "¡Hola!", "Su registro avanzó.", "¿Está bien?", "buenas", "Hola otra vez"], thread.Select(m => m.Text));
        Assert.All(thread.Where(m => m.Direction == MessageDirection.Outbound), m => Assert.Equal(Delivery.Pending, m.Delivery));
    }

    [Fact]
    public async Task Changes_are_stored_with_their_turn_and_know_the_contact()
    {
        var turn = Turn(StoredConversation.Unknown, "persona", "Ya la atienden") with
        {
            IsHeld = true,
            Changes = [Change.Of<OpenTicket>((open, contact, cancel) => open.Handle(contact, TicketReason.Person, "PA", cancel))],
        };

        var after = await Commit(turn);

        await InScope(async db => Assert.Equal(after.Id, (await db.Tickets.SingleAsync()).ConversationId));
    }

    [Fact]
    public async Task Change_that_touches_the_conversation_leaves_the_newest_version_with_the_caller()
    {
        var first = await Commit(Turn(StoredConversation.Unknown, "hola"));
        var turn = Turn(first, "persona") with
        {
            Changes =
            [
                new Change(async (services, contact, cancel) =>
                {
                    var db = services.GetRequiredService<MessagingDb>();
                    (await db.Conversations.SingleAsync(c => c.Id == contact, cancel)).Say(new OutgoingMessage("Aviso"), null, _database.Clock.Now);
                    await db.SaveAsync(cancel);
                }),
            ],
        };

        var after = await Commit(turn);
        var next = await _store.Commit(Turn(after, "sigo"), default);

        Assert.Equal(3, after.Version);
        Assert.Equal(CommitOutcome.Committed, next.Outcome);
        Assert.Equal(["hola", "persona", "Aviso", "sigo"], (await Thread(after.Id)).Select(m => m.Text));
    }

    [Fact]
    public async Task Broken_change_takes_its_whole_turn_back_and_nothing_of_the_others()
    {
        var turns = Enumerable.Range(0, 30).Select(n => Of(n) with
        {
            Changes = n % 3 == 0
                ? [
                    Change.Of<OpenTicket>((open, contact, cancel) => open.Handle(contact, "error", null, cancel)),
                    new Change((_, _, _) => n % 2 == 0 ? Task.CompletedTask : throw new InvalidDataException($"turn {n}")),
                ]
                : [],
        }).ToArray();

        var tasks = turns.Select(turn => _store.Commit(turn, default)).ToArray();
        var broken = new List<int>();
        for (var n = 0; n < tasks.Length; n++)
        {
            try
            {
                Assert.Equal(CommitOutcome.Committed, (await tasks[n]).Outcome);
            }
            catch (InvalidDataException)
            {
                broken.Add(n);
            }
        }

        Assert.Equal([3, 9, 15, 21, 27], broken);
        foreach (var (turn, n) in turns.Select((turn, n) => (turn, n)))
            Assert.Equal(broken.Contains(n), (await _store.Load(Channel.WhatsApp, turn.Inbound.Address, default)).IsNew);
        await InScope(async db => Assert.Equal((25, 5), (await db.Messages.CountAsync(), await db.Tickets.CountAsync())));
    }

    [Fact]
    public async Task Everyday_turn_that_cannot_be_written_fails_alone()
    {
        var turns = Enumerable.Range(0, 10).Select(Of).ToArray();
        turns[4] = turns[4] with { Replies = [new OutgoingMessage(null!)] };

        var tasks = turns.Select(turn => _store.Commit(turn, default)).ToArray();

        await Assert.ThrowsAnyAsync<Exception>(() => tasks[4]);
        await Task.WhenAll(tasks.Where((_, n) => n != 4));
        for (var n = 0; n < turns.Length; n++)
            Assert.Equal(n == 4, (await _store.Load(Channel.WhatsApp, turns[n].Inbound.Address, default)).IsNew);
    }

    [Fact]
    public async Task Change_that_loses_a_race_means_the_turn_is_decided_again()
    {
        var first = await Commit(Turn(StoredConversation.Unknown, "hola"));
        var turn = Turn(first, "dos veces") with
        {
            Changes =
            [
                new Change(async (services, contact, cancel) =>
                {
                    var db = services.GetRequiredService<MessagingDb>();
                    db.Tickets.AddRange(Ticket.Open(contact, "persona", null, _database.Clock.Now), Ticket.Open(contact, "persona", null, _database.Clock.Now));
                    await db.SaveAsync(cancel);
                }),
            ],
        };

        var result = await _store.Commit(turn, default);

        Assert.Equal(CommitResult.Conflict, result);
        Assert.Equal(first.Version, (await _store.Load(Channel.WhatsApp, Maria, default)).Version);
    }

    [Fact]
    public async Task Staff_who_speak_on_an_old_version_are_told()
    {
        var first = await Commit(Turn(StoredConversation.Unknown, "hola"));

        await InScope(async db =>
        {
            var conversation = await db.Conversations.SingleAsync(c => c.Id == first.Id);
            await Commit(Turn(first, "sigo"));
            conversation.Say(new OutgoingMessage("Buenas"), "ana", _database.Clock.Now);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveAsync(default));
        });

        Assert.Equal(["hola", "sigo"], (await Thread(first.Id)).Select(m => m.Text));
    }

    [Fact]
    public async Task Two_processes_that_take_turns_keep_every_thread_whole_and_in_order()
    {
        var stores = new[] { _store, _database.NewProcess().GetRequiredService<ITurnStore>() };
        var addresses = Enumerable.Range(0, 8).Select(n => $"whatsapp:+{n}").ToArray();

        await Task.WhenAll(addresses.Select(address => Task.Run(async () =>
        {
            for (var n = 0; n < 20; n++)
            {
                var store = stores[n % 2];
                var before = await store.Load(Channel.WhatsApp, address, default);
                await Commit(store, new TurnCommit(Inbound($"{n}") with { Address = address }, before, [], [new OutgoingMessage($"r{n}")]));
            }
        })));

        foreach (var address in addresses)
        {
            var thread = await Thread((await _store.Load(Channel.WhatsApp, address, default)).Id);
            Assert.Equal(Enumerable.Range(0, 20).SelectMany(n => new[] { $"{n}", $"r{n}" }), thread.Select(m => m.Text));
            Assert.Equal(thread.Select(m => m.Id).Order(), thread.Select(m => m.Id));
        }
    }

    private Task<StoredConversation> Commit(TurnCommit turn) => Commit(_store, turn);

    private static async Task<StoredConversation> Commit(ITurnStore store, TurnCommit turn)
    {
        var result = await store.Commit(turn, default);
        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        return result.After!;
    }

    private async Task<IReadOnlyList<Message>> Thread(long id)
    {
        await using var scope = _process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReadThread>().Handle(id, 1000, null, default);
    }

    private async Task InScope(Func<MessagingDb, Task> use)
    {
        await using var scope = _process.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<MessagingDb>());
    }

    private InboundMessage Inbound(string text) => new(Channel.WhatsApp, Maria, $"SM-{text}", text, _database.Clock.Now);

    private TurnCommit Of(int n) => new(Inbound($"hola {n}") with { Address = $"whatsapp:+{n}" }, StoredConversation.Unknown, [], []);

    private TurnCommit Turn(StoredConversation before, string text, params string[] replies) =>
        new(Inbound(text), before, System.Text.Encoding.UTF8.GetBytes($"state of {text}"), [.. replies.Select(r => new OutgoingMessage(r))]);
}
