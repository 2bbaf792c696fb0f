using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.Understanding;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// Who is she? Folio and PIN (or the end of her document); where she registered, the PIN alone. Nothing tells a wrong folio
/// from a wrong PIN. After five failures only a person helps: counted with the woman, and on this phone too over folios of
/// women it does not know, until staff unlock who was locked by it, or the day ends. The proof serves the one dialog that asked for it.
/// </summary>
internal sealed class Proving(BotContent content, Reading reading, PersonComing coming, FrequentAnswers answers) : IRepeat
{
    private const string AskingFolio = "folio";
    private const string AskingSecret = "secret";
    private const string Locked = "locked";
    private const int PinDigits = 4;

    public string Name => DialogNames.Proof;

    /// <summary>Sends her through a proof and then to the dialog.</summary>
    public static Decision For(ConversationState state, string dialog, params OutgoingMessage[] first) =>
        state.With(Notes.ProofFor, dialog).GoesTo(DialogNames.Proof, first);

    /// <summary>Who has just proved herself for this dialog; null where nobody has.</summary>
    public static ParticipantId? ProvedIn(ConversationState state) => Read(state.Note(Notes.Proved));

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => turn.State.Step switch
    {
        AskingSecret => TakeSecret(turn, cancel),
        AskingFolio => TakeFolio(turn, cancel),
        _ => Begin(turn.State, cancel),
    };

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => Begin(turn.State, cancel);

    private async ValueTask<Decision> Begin(ConversationState state, CancellationToken cancel)
    {
        if (IsBarred(state) && Read(state.Note(Notes.LockedOut)) is { } lockedOut && await reading.MayProve(lockedOut, cancel)) state = state.Without(Notes.Tries, Notes.LockedOut);
        if (IsBarred(state) && state.Participants.Count == 0) return Lock(state);
        if (state.Note(Notes.Folio) is not null || state.Participants.Count > 0) return AskSecret(state);
        var say = content.SpeechFor(state.Country);
        return state.At(Name, AskingFolio).Says(new OutgoingMessage(say.Say(Texts.ProofFolio, ("ejemplo", Example(state)))));
    }

    private Decision AskSecret(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        var text = state.Note(Notes.Folio) is null ? say[Texts.ProofPinHere] : say[Texts.ProofPin];
        return state.At(Name, AskingSecret).Says(new OutgoingMessage(text));
    }

    private async ValueTask<Decision> TakeFolio(TurnContext turn, CancellationToken cancel)
    {
        if (FolioIn(turn.Text, turn.State, out var rest) is { } folio) return await TakeFolio(turn, folio, rest, cancel);
        var say = content.SpeechFor(turn.State.Country);
        var refused = turn.State.Refused();
        if (refused.Refusals >= 3 || content.Hearing.Hears(Said.Forgotten, turn.Text))
            return refused.Says(say[Texts.ProofNoFolio].Asking(say.ToPerson(), say.ToMenu()));
        return refused.Says(new OutgoingMessage(say.Say(Texts.ProofFolioAgain, ("ejemplo", Example(refused)))));
    }

    /// <param name="rest">What she wrote beside it: her secret, where she says both at once.</param>
    private async ValueTask<Decision> TakeFolio(TurnContext turn, Folio folio, string rest, CancellationToken cancel)
    {
        var known = turn.State.With(Notes.Folio, folio.Canonical);
        return SecretPin.Read(rest, PinDigits) is null ? AskSecret(known) : await TakeSecret(turn with { State = known, Text = rest }, cancel);
    }

    private async ValueTask<Decision> TakeSecret(TurnContext turn, CancellationToken cancel)
    {
        var state = turn.State;
        var say = content.SpeechFor(state.Country);
        if (FolioIn(turn.Text, state, out var rest, insistOnLetters: true) is { } another) return await TakeFolio(turn, another, rest, cancel);
        if (turn.Text.Contains('?', StringComparison.Ordinal) && !turn.Text.Any(char.IsAsciiDigit) && answers.Sure(state, turn.Text) is { } answer)
        {
            var again = AskSecret(state);
            return again with { Replies = [new OutgoingMessage(answer), .. again.Replies] };
        }
        if (SecretPin.Read(turn.Text, PinDigits) is null && (content.Hearing.Hears(Said.Forgotten, turn.Text) || !turn.Text.Any(char.IsAsciiDigit)))
        {
            var refused = state.Refused();
            return refused.Says(say[Texts.ProofForgotten].Asking(say.ToPerson(), say.ToMenu())) with { WithholdText = true };
        }

        Folio? folio = Folio.TryParse(state.Note(Notes.Folio), null, out var known) ? known : null;
        var here = folio is null ? state.Participants.Select(id => new ParticipantId(id)).ToArray() : [];
        var proofs = await reading.Prove(folio, here, turn.Text, cancel);
        if (IsBarred(state) && !AreKnownHere(state, proofs)) return Lock(state) with { WithholdText = true };
        var decision = proofs.OfType<Proof.Proved>().FirstOrDefault() is { } proved ? Accept(state, proved) : Refuse(state, proofs);
        return decision with { WithholdText = true };
    }

    private static Decision Accept(ConversationState state, Proof.Proved proved)
    {
        var wanted = state.Note(Notes.ProofFor) ?? DialogNames.Status;
        var after = state.Without(Notes.ProofFor, Notes.Folio, Notes.Tries, Notes.LockedOut)
            .With(Notes.Proved, Written(proved.Participant)) with { Country = proved.Country };
        return after.GoesTo(wanted) with
        {
            Changes =
            [
                Counted(proved),
                Change.Of<LinkParticipant>((link, contact, cancel) => link.Handle(contact, proved.Participant, cancel)),
            ],
        };
    }

    private Decision Refuse(ConversationState state, IReadOnlyList<Proof> proofs)
    {
        var areKnown = AreKnownHere(state, proofs);
        var failures = areKnown ? 0 : Failures(state) + 1;
        var refused = areKnown ? state : state.With(Notes.Tries, failures.ToString(CultureInfo.InvariantCulture));
        var wrong = proofs.OfType<Proof.Wrong>().ToArray();
        var changes = wrong.Select(Counted).ToArray();

        // Where several share the phone, those that still may try decide; a locked one alone is told so.
        var left = Math.Min(Participant.MaxFailedProofs - failures, wrong.Length > 0 ? wrong.Max(proof => proof.TriesLeft) : int.MaxValue);
        var isLocked = left <= 0 || (wrong.Length == 0 && proofs.Any(proof => proof is Proof.Locked));
        if (isLocked)
        {
            var lockedOut = proofs.OfType<Proof.Judged>().FirstOrDefault(proof => proof is Proof.Locked or Proof.Wrong { TriesLeft: <= 0 });
            return Lock(lockedOut is null ? refused : refused.With(Notes.LockedOut, Written(lockedOut.Participant))) with { Changes = changes };
        }

        var say = content.SpeechFor(state.Country);
        var text = left == 1 ? say[Texts.ProofWrongLast] : say.Say(Texts.ProofWrong, ("intentos", left.ToString(CultureInfo.InvariantCulture)));
        return refused.At(Name, AskingSecret).Says(text.Asking(say.ToPerson(), say.ToMenu())) with { Changes = changes };
    }

    private Decision Lock(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        return state.AtRest().Says(say[Texts.ProofLocked].Asking(say.Option(Choices.Go + Locked, Texts.OptionPerson), say.ToMenu()));
    }

    /// <summary>She took the offer of a person after too many failures.</summary>
    public async ValueTask<Decision> AskPerson(TurnContext turn, CancellationToken cancel) =>
        Person.Hold(turn.State, TicketReason.Locked, await coming.Say(turn.State, turn.ContactId, turn.Now, cancel));

    public const string WantsPersonAfterLock = Locked;

    /// <summary>She goes on trying after too many failures, wherever she is then: what may be her secret is not for anybody's eyes.</summary>
    public static bool IsTryingAgain(TurnContext turn) =>
        (IsBarred(turn.State) || turn.State.Note(Notes.LockedOut) is not null) && SecretPin.Read(turn.Message.Text, PinDigits) is not null;

    private static Change Counted(Proof proof) => Change.Of<ProveParticipant>((prove, _, cancel) => prove.Count(proof, cancel));

    /// <summary>Who registered or proved herself on this phone is counted by herself: guesses at other women's folios do not keep her from her own.</summary>
    private static bool AreKnownHere(ConversationState state, IReadOnlyList<Proof> proofs) =>
        proofs.Count > 0 && proofs.All(proof => proof is Proof.Judged judged && state.Participants.Contains(judged.Participant.Value));

    private static bool IsBarred(ConversationState state) => Failures(state) >= Participant.MaxFailedProofs;

    private static ParticipantId? Read(string? note) => Guid.TryParse(note, out var id) ? new ParticipantId(id) : null;

    private static string Written(ParticipantId participant) => participant.Value.ToString("N", CultureInfo.InvariantCulture);

    private static int Failures(ConversationState state) =>
        int.TryParse(state.Note(Notes.Tries), NumberStyles.None, CultureInfo.InvariantCulture, out var tries) ? tries : 0;

    /// <summary>A folio anywhere in what she wrote: "mi folio es pa 4829 1736".</summary>
    /// <param name="insistOnLetters">Digits alone may be something else here.</param>
    public Folio? FolioIn(string text, ConversationState state, bool insistOnLetters = false) => FolioIn(text, state, out _, insistOnLetters);

    /// <param name="rest">What else she wrote.</param>
    private Folio? FolioIn(string text, ConversationState state, out string rest, bool insistOnLetters = false)
    {
        rest = "";
        if (text.Length > 200 || !text.Any(char.IsAsciiDigit)) return null;
        var prefix = insistOnLetters ? null : content.Programmes.Find(state.Country)?.Country.FolioPrefix;
        if (Folio.TryParse(text, prefix, out var whole)) return whole;
        var words = Plain.Of(text).Split(' ');
        for (var from = 0; from < words.Length; from++)
            for (var count = 1; count <= 4 && from + count <= words.Length; count++)
                if (Folio.TryParse(string.Concat(words.AsSpan(from, count)!), prefix, out var found))
                {
                    rest = string.Join(' ', [.. words[..from], .. words[(from + count)..]]);
                    return found;
                }
        return null;
    }

    private string Example(ConversationState state) => $"{content.Programmes.Find(state.Country)?.Country.FolioPrefix ?? "PA"}-1234-5678";
}

internal static partial class Texts
{
    public static readonly TextKey ProofFolio = Text("proof.folio", "ejemplo");
    public static readonly TextKey ProofFolioAgain = Text("proof.folioAgain", "ejemplo");
    public static readonly TextKey ProofNoFolio = Text("proof.noFolio");
    public static readonly TextKey ProofPin = Text("proof.pin");
    public static readonly TextKey ProofPinHere = Text("proof.pinHere");
    public static readonly TextKey ProofForgotten = Text("proof.forgotten");
    public static readonly TextKey ProofWrong = Text("proof.wrong", "intentos");
    public static readonly TextKey ProofWrongLast = Text("proof.wrongLast");
    public static readonly TextKey ProofLocked = Text("proof.locked");
}
