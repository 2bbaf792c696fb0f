using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.Turns;

/// <summary>
/// Runs turns: one at a time per conversation, side by side otherwise; decides, commits, then answers. A message whose id was seen
/// changes nothing; a conversation somebody else wrote meanwhile is decided again; a turn that breaks is answered with a calm
/// sentence and a ticket. Throws only where nothing could be stored.
/// </summary>
public sealed class TurnEngine
{
    private const int MostAttempts = 20;
    private const int MostDecisions = 10;

    /// <summary>Broken turns in a row after which she starts again at the menu: the place she stood at may be what breaks.</summary>
    private const int PatienceWithPlace = 2;

    private readonly ConversationLanes _lanes = new();
    private readonly ConversationCache _cache;
    private readonly ITurnStore _store;
    private readonly IConductor _conductor;
    private readonly ICalmWords _calm;
    private readonly ITurnCommitted[] _listeners;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _decideTimeout;
    private readonly ILogger<TurnEngine> _log;

    public TurnEngine(
        ITurnStore store, IConductor conductor, ICalmWords calm, IEnumerable<ITurnCommitted> listeners, IOptions<TurnOptions> options, TimeProvider clock, ILogger<TurnEngine> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_store, _conductor, _calm, _listeners, _clock, _log) = (store, conductor, calm, [.. listeners], clock, log);
        _cache = new ConversationCache(options.Value.CachedConversations);
        _decideTimeout = options.Value.DecideTimeout;
    }

    /// <summary>Completes when everything is on disk.</summary>
    /// <param name="cancel">Heard only before the turn begins: a turn in progress goes on when its request is gone.</param>
    public async Task<TurnOutcome> Handle(InboundMessage message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancel.ThrowIfCancellationRequested();
        var clean = CleanText.Of(message);
        var lane = new LaneKey(clean.Channel, clean.Address);
        await _lanes.Enter(lane);
        try
        {
            return await Run(lane, clean);
        }
        finally
        {
            _lanes.Leave(lane);
        }
    }

    /// <summary>Goes through a turn that nobody takes, up to what would be written: the first woman after a start does not wait until its code is compiled.</summary>
    public async Task Rehearse()
    {
        var message = new InboundMessage(Channel.Terminal, nameof(Rehearse), nameof(Rehearse), "hola", _clock.GetUtcNow());
        var known = await Load(message);
        var decision = await Decide(known, message);
        _store.Rehearse(Commit(known, decision, Next(known, decision, SeenIds.MarkOf(message.ProviderId), Mercy.None), message));
    }

    private async Task<TurnOutcome> Run(LaneKey lane, InboundMessage message)
    {
        var mercy = Mercy.None;
        var mark = SeenIds.MarkOf(message.ProviderId);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var known = (attempt == 1 ? _cache.Find(lane) : null) ?? await Load(message);
            if (SeenIds.Has(known.State.SeenMarks, mark))
                return new TurnOutcome(TurnResult.Duplicate, known.Stored.Id, 0, []);

            if (attempt > MostDecisions && mercy == Mercy.None) mercy = Mercy.Apology;
            Decision decision;
            try
            {
                decision = mercy == Mercy.None ? await Decide(known, message) : Apologise(known, mercy);
            }
#pragma warning disable CA1031 // whatever broke in a dialog, she is answered
            catch (Exception failure) when (mercy == Mercy.None)
#pragma warning restore CA1031
            {
                _log.TurnBroke(known.Stored.Id, known.State.Dialog, failure);
                mercy = Mercy.Apology;
                decision = Apologise(known, mercy);
            }

            if (message.IsAnswered) decision = decision with { Replies = [] };
            var state = Next(known, decision, mark, mercy);
            CommitResult result;
            try
            {
                result = await _store.Commit(Commit(known, decision, state, message), CancellationToken.None);
            }
#pragma warning disable CA1031 // the store says this turn cannot be written as decided: a smaller one may be
            catch (Exception failure) when (mercy != Mercy.BareApology)
#pragma warning restore CA1031
            {
                _log.TurnNotWritten(known.Stored.Id, known.State.Dialog, failure);
                mercy++;
                continue;
            }

            if (result is not { Outcome: CommitOutcome.Committed, After: { } after })
            {
                _cache.Forget(lane);
                continue;
            }

            _cache.Keep(lane, new KnownConversation(after with { State = [] }, state) { OtherAddress = message.OtherAddress ?? known.OtherAddress });
            if (decision.Replies.Count > 0 || known.Stored.HasParked) Tell(after.Id, message.Channel);
            return new TurnOutcome(mercy == Mercy.None ? TurnResult.Answered : TurnResult.Apologised, after.Id, result.InboundMessageId, decision.Replies);
        }
        throw new InvalidOperationException("A conversation changed under every attempt to take its turn.");
    }

    private async ValueTask<KnownConversation> Load(InboundMessage message)
    {
        var stored = await _store.Load(message.Channel, message.Address, CancellationToken.None);
        var isKnownByOther = false;
        if (stored.IsNew && message.OtherAddress is not null)
        {
            stored = await _store.Load(message.Channel, message.OtherAddress, CancellationToken.None);
            isKnownByOther = !stored.IsNew;
        }
        if (stored.IsNew) return new KnownConversation(stored, new ConversationState());

        var state = StoredState.Read(stored.State);
        if (state is null) _log.StateNotReadable(stored.Id, stored.Version);
        return new KnownConversation(stored with { State = [] }, state ?? new ConversationState()) { IsKnownByOther = isKnownByOther };
    }

    private async ValueTask<Decision> Decide(KnownConversation known, InboundMessage message)
    {
        var (text, isOffered) = OfferedOptions.Read(known.State, message);
        var context = new TurnContext(known.State, message, text, known.Stored.Id, _clock.GetUtcNow())
        {
            ChoseOption = isOffered,
            AwaitedFromHer = known.Stored.AwaitedFromHer,
            HasOptedOut = known.Stored.HasOptedOut,
            IsHeld = known.Stored.IsHeld,
        };
        using var limit = new CancellationTokenSource();
        var deciding = _conductor.Decide(context, limit.Token);
        if (deciding.IsCompleted) return await deciding;

        using var timer = _clock.CreateTimer(static limit => ((CancellationTokenSource)limit!).Cancel(), limit, _decideTimeout, Timeout.InfiniteTimeSpan);
        return await deciding.AsTask().WaitAsync(_decideTimeout * 2, _clock, CancellationToken.None);
    }

    private Decision Apologise(KnownConversation known, Mercy mercy)
    {
        var isStuck = known.State.Failures + 1 >= PatienceWithPlace;
        var state = isStuck
            ? known.State with { Dialog = null, Step = null, Notes = ConversationState.NoNotes, OfferedValues = [], OfferedLabels = [], Refusals = 0, Failures = 0 }
            : known.State with { Failures = known.State.Failures + 1 };
        return new Decision(state, known.Stored.IsHeld ? [] : [_calm.Apology(known.State)])
        {
            Changes = mercy == Mercy.BareApology
                ? []
                : [Change.Of<OpenTicket>((open, contactId, cancel) => open.Handle(contactId, TicketReason.Error, known.State.Country, cancel))],
        };
    }

    private static ConversationState Next(KnownConversation known, Decision decision, string mark, Mercy mercy)
    {
        var state = mercy == Mercy.None ? OfferedOptions.Keep(decision.State, known.State, decision.Replies) : decision.State;
        return state with
        {
            Schema = ConversationState.CurrentSchema,
            SeenMarks = SeenIds.With(known.State.SeenMarks, mark),
            Failures = mercy == Mercy.None ? 0 : decision.State.Failures,
        };
    }

    private static TurnCommit Commit(KnownConversation known, Decision decision, ConversationState state, InboundMessage message) =>
        new(message, known.Stored, StoredState.Write(state), decision.Replies)
        {
            Changes = decision.Changes,
            IsHeld = decision.IsHeld ?? known.Stored.IsHeld,
            HasOptedOut = decision.HasOptedOut ?? known.Stored.HasOptedOut,
            AwaitedFromHer = decision.ClearsAwaited ? null : known.Stored.AwaitedFromHer,
            WithholdText = decision.WithholdText,
            LinkAddress = known.IsKnownByOther ? message.Address : message.OtherAddress == known.OtherAddress ? null : message.OtherAddress,
        };

    private void Tell(long contactId, Channel channel)
    {
        foreach (var listener in _listeners) listener.Committed(contactId, channel);
    }

    /// <summary>How much of a broken turn is still tried.</summary>
    private enum Mercy
    {
        None,

        /// <summary>A calm sentence, and a ticket for staff.</summary>
        Apology,

        /// <summary>The ticket cannot be written: at least her message and the sentence.</summary>
        BareApology,
    }
}
