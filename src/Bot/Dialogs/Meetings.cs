using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Meetings;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// Her meetings: which are to come, and whether she comes to one. An invitation is answered where staff sent it, where one woman
/// speaks there; everything else needs a proof of who she is. Of who else comes she learns nothing.
/// </summary>
internal sealed class Meetings(BotContent content, MeetingReading reading, MeetingNeeds needs) : IRepeat
{
    private const string Choosing = "choosing";
    private const string Asking = "asking";
    private const string Unknown = "unknown";
    private const string Registered = "meetings:registered";
    private const string One = "meetings:one:";

    public string Name => DialogNames.Meetings;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => turn.State.Step switch
    {
        Asking => TakeAnswer(turn, cancel),
        Choosing => Choose(turn, cancel),
        Unknown => ValueTask.FromResult((turn.Text == Registered ? true : YesOrNo.Read(turn.Text)) switch
        {
            true => Proving.For(turn.State, Name),
            false => turn.State.AtRest().GoesTo(DialogNames.Register),
            null => Menu(turn),
        }),
        MeetingNeeds.Step => needs.Decide(turn, cancel),
        _ => Begin(turn, cancel),
    };

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => turn.State.Step switch
    {
        Asking when MeetingSpeech.Meeting(turn.State) is { } meeting && MeetingSpeech.Her(turn.State) is { } her => Ask(turn.State, meeting, her, turn.Now, cancel),
        MeetingNeeds.Step => ValueTask.FromResult(needs.Ask(turn.State)),
        _ => ValueTask.FromResult(turn.State.AtRest().GoesTo(DialogNames.Menu)),
    };

    /// <summary>Her first words after staff asked her: a plain yes or no is the answer, where one woman speaks here.</summary>
    public ValueTask<Decision> Hear(TurnContext turn, CancellationToken cancel)
    {
        if (!IsForWhoSpeaks(turn) || !AwaitedMeeting.TryRead(turn.AwaitedFromHer, out var meeting, out var her)) return Begin(turn with { State = turn.State.AtRest() }, cancel);
        var asked = turn with { State = MeetingSpeech.For(turn.State.AtRest(), meeting, her) };
        return YesOrNo.Read(turn.Text) is { } comes ? Answer(asked, comes, cancel) : Ask(asked.State, meeting, her, turn.Now, cancel);
    }

    /// <summary>Staff wait for the answer of the one woman who speaks here.</summary>
    public static bool IsForWhoSpeaks(TurnContext turn) => AwaitedMeeting.TryRead(turn.AwaitedFromHer, out _, out var her) && turn.State.Participants is [var only] && only == her.Value;

    private ValueTask<Decision> Begin(TurnContext turn, CancellationToken cancel)
    {
        var state = turn.State;
        if (Proving.ProvedIn(state) is { } proved) return Show(state.Without(Notes.Proved), proved, turn.Now, cancel);
        if (IsForWhoSpeaks(turn) && AwaitedMeeting.TryRead(turn.AwaitedFromHer, out var meeting, out var her)) return Ask(state, meeting, her, turn.Now, cancel);
        if (state.Country is null) return ValueTask.FromResult(state.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting));
        if (state.Participants.Count > 0 || state.Note(Notes.Folio) is not null) return ValueTask.FromResult(Proving.For(state, Name));
        var say = content.SpeechFor(state.Country);
        return ValueTask.FromResult(state.At(Name, Unknown).Says(say[Texts.MeetingsWho].Asking(
            say.Option(Registered, Texts.GroupsRegistered), say.Option(Choices.Go + DialogNames.Register, Texts.MenuRegister), say.ToMenu())));
    }

    private async ValueTask<Decision> Show(ConversationState state, ParticipantId her, DateTimeOffset now, CancellationToken cancel)
    {
        var say = content.SpeechFor(state.Country);
        var meetings = await reading.Of(her, now, cancel);
        var told = content.NextAndHours(meetings, await reading.Training(her, cancel), state.Country);
        if (meetings.Count == 0) return state.AtRest().Says((told.Length > 0 ? $"{say[Texts.MeetingsNone]}\n\n{told}" : say[Texts.MeetingsNone]).Asking(say.ToPerson(), say.ToMenu()));
        if (meetings is [{ Answer: GuestAnswer.Open } only]) return await Ask(state, only.Id, her, now, cancel);
        var options = meetings.Select(m => new Option(One + m.Id.Value.ToString("N", CultureInfo.InvariantCulture), Label(m)));
        return state.With(Notes.Woman, her.Value.ToString("N", CultureInfo.InvariantCulture)).At(Name, Choosing)
            .Says(string.Join("\n\n", new[] { told, say[Texts.MeetingsWhich] }.Where(part => part.Length > 0)).Asking([.. options, say.ToMenu()]));
    }

    private async ValueTask<Decision> Choose(TurnContext turn, CancellationToken cancel)
    {
        var isOne = turn.Text.StartsWith(One, StringComparison.Ordinal) && Guid.TryParse(turn.Text.AsSpan(One.Length), out _);
        if (!isOne || MeetingSpeech.Her(turn.State) is not { } her) return Menu(turn);
        return await Ask(turn.State, new MeetingId(Guid.Parse(turn.Text.AsSpan(One.Length))), her, turn.Now, cancel);
    }

    private async ValueTask<Decision> Ask(ConversationState state, MeetingId id, ParticipantId her, DateTimeOffset now, CancellationToken cancel)
    {
        var say = content.SpeechFor(state.Country);
        if (await reading.Find(id, her, now, cancel) is not { } meeting || content.Programmes.Find(meeting.Country) is not { } pack) return Gone(state);
        var parts = new List<string> { say.Say(Texts.MeetingsAsk, MeetingSpeech.Words(pack, meeting.Kind, meeting.Topic, meeting.StartsAt, meeting.Venue)) };
        if (meeting.Institution is { } institution && institution != pack.Ministry.Code) parts.Add(say.Say(Texts.MeetingsBy, ("institucion", pack.InstitutionName(institution))));
        if (meeting.OffersChildcare) parts.Add(say[Texts.MeetingsChildcare]);
        parts.Add(say[meeting switch { { Answer: not GuestAnswer.Open } => MeetingSpeech.Standing(meeting.Answer), { IsFull: true } => Texts.MeetingsFull, _ => Texts.MeetingsCanYou }]);
        return MeetingSpeech.For(state, id, her).At(Name, Asking).Says(string.Join("\n\n", parts).Asking(
            say.Option(Choices.Yes, Texts.MeetingsYes), say.Option(MeetingNeeds.Wish, Texts.MeetingsYesBut), say.Option(Choices.No, Texts.MeetingsNo), say.ToPerson()));
    }

    private ValueTask<Decision> TakeAnswer(TurnContext turn, CancellationToken cancel)
    {
        if (turn.Text == MeetingNeeds.Wish) return ValueTask.FromResult(needs.Ask(turn.State));
        var comes = turn.SaidYes();
        if (comes is not false && !turn.ChoseOption && needs.AreNamed(turn.Text)) return needs.Decide(turn, cancel);
        if (comes is { } sure) return Answer(turn, sure, cancel);
        if (turn.State.Refusals >= 2 || MeetingSpeech.Meeting(turn.State) is not { } meeting || MeetingSpeech.Her(turn.State) is not { } her) return ValueTask.FromResult(Menu(turn));
        return AskAgain(turn, meeting, her, cancel);
    }

    private async ValueTask<Decision> AskAgain(TurnContext turn, MeetingId meeting, ParticipantId her, CancellationToken cancel) =>
        (await Ask(turn.State, meeting, her, turn.Now, cancel)).Again(turn.State, content.SpeechFor(turn.State.Country));

    private ValueTask<Decision> Answer(TurnContext turn, bool comes, CancellationToken cancel) => needs.Answer(turn, comes, GuestNeeds.None, cancel);

    private Decision Gone(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        return state.Without(Notes.Awaited).AtRest().Says(say[Texts.MeetingsGone].Asking(say.ToPerson(), say.ToMenu())) with { ClearsAwaited = true };
    }

    private string Label(ReadOwnMeetings.Own meeting)
    {
        var pack = content.Programmes.Find(meeting.Country)!;
        var day = TimeZoneInfo.ConvertTime(meeting.StartsAt, pack.Country.TimeZone).ToString("d 'de' MMM", CultureInfo.GetCultureInfo("es"));
        return $"{pack.Meetings.Kinds[meeting.Kind]}, {day}";
    }

    /// <summary>Whatever else she says is said at the menu.</summary>
    private static Decision Menu(TurnContext turn) => turn.State.AtRest().Says() with { Then = Conductor.MenuAnswer };
}

internal static partial class Texts
{
    public static readonly TextKey MeetingsWho = Text("meetings.who");
    public static readonly TextKey MeetingsNone = Text("meetings.none");
    public static readonly TextKey MeetingsWhich = Text("meetings.which");
    public static readonly TextKey MeetingsAsk = Text("meetings.ask", OfMeeting);
    public static readonly TextKey MeetingsBy = Text("meetings.by", "institucion");
    public static readonly TextKey MeetingsChildcare = Text("meetings.childcare");
    public static readonly TextKey MeetingsCanYou = Text("meetings.canYou");
    public static readonly TextKey MeetingsFull = Text("meetings.full");
    public static readonly TextKey MeetingsYes = Label("meetings.yes");
    public static readonly TextKey MeetingsYesBut = Label("meetings.yesBut");
    public static readonly TextKey MeetingsNo = Label("meetings.no");
    public static readonly TextKey MeetingsGone = Text("meetings.gone");
}
