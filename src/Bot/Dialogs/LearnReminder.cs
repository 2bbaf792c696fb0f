using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses.Reminders;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Asks whether and when she wants to be reminded once a week. Only on WhatsApp: the web chat cannot call her.</summary>
internal sealed class LearnReminder(BotContent content, LearnMenu menu)
{
    public const string Wish = "learn:remind";
    public const string NoMore = "learn:remind:no";
    private const string HourOption = "learn:remind:at:";
    private static readonly (int Hour, TextKey Label)[] Hours = [(9, Texts.LearnRemindMorning), (15, Texts.LearnRemindAfternoon), (19, Texts.LearnRemindEvening)];

    /// <summary>Turns it on or off at the menu; null where it cannot be.</summary>
    public static Option? OptionFor(TurnContext turn, Speech say) =>
        turn.Message.Channel != Channel.WhatsApp || turn.HasOptedOut ? null
        : turn.State.Note(Notes.Reminder) is null ? say.Option(Wish, Texts.LearnRemind) : say.Option(NoMore, Texts.LearnRemindNoMore);

    /// <summary>She chose it, or says so in her words.</summary>
    public static bool IsWish(TurnContext turn) =>
        turn.Text == Wish || (turn.Message.Channel == Channel.WhatsApp && !turn.HasOptedOut && Plain.Of(turn.Text) is "recordarme" or "recordatorio" or "recordatorios" or "recuerdeme");

    /// <summary>Who is reminded wants no more of it, chosen or said.</summary>
    public static bool IsNoMore(TurnContext turn) =>
        turn.Text == NoMore || (turn.State.Note(Notes.Reminder) is not null && Plain.Of(turn.Text) is ("no recordarme mas" or "no recordarme" or "no me recuerde" or "no me recuerde mas" or "ya no me recuerde"));

    public Decision Ask(TurnContext turn)
    {
        var say = content.SpeechFor(turn.State.Country);
        return turn.State.At(DialogNames.Lessons, Learn.AtReminder).Says(say[Texts.LearnRemindAsk].Asking(
            [.. Hours.Select(hour => say.Option(HourOption + hour.Hour.ToString(CultureInfo.InvariantCulture), hour.Label)), say.Option(NoMore, Texts.LearnRemindNo)]));
    }

    /// <summary>Her answer to <see cref="Ask"/>.</summary>
    public async ValueTask<Decision> Take(TurnContext turn, CancellationToken cancel)
    {
        if (HourIn(turn.Text) is { } hour) return await Set(turn, hour, cancel);
        if (turn.Text == NoMore || YesOrNo.Read(turn.Text) == false) return await Set(turn, null, cancel);
        return turn.State.Refusals >= 1 ? await menu.Home(turn, cancel) : Ask(turn).Again(turn.State, content.SpeechFor(turn.State.Country));
    }

    /// <param name="hour">Null: no more.</param>
    public async ValueTask<Decision> Set(TurnContext turn, int? hour, CancellationToken cancel)
    {
        var say = content.SpeechFor(turn.State.Country);
        var wasOn = turn.State.Note(Notes.Reminder) is not null;
        var state = hour is { } at ? turn.State.With(Notes.Reminder, at.ToString(CultureInfo.InvariantCulture)) : turn.State.Without(Notes.Reminder);
        var home = await menu.Home(turn with { State = state }, cancel);
        var said = hour is { } chosen ? say.Say(Texts.LearnRemindSet, ("hora", say[Hours.First(known => known.Hour == chosen).Label])) : say[wasOn ? Texts.LearnRemindEnded : Texts.LearnRemindNotWanted];
        return home with { Replies = [new OutgoingMessage(said), .. home.Replies], Changes = [.. home.Changes, Changed(turn, hour)] };
    }

    /// <summary>For "baja": no more, whatever was.</summary>
    public Change Ended(TurnContext turn) => Changed(turn, null);

    private Change Changed(TurnContext turn, int? hour)
    {
        var zone = content.Programmes.Find(turn.State.Country)?.Country.TimeZone ?? TimeZoneInfo.Utc;
        var country = turn.State.Country ?? "";
        return Change.Of<SetReminder>((set, contact, cancel) => set.Handle(new(contact, hour, country, zone, turn.Now), cancel));
    }

    private static int? HourIn(string text)
    {
        if (text.StartsWith(HourOption, StringComparison.Ordinal)) return int.Parse(text.AsSpan(HourOption.Length), CultureInfo.InvariantCulture);
        var said = Plain.Of(text);
        return said.Contains("manana", StringComparison.Ordinal) ? 9 : said.Contains("tarde", StringComparison.Ordinal) ? 15 : said.Contains("noche", StringComparison.Ordinal) ? 19 : null;
    }
}

internal static partial class Texts
{
    public static readonly TextKey LearnRemind = Label("learn.remind");
    public static readonly TextKey LearnRemindNoMore = Label("learn.remindNoMore");
    public static readonly TextKey LearnRemindAsk = Text("learn.remindAsk");
    public static readonly TextKey LearnRemindMorning = Label("learn.remindMorning");
    public static readonly TextKey LearnRemindAfternoon = Label("learn.remindAfternoon");
    public static readonly TextKey LearnRemindEvening = Label("learn.remindEvening");
    public static readonly TextKey LearnRemindNo = Label("learn.remindNo");
    public static readonly TextKey LearnRemindSet = Text("learn.remindSet", "hora");
    public static readonly TextKey LearnRemindEnded = Text("learn.remindEnded");
    public static readonly TextKey LearnRemindNotWanted = Text("learn.remindNotWanted");
    public static readonly TextKey LearnReminder = Text("learn.reminder");
}
