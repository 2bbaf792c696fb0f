using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.Understanding;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>She would come, but needs something: one thing after the other, until that is all. And how her answer is kept.</summary>
internal sealed class MeetingNeeds(BotContent content, MeetingReading reading)
{
    public const string Step = "needs";
    public const string Wish = "meetings:needs";
    private const string NoMore = "meetings:need:enough";
    private const string Need = "meetings:need:";
    private const GuestNeeds Everything = GuestNeeds.Childcare | GuestNeeds.Transport | GuestNeeds.Language;

    private static readonly (GuestNeeds Need, TextKey Label, TextKey Noted, Said Heard)[] All =
    [
        (GuestNeeds.Childcare, Texts.MeetingsNeedChildcare, Texts.MeetingsNotedChildcare, Said.Childcare),
        (GuestNeeds.Transport, Texts.MeetingsNeedTransport, Texts.MeetingsNotedTransport, Said.Transport),
        (GuestNeeds.Language, Texts.MeetingsNeedLanguage, Texts.MeetingsNotedLanguage, Said.OtherLanguage),
    ];

    public Decision Ask(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        var chosen = Chosen(state);
        var open = All.Where(need => !chosen.HasFlag(need.Need)).Select(need => say.Option(Need + (int)need.Need, need.Label)).ToList();
        if (chosen != GuestNeeds.None) open.Add(say.Option(NoMore, Texts.MeetingsNeedNoMore));
        return state.At(DialogNames.Meetings, Step).Says(say[chosen == GuestNeeds.None ? Texts.MeetingsNeeds : Texts.MeetingsNeedsMore].Asking(open));
    }

    /// <summary>What she asked for, in words.</summary>
    public static string Noted(Speech say, GuestNeeds needs) => string.Join(", ", All.Where(n => needs.HasFlag(n.Need)).Select(n => say[n.Noted]));

    /// <summary>She says in her own words what she needs.</summary>
    public bool AreNamed(string text) => Named(text) != GuestNeeds.None;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel)
    {
        var named = Named(turn.Text);
        var all = Chosen(turn.State) | named;
        var isEnough = turn.Text == NoMore || all == Everything || (named == GuestNeeds.None && (YesOrNo.Read(turn.Text) == false || turn.State.Refusals >= 2));
        if (isEnough) return Answer(turn, comes: true, all, cancel);
        if (named != GuestNeeds.None) return ValueTask.FromResult(Ask(turn.State.With(Notes.Needs, ((int)all).ToString(CultureInfo.InvariantCulture))));
        var again = Ask(turn.State);
        return ValueTask.FromResult(again with { State = again.State with { Refusals = turn.State.Refusals + 1 } });
    }

    /// <summary>Keeps her answer: a yes where places are gone waits in line, and she is told so.</summary>
    public async ValueTask<Decision> Answer(TurnContext turn, bool comes, GuestNeeds needs, CancellationToken cancel)
    {
        var (state, say) = (turn.State, content.SpeechFor(turn.State.Country));
        if (MeetingSpeech.Meeting(state) is not { } id || MeetingSpeech.Her(state) is not { } her || await reading.Find(id, her, turn.Now, cancel) is not { } meeting || content.Programmes.Find(meeting.Country) is not { } pack)
            return Rest(state).Says(say[Texts.MeetingsGone].Asking(say.ToPerson(), say.ToMenu())) with { ClearsAwaited = true };
        var expected = !comes ? GuestAnswer.No : meeting.Answer is GuestAnswer.Yes or GuestAnswer.Waiting ? meeting.Answer : meeting.IsFull ? GuestAnswer.Waiting : GuestAnswer.Yes;
        var words = MeetingSpeech.Words(pack, meeting.Kind, meeting.Topic, meeting.StartsAt, meeting.Venue);
        var told = expected switch
        {
            GuestAnswer.No => say.Say(Texts.MeetingsNoted, words),
            GuestAnswer.Waiting => say.Say(Texts.MeetingsInLine, words),
            _ when needs != GuestNeeds.None => say.Say(Texts.MeetingsExpectedBut, [.. words, ("apoyo", Noted(say, needs))]),
            _ => say.Say(Texts.MeetingsExpected, words),
        };
        return Rest(state).Says(told.Asking(say.ToMenu())) with
        {
            ClearsAwaited = AwaitedMeeting.TryRead(turn.AwaitedFromHer, out var awaited, out _) && awaited == id,
            Changes = [Change.Of<AnswerMeeting>((answer, _, stop) => answer.InTurn(new(id, her, comes, needs, RegistrationStep.Herself, Expected: expected), stop))],
        };
    }

    /// <summary>Answered: a later invitation is news again.</summary>
    private static ConversationState Rest(ConversationState state) => state.Without(Notes.Awaited).AtRest();

    private static GuestNeeds Chosen(ConversationState state) =>
        int.TryParse(state.Note(Notes.Needs), NumberStyles.None, CultureInfo.InvariantCulture, out var needs) ? (GuestNeeds)needs : GuestNeeds.None;

    private GuestNeeds Named(string text)
    {
        if (text.StartsWith(Need, StringComparison.Ordinal) && int.TryParse(text.AsSpan(Need.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var one)) return (GuestNeeds)one;
        return All.Where(need => content.Hearing.Hears(need.Heard, text)).Aggregate(GuestNeeds.None, (all, need) => all | need.Need);
    }
}

internal static partial class Texts
{
    public static readonly TextKey MeetingsNeeds = Text("meetings.needs");
    public static readonly TextKey MeetingsNeedsMore = Text("meetings.needsMore");
    public static readonly TextKey MeetingsNeedChildcare = Label("meetings.needChildcare");
    public static readonly TextKey MeetingsNeedTransport = Label("meetings.needTransport");
    public static readonly TextKey MeetingsNeedLanguage = Label("meetings.needLanguage");
    public static readonly TextKey MeetingsNeedNoMore = Label("meetings.needNoMore");
    public static readonly TextKey MeetingsNotedChildcare = Text("meetings.notedChildcare");
    public static readonly TextKey MeetingsNotedTransport = Text("meetings.notedTransport");
    public static readonly TextKey MeetingsNotedLanguage = Text("meetings.notedLanguage");
    public static readonly TextKey MeetingsExpected = Text("meetings.expected", OfMeeting);
    public static readonly TextKey MeetingsExpectedBut = Text("meetings.expectedBut", [.. OfMeeting, "apoyo"]);
    public static readonly TextKey MeetingsInLine = Text("meetings.inLine", OfMeeting);
    public static readonly TextKey MeetingsNoted = Text("meetings.noted", OfMeeting);
}
