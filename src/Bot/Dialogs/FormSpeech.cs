using System.Globalization;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Puts what a form does next into words: its questions, what was wrong, short lists, the summary.</summary>
/// <param name="knowsHerNumber">True where the channel tells the number she writes from: only then "this one" is offered.</param>
internal sealed class FormSpeech(Speech say, ProgrammePack programme, bool knowsHerNumber = false)
{
    private const int LongestListWithoutPages = 8;
    private const int LongestTyped = 40;

    private FormWords Words => programme.Form.Words;

    /// <summary>Said before the first question, with {cuantas}.</summary>
    public TextKey First { get; init; } = Texts.FormFirst;

    /// <summary>Asks whether she wants to stop for now.</summary>
    public TextKey CancelSure { get; init; } = Texts.FormCancelSure;

    /// <summary>Spoken where she lives: offered behind the first language, before the others. Numbers follow what is offered.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>What the languages of her place are, as far as she has named it.</summary>
    public static IReadOnlyList<string> LanguagesAt(ProgrammePack programme, FormProgress progress)
    {
        var places = programme.Form.Questions.Where(question => question.Kind is QuestionKind.Place).Select(question => progress.Answers.GetValueOrDefault(question.Id)).Where(answer => answer is { IsGiven: true });
        return places.Select(place => programme.Places.LanguagesOf(place!.Value)).LastOrDefault(spoken => spoken.Count > 0) ?? [];
    }

    /// <param name="page">Page of a long list of options, from 0.</param>
    public IReadOnlyList<OutgoingMessage> Of(FormMove move, int page) => move switch
    {
        FormMove.Ask { Reason: AskReason.PinsDiffer } ask => [WithHelp(Question(ask.Question, Before(ask), page, withExample: false), ask)],
        FormMove.Ask ask => [Question(ask.Question, Before(ask), page, withExample: ask.Reason == AskReason.Explained)],
        FormMove.Refuse refuse => [Refusal(refuse, page)],
        FormMove.OfferPlaces offer => [Places(offer, page)],
        FormMove.RepeatPin => [new OutgoingMessage(say[Texts.FormRepeatPin])],
        FormMove.Summary summary => Summary(summary),
        FormMove.ConfirmCancel => [say[CancelSure].Asking(new Option(QuestionKind.YesNo.Yes, say[Texts.FormCancelYes]), new Option(QuestionKind.YesNo.No, say[Texts.FormCancelNo]))],
        _ => [],
    };

    /// <summary>True where what is shown goes on on another page.</summary>
    public static bool HasPages(FormMove move) => move switch
    {
        FormMove.Ask { Question.Kind: QuestionKind.Choices choices } => choices.Options.Count > Choices.MostOnAPage,
        FormMove.Refuse { Question.Kind: QuestionKind.Choices choices } => choices.Options.Count > Choices.MostOnAPage,
        FormMove.OfferPlaces offer => offer.Options.Count > Choices.MostOnAPage - 1,
        _ => false,
    };

    private string? Before(FormMove.Ask ask) => ask.Reason switch
    {
        AskReason.First => say.Say(First, ("cuantas", Number(ask.Count))),
        AskReason.Resumed => say.Say(Texts.FormResumed, ("posicion", Number(ask.Position)), ("cuantas", Number(ask.Count))),
        AskReason.NothingBefore => say[Texts.FormNothingBefore],
        AskReason.Back => say[Texts.FormCorrecting],
        AskReason.Correcting => say[Texts.FormCorrectingChosen],
        AskReason.PinsDiffer => say[Texts.FormPinsDiffer],
        AskReason.NotCancelled => say[Texts.FormNotCancelled],
        _ => null,
    };

    private OutgoingMessage Question(FormQuestion question, string? before, int page, bool withExample)
    {
        var text = before is null ? question.Text : $"{before}\n\n{question.Text}";
        if (knowsHerNumber && question.Kind is QuestionKind.Phone { ThisOneHint: { } hint }) text += $" {hint}";
        if (question.Help is { } help) text += $"\n{help}";
        if (withExample && question.Example is { } example) text += $"\n{say.Say(Texts.FormExample, ("ejemplo", example))}";
        if (withExample && WayOut(question) is { } wayOut) text += $"\n{wayOut}";
        return question.Kind switch
        {
            QuestionKind.YesNo => text.Asking(new Option(QuestionKind.YesNo.Yes, Words.Yes), new Option(QuestionKind.YesNo.No, Words.No)),
            QuestionKind.Choice { Options.Count: <= LongestListWithoutPages } choice => text.Asking([.. InOrder(question, choice).Select(Offered)]),
            QuestionKind.Choice choice => text.Asking(say.Page([.. InOrder(question, choice).Select(Offered)], page)),
            QuestionKind.Choices choices => new OutgoingMessage($"{text}\n\n{Numbered(choices.Options, page)}"),
            _ => new OutgoingMessage(text),
        };
    }

    private IEnumerable<FormOption> InOrder(FormQuestion question, QuestionKind.Choice choice) => question.Id != RegistrationForm.Language || Languages.Count == 0 ? choice.Options
        : choice.Options.Take(1).Concat(choice.Options.Skip(1).OrderBy(option => Languages.ToList().IndexOf(option.Value) is >= 0 and var at ? at : int.MaxValue));

    /// <summary>Several may be chosen at once ("1, 6 y 8"), so their numbers go on from page to page.</summary>
    private string Numbered(IReadOnlyList<FormOption> options, int page)
    {
        const int perPage = Choices.MostOnAPage;
        var pages = (options.Count + perPage - 1) / perPage;
        var from = page % pages * perPage;
        var lines = options.Skip(from).Take(perPage).Select((option, i) => $"{Number(from + i + 1)}. {option.Label}");
        return string.Join('\n', lines) + (pages > 1 ? "\n" + say[Texts.FormMoreOptions] : "");
    }

    private OutgoingMessage Refusal(FormMove.Refuse refuse, int page)
    {
        var question = refuse.Question;
        var wrong = question.Refusals.TryGetValue(refuse.Reason, out var own) ? Placeholders.Fill(own, programme.Words) : say.Say(
            Texts.Refusals[refuse.Reason], ("ejemplo", question.Example ?? ""), ("maximo", Number(Most(question.Kind))), ("minimo", Number(question.Kind is QuestionKind.Number number ? number.Min : 0)));
        var asked = Question(question, wrong, page, withExample: refuse.OffersHelp);
        return WithHelp(asked, refuse);
    }

    private OutgoingMessage WithHelp(OutgoingMessage asked, FormMove move) =>
        move.OffersHelp ? asked with { Text = $"{asked.Text}\n\n{say[Texts.FormOfferHelp]}" } : asked;

    private string? WayOut(FormQuestion question) => question switch
    {
        { MayComeLater: true } => say[Texts.FormMayComeLater],
        { Kind: QuestionKind.Place } => say[Texts.FormMayNotKnow],
        { MaySkip: true } => say[Texts.FormMaySkip],
        _ => null,
    };

    private OutgoingMessage Places(FormMove.OfferPlaces offer, int page)
    {
        var typed = offer.Typed.Length > LongestTyped ? offer.Typed[..LongestTyped] + "…" : offer.Typed;
        var keep = new Option(FormPlayer.KeepMyWords, say.Say(Texts.FormKeepWords, ("dicho", typed)));
        var text = offer.Options.Count == 0 ? say.Say(Texts.FormPlaceUnknown, ("dicho", typed)) : say[offer.Times == 0 ? Texts.FormWhichPlace : Texts.FormWhichPlaceAgain];
        return WithHelp(text.Asking([.. say.Page([.. offer.Options.Select(Offered)], page, Choices.MostOnAPage - 1), keep]), offer);
    }

    private IReadOnlyList<OutgoingMessage> Summary(FormMove.Summary summary)
    {
        var lines = summary.Lines.Select(line => $"{Number(line.Number)}. {line.Question.Label}: {FormDisplay.Of(line.Question, line.Answer, programme.Places, Words)}");
        var before = summary.Reason switch
        {
            SummaryReason.NotUnderstood => say[Texts.FormSummaryAgain],
            SummaryReason.WhichOne => say[Texts.FormSummaryWhich],
            _ => say[Texts.FormSummary],
        };
        return [new OutgoingMessage($"{before}\n\n{string.Join('\n', lines)}"), WithHelp(new OutgoingMessage(say[Texts.FormSummaryHow]), summary)];
    }

    private static Option Offered(FormOption option) => new(option.Value, option.Label);

    private static int Most(QuestionKind kind) => kind switch
    {
        QuestionKind.Text text => text.MaxLength,
        QuestionKind.Name name => name.MaxLength,
        QuestionKind.Number number => number.Max,
        QuestionKind.Money money => money.Max,
        QuestionKind.Choices choices => choices.Max,
        QuestionKind.BirthYear year => year.MinimumAge,
        QuestionKind.Pin pin => pin.Digits,
        _ => 0,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

internal static partial class Texts
{
    public static readonly TextKey FormFirst = Text("form.first", "cuantas");
    public static readonly TextKey FormResumed = Text("form.resumed", "posicion", "cuantas");
    public static readonly TextKey FormNothingBefore = Text("form.nothingBefore");
    public static readonly TextKey FormCorrecting = Text("form.correcting");
    public static readonly TextKey FormCorrectingChosen = Text("form.correctingChosen");
    public static readonly TextKey FormPinsDiffer = Text("form.pinsDiffer");
    public static readonly TextKey FormNotCancelled = Text("form.notCancelled");
    public static readonly TextKey FormRepeatPin = Text("form.repeatPin");
    public static readonly TextKey FormExample = Text("form.example", "ejemplo");
    public static readonly TextKey FormMaySkip = Text("form.maySkip");
    public static readonly TextKey FormMayComeLater = Text("form.mayComeLater");
    public static readonly TextKey FormMayNotKnow = Text("form.mayNotKnow");
    public static readonly TextKey FormMoreOptions = Text("form.moreOptions");
    public static readonly TextKey FormOfferHelp = Text("form.offerHelp");
    public static readonly TextKey FormWhichPlace = Text("form.whichPlace");
    public static readonly TextKey FormWhichPlaceAgain = Text("form.whichPlaceAgain");
    public static readonly TextKey FormPlaceUnknown = Text("form.placeUnknown", "dicho");
    public static readonly TextKey FormKeepWords = Text("form.keepWords", "dicho");
    public static readonly TextKey FormSummary = Text("form.summary");
    public static readonly TextKey FormSummaryAgain = Text("form.summaryAgain");
    public static readonly TextKey FormSummaryWhich = Text("form.summaryWhich");
    public static readonly TextKey FormSummaryHow = Text("form.summaryHow");
    public static readonly TextKey FormCancelSure = Text("form.cancelSure");
    public static readonly TextKey FormCancelYes = Label("form.cancelYes");
    public static readonly TextKey FormCancelNo = Label("form.cancelNo");

    /// <summary>How to answer right, for each reason a form may have to refuse.</summary>
    public static readonly IReadOnlyDictionary<FormRefusal, TextKey> Refusals = Enum.GetValues<FormRefusal>().ToDictionary(
        reason => reason, reason => Text($"refusal.{char.ToLowerInvariant(reason.ToString()[0])}{reason.ToString()[1..]}", "ejemplo", "maximo", "minimo"));
}
