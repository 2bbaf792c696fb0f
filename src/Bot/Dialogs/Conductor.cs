using System.Collections.Frozen;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.Understanding;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// Decides a whole turn: hints of violence first, then threads that staff hold, messages without words, what staff wait for,
/// options she chose, words that work from any point, and last the dialog she is in.
/// </summary>
internal sealed class Conductor : IConductor
{
    /// <summary>Hands her very words to the menu.</summary>
    public const string MenuAnswer = "menu:answer";

    private const int MostHandovers = 8;
    private const int DaysToForgetProofs = 1;

    private readonly FrozenDictionary<string, IDialog> _dialogs;
    private readonly BotContent _content;
    private readonly Menu _menu;
    private readonly Violence _violence;
    private readonly Missing _missing;
    private readonly Groups _groups;
    private readonly Meetings _meetings;
    private readonly FollowUps _followUps;
    private readonly Proving _proving;
    private readonly GlobalWords _words;

    public Conductor(IEnumerable<IDialog> dialogs, BotContent content, Menu menu, Violence violence, Missing missing, Groups groups, Meetings meetings, FollowUps followUps, Proving proving, GlobalWords words)
    {
        _dialogs = dialogs.ToFrozenDictionary(dialog => dialog.Name, StringComparer.Ordinal);
        (_content, _menu, _violence, _missing, _groups, _meetings, _followUps, _proving, _words) = (content, menu, violence, missing, groups, meetings, followUps, proving, words);
    }

    public async ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel)
    {
        var today = DayOf(turn.Now);
        var (begun, changes, isByPoster) = Arrival.Read(turn with { State = AfterPause(turn.State, today) });
        var decision = await HandOn(begun, await First(begun, isByPoster, cancel), cancel);
        return decision with
        {
            State = decision.State with { LastDay = today },
            Changes = changes.Length == 0 ? decision.Changes : [.. changes, .. decision.Changes],
            WithholdText = decision.WithholdText || Proving.IsTryingAgain(begun),
        };
    }

    private async ValueTask<Decision> First(TurnContext turn, bool isByPoster, CancellationToken cancel)
    {
        var state = turn.State;
        var isFresh = IsNewlyAwaited(turn);
        var heard = turn.ChoseOption && !isFresh ? Heard.Nothing : _content.Hearing.Hear(turn.Message.ButtonValue is null ? turn.Message.Text : turn.Text, MayBeAName(turn));
        if (heard.Intent == Intent.Violence && !Violence.IsAskingWhen(state)) return _violence.Show(state);
        if (turn.IsHeld) return await Held(turn, heard, cancel);
        if (!turn.ChoseOption && Unspoken.Is(turn.Message)) return await WithoutWords(turn, cancel);
        if (_words.AtTheDoor(turn) is { } came) return came;
        if (isByPoster && heard.Intent == Intent.Greet && state.Dialog is not null) return _words.Greet(state); // its greeting is no answer to what she was asked
        if (isFresh && await Awaited(turn, heard, cancel) is { } answer) return answer;
        if (turn is { ChoseOption: true, Text: Choices.Go + Proving.WantsPersonAfterLock }) return await _proving.AskPerson(turn, cancel);
        if (turn.ChoseOption && Chosen(turn) is { } chosen) return chosen;
        if (_words.Serve(turn, heard) is { } served) return served;
        return await InHerDialog(turn, cancel);
    }

    private async ValueTask<Decision> InHerDialog(TurnContext turn, CancellationToken cancel)
    {
        if (turn.State.Dialog is null) return _menu.Answer(turn);
        return _dialogs.TryGetValue(turn.State.Dialog, out var dialog)
            ? await dialog.Decide(turn, cancel)
            : turn.State.AtRest().GoesTo(DialogNames.Menu);
    }

    /// <summary>Staff speak. "Menú" brings the bot back; emergencies and "baja" are served all the same.</summary>
    private async ValueTask<Decision> Held(TurnContext turn, Heard heard, CancellationToken cancel)
    {
        if (turn.Text == Choices.CallMe) return _violence.AskWhen(turn.State);
        if (Violence.IsAskingWhen(turn.State)) return await InHerDialog(turn, cancel);
        if (turn.Text == Choices.Go + DialogNames.Menu || heard.Intent is Intent.Menu or Intent.Restart)
            return turn.State.AtRest().GoesTo(DialogNames.Menu, new OutgoingMessage(_content.SpeechFor(turn.State.Country)[Texts.PersonBack])) with { IsHeld = false };
        if (heard is { Intent: Intent.Stop, Certainty: Certainty.Whole }) return _words.StopAtOnce(turn);
        if (_words.AtTheDoor(turn) is { } came) return came; // she stands there now, whoever answers her later
        return turn.State.Says() with { Changes = [Change.Of<NoteWaiting>((note, contact, stop) => note.Handle(contact, stop))] };
    }

    private async ValueTask<Decision> WithoutWords(TurnContext turn, CancellationToken cancel)
    {
        var kind = new OutgoingMessage(_content.SpeechFor(turn.State.Country)[Unspoken.TextFor(turn.Message)]);
        if (IsNew(turn.State)) return turn.State.GoesTo(DialogNames.Greeting, kind);
        return await Again(turn, cancel, kind);
    }

    /// <summary>What she was asked, once more, after other words.</summary>
    private async ValueTask<Decision> Again(TurnContext turn, CancellationToken cancel, params OutgoingMessage[] before)
    {
        if (turn.State.Dialog is null || !_dialogs.TryGetValue(turn.State.Dialog, out var dialog) || dialog is not IRepeat asked)
            return turn.State.AtRest().GoesTo(DialogNames.Menu, before);
        var repeated = await asked.Repeat(turn, cancel);
        return repeated with { Replies = [.. before, .. repeated.Replies] };
    }

    // What staff wait for

    /// <summary>Staff asked since she last spoke: options offered before are older than their question, but for those of a status that told of it.</summary>
    private static bool IsNewlyAwaited(TurnContext turn) =>
        turn.AwaitedFromHer is not null && !(turn.ChoseOption && turn.AwaitedFromHer == turn.State.Note(Notes.Offered)) && turn.AwaitedFromHer != turn.State.Note(Notes.Awaited) && turn.State.Dialog is null or DialogNames.Status
        && turn.Message.ButtonValue is null && (AwaitedInformation.TryRead(turn.AwaitedFromHer, out _) || AwaitedInvitation.TryRead(turn.AwaitedFromHer, out _, out _) || AwaitedMeeting.Is(turn.AwaitedFromHer) || AwaitedReferral.Is(turn.AwaitedFromHer) || AwaitedFollowUp.Is(turn.AwaitedFromHer));

    private async ValueTask<Decision?> Awaited(TurnContext turn, Heard heard, CancellationToken cancel)
    {
        var told = turn with { State = turn.State.With(Notes.Awaited, turn.AwaitedFromHer!) };
        var isAnswer = heard.Intent is Intent.None or Intent.Greet or Intent.Missing or Intent.Thanks or Intent.Continue;
        if (AwaitedReferral.Is(turn.AwaitedFromHer)) return AsksWhatIsAsked(turn, heard) ? told.State.AtRest().GoesTo(DialogNames.Sharing, new OutgoingMessage(_content.SpeechFor(told.State.Country)[Texts.SharingFirst])) : null;
        if (AwaitedMeeting.Is(turn.AwaitedFromHer)) return isAnswer && Meetings.IsForWhoSpeaks(turn) ? await _meetings.Hear(told, cancel) : null;
        if (AwaitedFollowUp.Is(turn.AwaitedFromHer)) return isAnswer && FollowUps.IsForWhoSpeaks(turn) ? await _followUps.Hear(told, cancel) : null;
        if (!AwaitedInformation.TryRead(turn.AwaitedFromHer, out var registration)) return isAnswer ? await _groups.Hear(told, cancel) : null;
        return heard.Intent switch
        {
            Intent.None => await _missing.Hear(told, registration, cancel),
            Intent.Greet or Intent.Missing or Intent.Thanks or Intent.Continue => told.State.AtRest().GoesTo(DialogNames.Missing),
            _ => null,
        };
    }

    /// <summary>The question itself stands behind her PIN: only who seems to answer or to begin a talk is led there; any other words are served as always.</summary>
    private static bool AsksWhatIsAsked(TurnContext turn, Heard heard) =>
        heard.Intent is Intent.Greet or Intent.Missing or Intent.Continue || (heard.Intent == Intent.None && YesOrNo.Read(turn.Message.Text) is not null);

    // Options that mean the same wherever they stand

    private Decision? Chosen(TurnContext turn)
    {
        var state = turn.State;
        return turn.Text switch
        {
            Choices.CallMe => _violence.AskWhen(state),
            Choices.Resume => state.Says() with { Then = Choices.Resume },
            var go when go.StartsWith(Choices.Go, StringComparison.Ordinal) => state.AtRest().GoesTo(go[Choices.Go.Length..]),
            var faq when faq.StartsWith(Choices.Topic, StringComparison.Ordinal) => _words.Topic(state.AtRest(), faq[Choices.Topic.Length..]),
            _ => null,
        };
    }

    // Handing on

    private async ValueTask<Decision> HandOn(TurnContext turn, Decision decision, CancellationToken cancel)
    {
        for (var hops = 0; decision.Then is { } next && hops < MostHandovers; hops++)
        {
            var at = turn with { State = decision.State };
            var follow = next switch
            {
                MenuAnswer => _words.Serve(at, _content.Hearing.Hear(turn.Text)) ?? _menu.Answer(at),
                Choices.Resume => await Again(at, cancel),
                _ => await Dialog(next).Decide(at with { Text = "", ChoseOption = false }, cancel),
            };
            decision = Joined(decision, follow);
        }
        return decision with { Then = null };
    }

    private IDialog Dialog(string name) => _dialogs.TryGetValue(name, out var dialog) ? dialog : _menu;

    private static Decision Joined(Decision first, Decision then) => then with
    {
        Replies = first.Replies.Count == 0 ? then.Replies : [.. first.Replies, .. then.Replies],
        Changes = first.Changes.Count == 0 ? then.Changes : [.. first.Changes, .. then.Changes],
        HasOptedOut = then.HasOptedOut ?? first.HasOptedOut,
        IsHeld = then.IsHeld ?? first.IsHeld,
        ClearsAwaited = first.ClearsAwaited || then.ClearsAwaited,
        WithholdText = first.WithholdText || then.WithholdText,
    };

    /// <summary>After a day, what was proved or opened for her eyes is closed; everything else goes on where it was.</summary>
    private static ConversationState AfterPause(ConversationState state, int today)
    {
        if (state.LastDay == 0 || today - state.LastDay < DaysToForgetProofs) return state;
        var forgiven = state.Note(Notes.Tries) is null && state.Note(Notes.LockedOut) is null ? state : state.Without(Notes.Tries, Notes.LockedOut);
        var isClosed = forgiven.Dialog is DialogNames.Proof or DialogNames.Status or DialogNames.MyData or DialogNames.Groups or DialogNames.Meetings or DialogNames.Attendance or DialogNames.Withdrawal or DialogNames.Sharing
            || (forgiven.Dialog == DialogNames.FollowUp && forgiven.Participants.Count != 1); // whoever speaks here alone goes on with her form
        return isClosed ? forgiven.AtRest() : forgiven;
    }

    /// <summary>Socorro, Alto and Alta are names too. Who opted out was told to write ALTA, and means it.</summary>
    public static bool MayBeAName(TurnContext turn) =>
        (FormTalk.TakesAnyWords(turn.State) || turn.State.Dialog is DialogNames.Offices or DialogNames.Missing)
        && !(turn.HasOptedOut && Plain.Of(turn.Message.Text) == "alta");

    public static bool IsNew(ConversationState state) => state is { LastDay: 0, Country: null, Dialog: null };

    private static int DayOf(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime).DayNumber - new DateOnly(2020, 1, 1).DayNumber;
}

internal static partial class Texts
{
    public static readonly TextKey PersonBack = Text("person.back");
}
