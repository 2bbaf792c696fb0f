using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Wording;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Frequent questions in pages, her own questions freely asked, offices, emergency lines.</summary>
internal sealed class Information(BotContent content, FrequentAnswers answers) : IRepeat
{
    private const string Asking = "asking";
    private const string Reading = "topics";
    private const string Topics = "information:topics";

    public string Name => DialogNames.Information;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => ValueTask.FromResult(turn switch
    {
        { State.Country: null } => turn.State.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting),
        { State.Step: null } when turn.State.Note(Notes.Topic) is { } topic => answers.Answer(turn.State.AtRest(), topic),
        { State.Step: null } => Begin(turn.State),
        { Text: Topics } => ShowTopics(turn.State, 0),
        { Text: Choices.More } => ShowTopics(turn.State, PageOf(turn.State) + 1),
        _ => Take(turn),
    });

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) =>
        ValueTask.FromResult(turn.State.Step == Reading ? ShowTopics(turn.State, PageOf(turn.State)) : Begin(turn.State));

    private Decision Begin(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        return state.At(Name, Asking).Says(say[Texts.InformationTitle].Asking(
            say.Option(Topics, Texts.InformationTopics),
            say.Option(Choices.Go + DialogNames.Offices, Texts.InformationOffices),
            say.Option(Choices.Go + DialogNames.Violence, Texts.InformationEmergency),
            say.ToPerson(), say.ToMenu()));
    }

    private Decision ShowTopics(ConversationState state, int page)
    {
        var say = content.SpeechFor(state.Country);
        var all = content.Questions.All.Select(FrequentAnswers.OptionOf).ToArray();
        return state.At(Name, Reading).With(Notes.Page, page.ToString(CultureInfo.InvariantCulture))
            .Says(say[Texts.InformationWhich].Asking(say.Page(all, page)));
    }

    private Decision Take(TurnContext turn)
    {
        if (turn.State.Step == Reading && Programme.Identity.Plain.Of(turn.Text) is "mas" or "siguiente" or "otras" or "ver mas")
            return ShowTopics(turn.State, PageOf(turn.State) + 1);
        if (answers.Find(turn.State, turn.Text) is { } answered) return answered;
        var say = content.SpeechFor(turn.State.Country);
        var refused = turn.State.Refused();
        return refused.Says(say[refused.Refusals >= 3 ? Texts.InformationOfferPerson : Texts.InformationNotFound].Asking(
            say.Option(Topics, Texts.InformationTopics), say.ToPerson(), say.ToMenu()));
    }

    private static int PageOf(ConversationState state) =>
        int.TryParse(state.Note(Notes.Page), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;
}

internal static partial class Texts
{
    public static readonly TextKey InformationTitle = Text("information.title");
    public static readonly TextKey InformationTopics = Label("information.topics");
    public static readonly TextKey InformationOffices = Label("information.offices");
    public static readonly TextKey InformationEmergency = Label("information.emergency");
    public static readonly TextKey InformationWhich = Text("information.which");
    public static readonly TextKey InformationNotFound = Text("information.notFound");
    public static readonly TextKey InformationOfferPerson = Text("information.offerPerson");
}
