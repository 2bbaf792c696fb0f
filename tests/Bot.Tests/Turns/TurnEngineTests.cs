using System.Collections.Concurrent;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Tests.Turns;

public sealed class SqliteTurnEngineTests() : TurnEngineTests(DatabaseKind.Sqlite);

public sealed class PostgresTurnEngineTests() : TurnEngineTests(DatabaseKind.Postgres);

public abstract class TurnEngineTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string Maria = "whatsapp:+50760000001";
    private const string Rosa = "whatsapp:+50760000002";

    private readonly Listener _listener = new();
    private readonly Script _script = new();
    private TestDatabase _database = null!;
    private ServiceProvider _process = null!;
    private TurnEngine _engine = null!;
    private int _ids;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create(kind);
        _process = NewProcess();
        _engine = _process.GetRequiredService<TurnEngine>();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Turn_is_answered_stored_and_goes_on_in_another_process()
    {
        var first = await Say("hola");
        var second = await Say("hola otra vez", on: NewEngine());

        Assert.Equal((TurnResult.Answered, "1: hola"), (first.Result, first.Replies.Single().Text));
        Assert.Equal("2: hola otra vez", second.Replies.Single().Text);
        Assert.Equal(first.ContactId, second.ContactId);
        Assert.Equal(["hola", "1: hola", "hola otra vez", "2: hola otra vez"], await Texts(first.ContactId));
    }

    [Fact]
    public async Task Repeated_delivery_changes_nothing_here_after_a_restart_or_elsewhere()
    {
        var message = Message("hola");
        var first = await _engine.Handle(message, default);

        var here = await _engine.Handle(message, default);
        var elsewhere = await NewEngine().Handle(message, default);

        Assert.Equal((TurnResult.Duplicate, TurnResult.Duplicate), (here.Result, elsewhere.Result));
        Assert.Equal((first.ContactId, first.ContactId), (here.ContactId, elsewhere.ContactId));
        Assert.Equal(["hola", "1: hola"], await Texts(first.ContactId));
    }

    [Fact]
    public async Task Deliveries_of_one_id_at_the_same_instant_are_one_turn_even_in_two_processes()
    {
        var engines = new[] { _engine, NewEngine() };
        await Say("hola");
        var message = Message("una vez");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() => engines[n % 2].Handle(message, default))));

        var answered = Assert.Single(outcomes, o => o.Result == TurnResult.Answered);
        Assert.All(outcomes.Except([answered]), o => Assert.Equal(TurnResult.Duplicate, o.Result));
        Assert.Equal(["hola", "1: hola", "una vez", "2: una vez"], await Texts(answered.ContactId));
    }

    [Fact]
    public async Task First_message_delivered_twice_at_once_to_two_processes_makes_one_woman()
    {
        var engines = new[] { _engine, NewEngine() };
        var message = Message("hola");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() => engines[n % 2].Handle(message, default))));

        Assert.Single(outcomes, o => o.Result == TurnResult.Answered);
        Assert.Single(outcomes.Select(o => o.ContactId).Distinct());
        Assert.Equal(["hola", "1: hola"], await Texts(outcomes[0].ContactId));
    }

    [Fact]
    public async Task Two_processes_serve_the_same_women_without_losing_or_doubling_a_turn()
    {
        var engines = new[] { _engine, NewEngine() };
        var women = Enumerable.Range(0, 6).Select(n => $"whatsapp:+5917000000{n}").ToArray();
        var messages = women.SelectMany(address => Enumerable.Range(1, 12).Select(n => Message($"m{n}", address))).ToArray();

        var outcomes = await Task.WhenAll(messages.Concat(messages).Select((message, n) => Task.Run(() => engines[n % 2].Handle(message, default))));

        Assert.Equal(messages.Length, outcomes.Count(o => o.Result == TurnResult.Answered));
        foreach (var contact in outcomes.Select(o => o.ContactId).Distinct())
        {
            var texts = await Texts(contact);
            Assert.Equal(Enumerable.Range(1, 12).Select(n => $"m{n}").Order(), texts.Where((_, i) => i % 2 == 0).Order());
            Assert.Equal(Enumerable.Range(1, 12).Select(n => $"{n}: {texts[(n * 2) - 2]}"), texts.Where((_, i) => i % 2 == 1));
        }
    }

    [Fact]
    public async Task Turns_of_one_woman_wait_for_each_other_and_nobody_else_waits_for_her()
    {
        var open = new TaskCompletionSource();
        _script.On("lento", async (_, _) =>
        {
            await open.Task;
            return null;
        });
        var slow = Say("lento");
        var next = Say("después");

        var other = await Say("hola", Rosa);
        var nextWaited = !next.IsCompleted;
        open.SetResult();
        var outcomes = await Task.WhenAll(slow, next);

        Assert.Equal("1: hola", other.Replies.Single().Text);
        Assert.True(nextWaited);
        Assert.Equal(["1: lento", "2: después"], outcomes.Select(o => o.Replies.Single().Text));
    }

    [Fact]
    public async Task What_staff_did_meanwhile_is_known_to_the_next_turn()
    {
        var (contact, seen) = ((await Say("hola")).ContactId, (TurnContext?)null);
        await InScope(async db =>
        {
            var conversation = await db.Conversations.SingleAsync(c => c.Id == contact);
            conversation.Hold();
            conversation.Await("missing:7");
            await db.SaveAsync(default);
        });
        _script.On("buenas", (turn, _) =>
        {
            seen = turn;
            return ValueTask.FromResult<Decision?>(new Decision(turn.State, []) { ClearsAwaited = true });
        });

        var outcome = await Say("buenas");

        Assert.Equal((true, "missing:7"), (seen!.IsHeld, seen.AwaitedFromHer));
        Assert.Empty(outcome.Replies);
        await InScope(async db =>
        {
            var conversation = await db.Conversations.SingleAsync(c => c.Id == contact);
            Assert.Equal((true, null), (conversation.IsHeld, conversation.AwaitedFromHer));
        });
    }

    [Fact]
    public async Task Option_she_chooses_reaches_the_dialog_as_its_value()
    {
        TurnContext? seen = null;
        _script.On("menú", (turn, _) => ValueTask.FromResult<Decision?>(
            new Decision(turn.State, [new OutgoingMessage("Elija") { Options = [new Option("register", "Inscribirme"), new Option("status", "Cómo voy")] }])));
        _script.On("status", (turn, _) =>
        {
            seen = turn;
            return ValueTask.FromResult<Decision?>(null);
        });
        await Say("menú");

        await Say("2", on: NewEngine());

        Assert.Equal(("status", true, "2"), (seen!.Text, seen.ChoseOption, seen.Message.Text));
    }

    [Fact]
    public async Task Broken_dialog_is_answered_calmly_and_staff_see_it()
    {
        _script.On("rompe", (_, _) => throw new InvalidDataException("a bug"));
        await Say("hola");

        var broken = await Say("rompe");
        var next = await Say("sigo");

        Assert.Equal((TurnResult.Apologised, "perdón"), (broken.Result, broken.Replies.Single().Text));
        Assert.Equal("2: sigo", next.Replies.Single().Text);
        Assert.Equal(["hola", "1: hola", "rompe", "perdón", "sigo", "2: sigo"], await Texts(broken.ContactId));
        await InScope(async db =>
        {
            var ticket = await db.Tickets.SingleAsync();
            Assert.Equal((broken.ContactId, TicketReason.Error), (ticket.ConversationId, ticket.Reason));
        });
        Assert.Equal(TurnResult.Duplicate, (await _engine.Handle(Message("rompe") with { ProviderId = "SM2" }, default)).Result);
    }

    [Fact]
    public async Task Place_that_keeps_breaking_lets_her_out_to_the_menu()
    {
        _script.On("entra", (turn, _) => ValueTask.FromResult<Decision?>(
            new Decision(turn.State with { Country = "PA", Dialog = "register", Notes = new Dictionary<string, string> { ["x"] = "y" } }, [new OutgoingMessage("¿?")])));
        _script.InDialog("register", (_, _) => throw new InvalidDataException("this state is poison"));
        await Say("entra");

        var outcomes = new[] { await Say("uno"), await Say("dos"), await Say("tres") };

        Assert.Equal([TurnResult.Apologised, TurnResult.Apologised, TurnResult.Answered], outcomes.Select(o => o.Result));
        Assert.Equal("PA", _script.LastState!.Country);
    }

    [Fact]
    public async Task Change_that_cannot_be_stored_takes_its_turn_back_and_she_is_answered_calmly()
    {
        _script.On("cambia", (turn, _) => ValueTask.FromResult<Decision?>(new Decision(turn.State, [new OutgoingMessage("¡Listo!")])
        {
            Changes = [new Change((_, _, _) => throw new InvalidDataException("a bug"))],
        }));

        var outcome = await Say("cambia");

        Assert.Equal(TurnResult.Apologised, outcome.Result);
        Assert.Equal(["cambia", "perdón"], await Texts(outcome.ContactId));
        await InScope(async db => Assert.Equal(TicketReason.Error, (await db.Tickets.SingleAsync()).Reason));
    }

    [Fact]
    public async Task Change_that_never_wins_its_race_ends_in_an_apology()
    {
        var tries = 0;
        _script.On("carrera", (turn, _) => ValueTask.FromResult<Decision?>(new Decision(turn.State, [new OutgoingMessage("¡Listo!")])
        {
            Changes = [new Change((_, _, _) => throw new DbUpdateConcurrencyException($"try {++tries}"))],
        }));

        var outcome = await Say("carrera");

        Assert.Equal(TurnResult.Apologised, outcome.Result);
        Assert.InRange(tries, 2, 20);
        Assert.Equal(["carrera", "perdón"], await Texts(outcome.ContactId));
    }

    [Fact]
    public async Task Bot_stays_silent_on_a_held_thread_even_when_a_turn_breaks()
    {
        _script.On("persona", (turn, _) => ValueTask.FromResult<Decision?>(new Decision(turn.State, [new OutgoingMessage("Ya la atienden")]) { IsHeld = true }));
        _script.On("rompe", (_, _) => throw new InvalidDataException("a bug"));
        await Say("persona");

        var broken = await Say("rompe");

        Assert.Equal((TurnResult.Apologised, 0), (broken.Result, broken.Replies.Count));
        Assert.Equal(["persona", "Ya la atienden", "rompe"], await Texts(broken.ContactId));
    }

    [Fact]
    public async Task Dialog_that_never_decides_is_given_up()
    {
        var entered = new TaskCompletionSource();
        _script.On("eterno", async (_, cancel) =>
        {
            entered.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            return null;
        });
        var turn = Say("eterno");
        await entered.Task;

        while (!turn.IsCompleted)
        {
            _database.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(TurnResult.Apologised, (await turn).Result);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"schema":999,"dialog":"future"}""")]
    public async Task State_this_release_cannot_read_starts_her_afresh(string stored)
    {
        var contact = (await Say("hola")).ContactId;
        await InScope(db => db.Conversations.Where(c => c.Id == contact).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.State, System.Text.Encoding.UTF8.GetBytes(stored)).SetProperty(c => c.Version, c => c.Version + 1)));

        var outcome = await Say("sigo");

        Assert.Equal((TurnResult.Answered, "1: sigo"), (outcome.Result, outcome.Replies.Single().Text));
        Assert.Equal(["hola", "1: hola", "sigo", "1: sigo"], await Texts(contact));
    }

    [Fact]
    public async Task Turn_in_progress_outlives_its_request()
    {
        using var request = new CancellationTokenSource();
        _script.On("corta", (_, cancel) =>
        {
            request.Cancel();
            cancel.ThrowIfCancellationRequested();
            return ValueTask.FromResult<Decision?>(null);
        });

        var outcome = await _engine.Handle(Message("corta"), request.Token);

        Assert.Equal(TurnResult.Answered, outcome.Result);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _engine.Handle(Message("tarde"), request.Token));
        Assert.Equal(["corta", "1: corta"], await Texts(outcome.ContactId));
    }

    [Fact]
    public async Task Characters_no_database_takes_do_not_stop_her()
    {
        var outcome = await _engine.Handle(Message("a\0b\uD83D") with { ProfileName = "Ana\0", ButtonValue = "\uDC00" }, default);

        Assert.Equal(TurnResult.Answered, outcome.Result);
        Assert.Equal("ab\uFFFD", (await Texts(outcome.ContactId))[0]);
    }

    [Fact]
    public async Task Number_and_hidden_number_of_one_woman_are_one_conversation()
    {
        const string Hidden = "whatsapp:PA.1A2B3C";
        var byNumber = await Say("hola");

        var both = await _engine.Handle(Message("yo", Hidden) with { OtherAddress = Maria }, default);
        var hiddenOnly = await Say("otra vez", Hidden, NewEngine());
        var numberOnly = await Say("y otra");

        Assert.Equal([byNumber.ContactId], new[] { byNumber, both, hiddenOnly, numberOnly }.Select(o => o.ContactId).Distinct());
        Assert.Equal("4: y otra", numberOnly.Replies.Single().Text);
    }

    [Fact]
    public async Task Who_delivers_is_told_of_replies_and_of_what_staff_say()
    {
        var contact = (await Say("hola")).ContactId;
        var afterTurn = _listener.Heard.ToArray();
        await InScope(async db =>
        {
            (await db.Conversations.SingleAsync(c => c.Id == contact)).Say(new OutgoingMessage("Buenas tardes"), "ana", _database.Clock.Now);
            await db.SaveAsync(default);
        });

        Assert.Equal([(contact, Channel.WhatsApp)], afterTurn);
        Assert.Equal([(contact, Channel.WhatsApp), (contact, Channel.WhatsApp)], _listener.Heard);
    }

    [Fact]
    public async Task Emptied_memory_changes_nothing()
    {
        var engine = NewProcess(cached: 0).GetRequiredService<TurnEngine>();

        var outcomes = new[] { await Say("uno", on: engine), await Say("dos", on: engine), await Say("tres", on: engine) };

        Assert.Equal(["1: uno", "2: dos", "3: tres"], outcomes.Select(o => o.Replies.Single().Text));
    }

    private Task<TurnOutcome> Say(string text, string address = Maria, TurnEngine? on = null) => (on ?? _engine).Handle(Message(text, address), default);

    private InboundMessage Message(string text, string address = Maria) =>
        new(Channel.WhatsApp, address, $"SM{Interlocked.Increment(ref _ids)}", text, _database.Clock.Now);

    private TurnEngine NewEngine() => NewProcess().GetRequiredService<TurnEngine>();

    private ServiceProvider NewProcess(int cached = 100) => _database.NewProcess(services => services
        .AddTurns()
        .Configure<TurnOptions>(options => options.CachedConversations = cached)
        .AddSingleton<IConductor>(_script)
        .AddSingleton<ICalmWords, Calm>()
        .AddSingleton<ITurnCommitted>(_listener));

    private async Task<string[]> Texts(long contact)
    {
        await using var scope = _process.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<ReadThread>().Handle(contact, 1000, null, default)).Select(m => m.Text)];
    }

    private async Task InScope(Func<MessagingDb, Task> use)
    {
        await using var scope = _process.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<MessagingDb>());
    }

    private sealed class Calm : ICalmWords
    {
        public OutgoingMessage Apology(ConversationState state) => new("perdón");
    }

    private sealed class Listener : ITurnCommitted
    {
        public ConcurrentQueue<(long, Channel)> Heard { get; } = [];

        public void Committed(long contactId, Channel channel) => Heard.Enqueue((contactId, channel));
    }

    /// <summary>Counts her turns in the state and says the number back; a word or a dialog may do otherwise.</summary>
    private sealed class Script : IConductor
    {
        private readonly ConcurrentDictionary<string, Func<TurnContext, CancellationToken, ValueTask<Decision?>>> _words = [], _dialogs = [];

        public ConversationState? LastState { get; private set; }

        public void On(string text, Func<TurnContext, CancellationToken, ValueTask<Decision?>> decide) => _words[text] = decide;

        public void InDialog(string name, Func<TurnContext, CancellationToken, ValueTask<Decision?>> decide) => _dialogs[name] = decide;

        public async ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel)
        {
            LastState = turn.State;
            if (_dialogs.TryGetValue(turn.State.Dialog ?? "", out var dialog) && await dialog(turn, cancel) is { } here) return here;
            if (_words.TryGetValue(turn.Text, out var word) && await word(turn, cancel) is { } said) return said;
            var count = turn.State.Refusals + 1;
            return new Decision(turn.State with { Refusals = count }, [new OutgoingMessage($"{count}: {turn.Text}")]);
        }
    }
}
