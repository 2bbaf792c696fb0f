using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>The office that answers for where she lives.</summary>
internal sealed class Offices(BotContent content) : IRepeat
{
    private const string AskingWhere = "where";
    private const int DeepestLevel = 2;

    public string Name => DialogNames.Offices;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel)
    {
        var state = turn.State;
        if (content.Programmes.Find(state.Country) is not { } programme)
            return ValueTask.FromResult(state.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting));
        return ValueTask.FromResult(state.Step is null ? Ask(state, programme) : Take(turn, programme));
    }

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => Decide(turn with { State = turn.State.At(Name) }, cancel);

    private Decision Ask(ConversationState state, ProgrammePack programme) =>
        state.At(Name, AskingWhere).Says(new OutgoingMessage(content.SpeechFor(state.Country).Say(Texts.OfficesWhere, ("nivel", programme.Places.Levels[0].Name))));

    private Decision Take(TurnContext turn, ProgrammePack programme)
    {
        if (programme.Places.Find(turn.Text) is { } chosen) return Show(turn.State, programme, chosen);
        for (var level = 1; level <= Math.Min(DeepestLevel, programme.Places.Levels.Count); level++)
            switch (programme.Places.Matcher.Match(turn.Text, level, null))
            {
                case PlaceMatch.Exact exact: return Show(turn.State, programme, exact.Place);
                case PlaceMatch.DoesNotKnow: return Show(turn.State, programme, null);
                case PlaceMatch.Likely likely when level == Math.Min(DeepestLevel, programme.Places.Levels.Count):
                    return turn.State.Says(content.SpeechFor(turn.State.Country)[Texts.OfficesWhich].Asking(
                        [.. likely.Places.Select(place => new Option(place.Code, programme.Places.Describe(place)))]));
            }
        var refused = turn.State.Refused();
        return refused.Refusals >= 3
            ? Show(refused, programme, null)
            : refused.Says(new OutgoingMessage(content.SpeechFor(refused.Country).Say(Texts.OfficesUnknown, ("nivel", programme.Places.Levels[0].Name))));
    }

    private Decision Show(ConversationState state, ProgrammePack programme, Place? place)
    {
        var say = content.SpeechFor(state.Country);
        var office = programme.Offices.For(place?.Code);
        var name = office.Name.Length > 0 ? char.ToUpperInvariant(office.Name[0]) + office.Name[1..] : "";
        var facts = new[]
        {
            office.Address ?? office.Town, office.Hours,
            office.Phone is null ? null : say.Say(Texts.OfficesPhone, ("telefono", office.Phone)),
            office.Note is null ? null : Placeholders.Fill(office.Note, programme.Words),
        };
        var text = say.Say(Texts.OfficesShow, ("nombre", name), ("datos", string.Join("\n", facts.Where(fact => !string.IsNullOrEmpty(fact)))));
        return state.AtRest().Says(text.Replace("\n\n\n", "\n\n", StringComparison.Ordinal).Asking(
            say.Option(Choices.Go + Name, Texts.OfficesOther), say.ToPerson(), say.ToMenu()));
    }
}

internal static partial class Texts
{
    public static readonly TextKey OfficesWhere = Text("offices.where", "nivel");
    public static readonly TextKey OfficesWhich = Text("offices.which");
    public static readonly TextKey OfficesUnknown = Text("offices.unknown", "nivel");
    public static readonly TextKey OfficesShow = Text("offices.show", "nombre", "datos");
    public static readonly TextKey OfficesPhone = Text("offices.phone", "telefono");
    public static readonly TextKey OfficesOther = Label("offices.other");
}
