using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.Understanding;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Meetings;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// At the door: she writes the code that is said aloud, or that the QR code wrote for her. Where one woman speaks on this phone it is
/// she; else she proves who she is. Nothing of her is shown, so a code typed by another tells nothing.
/// </summary>
internal sealed class Attendance(BotContent content, MeetingReading reading) : IRepeat
{
    private const string Typing = "code";
    private const string Unlisted = "unlisted";
    private const string Unknown = "unknown";
    private const string Registered = "attendance:registered";
    private const int LongestCode = 60;

    public string Name => DialogNames.Attendance;

    /// <summary>"ASISTENCIA 4829-1", or the code alone where nothing else is asked and no person answers her: five digits, right or wrong; null where she wrote no code.</summary>
    public static string? CodeIn(TurnContext turn, Hearing hearing)
    {
        var text = turn.Message.Text;
        if (turn.ChoseOption || text.Length > LongestCode || Digits(text) != AttendanceCode.Length) return null;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var words = string.Concat(text.Where(letter => !char.IsAsciiDigit(letter) && letter != '-')).Trim();
        if (words.Length == 0) return !turn.IsHeld && turn.State.Dialog is null or DialogNames.Status or DialogNames.Meetings or DialogNames.Attendance ? digits : null;
        return turn.State.Dialog != DialogNames.Violence && hearing.Hear(words).Intent == Intent.Attendance ? digits : null;
    }

    /// <summary>Counted by hand: every turn comes by here.</summary>
    private static int Digits(string text)
    {
        var digits = 0;
        foreach (var letter in text) if (char.IsAsciiDigit(letter)) digits++;
        return digits;
    }

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => turn.State.Step switch
    {
        Typing => TakeCode(turn, cancel),
        Unlisted => TakeUnlisted(turn, cancel),
        Unknown => ValueTask.FromResult((turn.Text == Registered ? true : YesOrNo.Read(turn.Text)) switch
        {
            true => Proving.For(turn.State, Name),
            false => turn.State.AtRest().GoesTo(DialogNames.Register),
            null => Menu(turn),
        }),
        _ => Begin(turn, cancel),
    };

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => ValueTask.FromResult(
        turn.State.Step == Typing ? AskCode(turn.State, Texts.AttendanceCode) : turn.State.AtRest().GoesTo(DialogNames.Menu));

    private ValueTask<Decision> Begin(TurnContext turn, CancellationToken cancel)
    {
        var state = turn.State;
        if (state.Note(Notes.MeetingCode) is null) return ValueTask.FromResult(AskCode(state, Texts.AttendanceCode));
        if (Proving.ProvedIn(state) is { } proved) return Enter(state.Without(Notes.Proved), proved, turn.Now, cancel);
        if (state.Country is null) return ValueTask.FromResult(state.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting));
        if (state.Participants is [var only]) return Enter(state, new ParticipantId(only), turn.Now, cancel);
        if (state.Participants.Count > 0 || state.Note(Notes.Folio) is not null) return ValueTask.FromResult(Proving.For(state, Name));
        var say = content.SpeechFor(state.Country);
        return ValueTask.FromResult(state.At(Name, Unknown).Says(say[Texts.AttendanceWho].Asking(
            say.Option(Registered, Texts.GroupsRegistered), say.Option(Choices.Go + DialogNames.Register, Texts.MenuRegister), say.ToMenu())));
    }

    private async ValueTask<Decision> Enter(ConversationState state, ParticipantId her, DateTimeOffset now, CancellationToken cancel)
    {
        if (!AttendanceCode.TryFind(state.Note(Notes.MeetingCode), out var code)) return AskCode(state, Texts.AttendanceCodeAgain);
        var say = content.SpeechFor(state.Country);
        return await reading.ByCode(code, her, state.Country, now, cancel) switch
        {
            FindMeetingByCode.Result.Listed listed => Noted(state, listed.Meeting.Id, her, isListed: true, Words(listed.Meeting)),
            FindMeetingByCode.Result.Unlisted found => MeetingSpeech.For(state, found.Meeting.Id, her).At(Name, Unlisted).Says(say.Say(Texts.AttendanceUnlisted, Words(found.Meeting)).Asking(say.YesOrNo())),
            FindMeetingByCode.Result.NotNow early => state.AtRest().Says(say.Say(early.IsOver ? Texts.AttendanceLate : Texts.AttendanceEarly, Words(early.Meeting)).Asking(say.ToPerson(), say.ToMenu())),
            FindMeetingByCode.Result.Elsewhere => state.AtRest().Says(say[Texts.AttendanceElsewhere].Asking(say.ToPerson(), say.ToMenu())),
            _ => AskCode(state.Without(Notes.MeetingCode), Texts.AttendanceCodeAgain),
        };
    }

    private ValueTask<Decision> TakeCode(TurnContext turn, CancellationToken cancel)
    {
        var digits = string.Concat(turn.Message.Text.Where(char.IsAsciiDigit));
        if (digits.Length == AttendanceCode.Length) return Begin(turn with { State = turn.State.With(Notes.MeetingCode, digits) }, cancel);
        if (digits.Length == 0 || turn.State.Refusals >= 2) return ValueTask.FromResult(Menu(turn));
        var again = AskCode(turn.State, Texts.AttendanceCodeAgain);
        return ValueTask.FromResult(again with { State = again.State with { Refusals = turn.State.Refusals + 1 } });
    }

    private async ValueTask<Decision> TakeUnlisted(TurnContext turn, CancellationToken cancel)
    {
        var (state, say) = (turn.State, content.SpeechFor(turn.State.Country));
        var came = turn.SaidYes();
        if (came is null) return state.Refusals >= 2 ? Menu(turn) : state.Refused().Says(say[Texts.AttendanceUnlistedAgain].Asking(say.YesOrNo()));
        if (came is false || MeetingSpeech.Her(state) is not { } her || !AttendanceCode.TryFind(state.Note(Notes.MeetingCode), out var code)) return state.AtRest().Says(say[Texts.AttendanceNotNoted].Asking(say.ToMenu()));
        return await reading.ByCode(code, her, state.Country, turn.Now, cancel) switch
        {
            FindMeetingByCode.Result.Unlisted found => Noted(state, found.Meeting.Id, her, isListed: false, Words(found.Meeting)),
            FindMeetingByCode.Result.Listed found => Noted(state, found.Meeting.Id, her, isListed: true, Words(found.Meeting)),
            _ => state.AtRest().Says(say[Texts.AttendanceNotNoted].Asking(say.ToPerson(), say.ToMenu())),
        };
    }

    private Decision Noted(ConversationState state, MeetingId meeting, ParticipantId her, bool isListed, (string, string)[] words)
    {
        var say = content.SpeechFor(state.Country);
        return state.AtRest().Says(say.Say(isListed ? Texts.AttendanceNoted : Texts.AttendanceNotedUnlisted, words).Asking(say.ToMenu())) with
        {
            Changes = [Change.Of<AttendMeeting>((attend, _, stop) => attend.Handle(meeting, her, isListed, stop))],
        };
    }

    private Decision AskCode(ConversationState state, TextKey text)
    {
        var say = content.SpeechFor(state.Country);
        return state.Without(Notes.MeetingCode).At(Name, Typing).Says(say[text].Asking(say.ToPerson(), say.ToMenu()));
    }

    private (string, string)[] Words(FindMeetingByCode.DoorMeeting meeting) =>
        MeetingSpeech.Words(content.Programmes.Find(meeting.Country)!, meeting.Kind, meeting.Topic, meeting.StartsAt, meeting.Venue);

    /// <summary>Whatever else she says is said at the menu.</summary>
    private static Decision Menu(TurnContext turn) => turn.State.AtRest().Says() with { Then = Conductor.MenuAnswer };
}

internal static partial class Texts
{
    public static readonly TextKey AttendanceWho = Text("attendance.who");
    public static readonly TextKey AttendanceCode = Text("attendance.code");
    public static readonly TextKey AttendanceCodeAgain = Text("attendance.codeAgain");
    public static readonly TextKey AttendanceNoted = Text("attendance.noted", OfMeeting);
    public static readonly TextKey AttendanceNotedUnlisted = Text("attendance.notedUnlisted", OfMeeting);
    public static readonly TextKey AttendanceUnlisted = Text("attendance.unlisted", OfMeeting);
    public static readonly TextKey AttendanceUnlistedAgain = Text("attendance.unlistedAgain");
    public static readonly TextKey AttendanceNotNoted = Text("attendance.notNoted");
    public static readonly TextKey AttendanceEarly = Text("attendance.early", OfMeeting);
    public static readonly TextKey AttendanceLate = Text("attendance.late", OfMeeting);
    public static readonly TextKey AttendanceElsewhere = Text("attendance.elsewhere");
}
