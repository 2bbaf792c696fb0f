using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Wording;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Where every talk rests: what she can do here, by number. Whatever she writes meanwhile is looked up among the frequent questions.</summary>
internal sealed class Menu(BotContent content, FrequentAnswers answers, InstalledDialogs installed) : IDialog
{
    private const int PersonAfterRefusals = 3;

    public string Name => DialogNames.Menu;

    /// <summary>Shows the menu.</summary>
    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel)
    {
        var state = turn.State.AtRest();
        return ValueTask.FromResult(state.Says(content.SpeechFor(state.Country)[Texts.MenuTitle].Asking(Options(turn, state))));
    }

    /// <summary>She rests at the menu and wrote something that is none of its options.</summary>
    public Decision Answer(TurnContext turn)
    {
        if (answers.Find(turn.State.AtRest(), turn.Text) is { } answered) return answered;
        var say = content.SpeechFor(turn.State.Country);
        var state = turn.State.AtRest() with { Refusals = turn.State.Refused().Refusals };
        return state.Refusals >= PersonAfterRefusals
            ? state.Says(say[Texts.MenuOfferPerson].Asking(say.ToPerson(), say.ToMenu()))
            : state.Says(say.Vary(Texts.MenuNotUnderstood, state.Refusals - 1).Asking(Options(turn, state)));
    }

    public IReadOnlyList<Option> Options(TurnContext turn, ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        var options = new List<Option>(7);
        if (AwaitedInvitation.TryRead(turn.AwaitedFromHer, out _, out _)) options.Add(Going(say, DialogNames.Groups, Texts.MenuInvitation));
        else if (AwaitedMeeting.Is(turn.AwaitedFromHer)) options.Add(Going(say, DialogNames.Meetings, Texts.StatusMeetings));
        else if (AwaitedFollowUp.Is(turn.AwaitedFromHer)) { if (FollowUps.IsForWhoSpeaks(turn)) options.Add(Going(say, DialogNames.FollowUp, Texts.StatusFollowUp)); }
        else if (turn.AwaitedFromHer is not null) options.Add(Going(say, DialogNames.Missing, Texts.MenuMissing));
        options.Add(Going(say, DialogNames.Register, state.Form is null ? Texts.MenuRegister : Texts.MenuResume));
        options.Add(Going(say, DialogNames.Status, Texts.MenuStatus));
        if (installed.Has(DialogNames.Lessons)) options.Add(Going(say, DialogNames.Lessons, Texts.MenuLessons));
        options.Add(Going(say, DialogNames.Information, Texts.MenuInformation));
        options.Add(Going(say, DialogNames.Preferences, Texts.MenuPreferences));
        options.Add(Going(say, DialogNames.Person, Texts.MenuPerson));
        return options;
    }

    private static Option Going(Speech say, string dialog, TextKey label) => say.Option(Choices.Go + dialog, label);
}

internal static partial class Texts
{
    public static readonly TextKey MenuTitle = Text("menu.title");
    public static readonly TextKey MenuMissing = Label("menu.missing");
    public static readonly TextKey MenuInvitation = Label("menu.invitation");
    public static readonly TextKey MenuRegister = Label("menu.register");
    public static readonly TextKey MenuResume = Label("menu.resume");
    public static readonly TextKey MenuStatus = Label("menu.status");
    public static readonly TextKey MenuLessons = Label("menu.lessons");
    public static readonly TextKey MenuInformation = Label("menu.information");
    public static readonly TextKey MenuPreferences = Label("menu.preferences");
    public static readonly TextKey MenuPerson = Label("menu.person");
    public static readonly TextKey MenuNotUnderstood = Varied("menu.notUnderstood");
    public static readonly TextKey MenuOfferPerson = Text("menu.offerPerson");
}
