using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// The first words: who is writing, her country, and what happens with her data. Also asks for consent again before a
/// registration, where she said no or the text has changed. "No" keeps menu and information open.
/// </summary>
internal sealed class Greeting(BotContent content) : IRepeat
{
    private const string AskingCountry = "country";
    private const string AskingConsent = "consent";
    private const string ReadMore = "consent:more";

    public string Name => DialogNames.Greeting;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => ValueTask.FromResult(turn.State.Step switch
    {
        AskingCountry => TakeCountry(turn),
        AskingConsent => TakeConsent(turn),
        _ => Begin(turn.State),
    });

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => ValueTask.FromResult(turn.State.Step switch
    {
        AskingCountry => turn.State.Says(CountryQuestion(turn.State)),
        AskingConsent => turn.State.Says(ConsentQuestion(turn.State)),
        _ => Begin(turn.State),
    });

    private Decision Begin(ConversationState state)
    {
        if ((state.Country ?? content.OnlyCountry) is not { } country)
        {
            var hello = new OutgoingMessage(content.SpeechFor(null).Say(Texts.GreetingHello, ("paises", Countries())));
            return state.At(Name, AskingCountry).Says(state.LastDay == 0 ? [hello, CountryQuestion(state)] : [CountryQuestion(state)]);
        }
        return AfterCountry(state with { Country = country }, isNews: state.Country is null);
    }

    private Decision TakeCountry(TurnContext turn)
    {
        if (Named(turn.Text) is { } programme) return AfterCountry(turn.State with { Country = programme.Country.Code }, isNews: true);
        var say = content.SpeechFor(null);
        var refused = turn.State.Refused();
        return refused.Says(say[refused.Refusals >= 3 ? Texts.GreetingCountryHelp : Texts.GreetingCountryAgain].Asking(CountryOptions()));
    }

    private ProgrammePack? Named(string text)
    {
        if (content.Programmes.Find(text) is { } chosen) return chosen;
        var said = $" {Plain.Of(text)} ";
        return content.Programmes.All.FirstOrDefault(pack => pack.Country.Aliases.Append(pack.Country.Name).Any(name => said.Contains($" {Plain.Of(name)} ", StringComparison.Ordinal)));
    }

    /// <summary>Who came with a wish other than to register is served first; consent is asked when data are.</summary>
    private Decision AfterCountry(ConversationState state, bool isNews)
    {
        var wish = state.Note(Notes.Wish);
        if (wish is not (null or DialogNames.Register)) return state.Without(Notes.Wish).GoesTo(wish);
        var programme = content.Programmes.Find(state.Country)!;
        if (state.ConsentVersion == programme.Consent.Version) return Onward(state);

        var notice = programme.Consent.Messages.Select(text => new OutgoingMessage(Placeholders.Fill(text, programme.Words)));
        var welcome = isNews ? [new OutgoingMessage(content.SpeechFor(state.Country)[Texts.GreetingWelcome])] : Array.Empty<OutgoingMessage>();
        return state.At(Name, AskingConsent).Says([.. welcome, .. notice, ConsentQuestion(state)]);
    }

    private Decision TakeConsent(TurnContext turn)
    {
        var state = turn.State;
        var programme = content.Programmes.Find(state.Country)!;
        var say = content.SpeechFor(state.Country);
        if (turn.Text == ReadMore || Plain.Of(turn.Text) is "leer mas" or "mas" or "leer")
            return state.Says([.. programme.Consent.More.Select(text => new OutgoingMessage(Placeholders.Fill(text, programme.Words))), ConsentQuestion(state)]);

        switch (turn.SaidYes())
        {
            case true:
                return Onward(state with { ConsentVersion = programme.Consent.Version }) with { Changes = [Recorded(turn, programme, isGranted: true)] };
            case false:
                var menu = state.AtRest() with { ConsentVersion = null };
                return menu.GoesTo(DialogNames.Menu, new OutgoingMessage(say[Texts.GreetingNoConsent])) with { Changes = [Recorded(turn, programme, isGranted: false)] };
            default:
                var refused = state.Refused();
                return refused.Says(say[refused.Refusals >= 3 ? Texts.GreetingConsentHelp : Texts.GreetingConsentAgain].Asking(ConsentOptions(say)));
        }
    }

    private static Decision Onward(ConversationState state)
    {
        var wish = state.Note(Notes.Wish);
        return wish is null ? state.AtRest().GoesTo(DialogNames.Menu) : state.Without(Notes.Wish).GoesTo(wish);
    }

    private static Change Recorded(TurnContext turn, ProgrammePack programme, bool isGranted) =>
        Consenting.Recorded(turn, ConsentPurpose.Registration, isGranted, programme.Consent.Version);

    private OutgoingMessage CountryQuestion(ConversationState state) => content.SpeechFor(state.Country)[Texts.GreetingCountry].Asking(CountryOptions());

    private Option[] CountryOptions() => [.. content.Programmes.All.Select(pack => new Option(pack.Country.Code, pack.Country.Name))];

    private string Countries() => string.Join(" y ", content.Programmes.All.Select(pack => pack.Country.Name));

    private OutgoingMessage ConsentQuestion(ConversationState state)
    {
        var programme = content.Programmes.Find(state.Country)!;
        var required = programme.Consent.Questions.First(question => question.IsRequired);
        return Placeholders.Fill(required.Text, programme.Words).Asking(ConsentOptions(content.SpeechFor(state.Country)));
    }

    private static Option[] ConsentOptions(Speech say) =>
        [say.Option(Choices.Yes, Texts.GreetingAgree), say.Option(Choices.No, Texts.GreetingDisagree), say.Option(ReadMore, Texts.GreetingReadMore)];
}

internal static partial class Texts
{
    public static readonly TextKey GreetingHello = Text("greeting.hello", "paises");
    public static readonly TextKey GreetingCountry = Text("greeting.country");
    public static readonly TextKey GreetingCountryAgain = Text("greeting.countryAgain");
    public static readonly TextKey GreetingCountryHelp = Text("greeting.countryHelp");
    public static readonly TextKey GreetingWelcome = Text("greeting.welcome");
    public static readonly TextKey GreetingAgree = Label("greeting.agree");
    public static readonly TextKey GreetingDisagree = Label("greeting.disagree");
    public static readonly TextKey GreetingReadMore = Label("greeting.readMore");
    public static readonly TextKey GreetingNoConsent = Text("greeting.noConsent");
    public static readonly TextKey GreetingConsentAgain = Text("greeting.consentAgain");
    public static readonly TextKey GreetingConsentHelp = Text("greeting.consentHelp");
}
