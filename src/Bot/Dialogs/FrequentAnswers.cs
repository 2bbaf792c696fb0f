using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Answers frequent questions: at once when sure, "¿Quiso decir…?" when not.</summary>
internal sealed class FrequentAnswers(BotContent content)
{
    private const string OfficesTopic = "donde_oficina";

    /// <summary>An answer, or a short list of questions she may have meant; null where nothing is near, or her country is not known yet.</summary>
    public Decision? Find(ConversationState state, string text)
    {
        if (state.Country is null) return null;
        var match = content.Faq.Match(text);
        if (match.Questions.Count == 0) return null;
        return match.IsSure ? Answer(state, match.Questions[0]) : Offer(state, match.Questions);
    }

    /// <summary>The answer where it is sure; for a question amid a form.</summary>
    public string? Sure(ConversationState state, string text) =>
        state.Country is not null && content.Faq.Match(text) is { IsSure: true, Questions: [var question] } ? TextOf(state, question) : null;

    public Decision Answer(ConversationState state, string topic) =>
        content.Questions.Find(topic) is { } question ? Answer(state, question) : state.GoesTo(DialogNames.Information);

    private Decision Answer(ConversationState state, FrequentQuestion question)
    {
        if (question.Topic == OfficesTopic) return state.GoesTo(DialogNames.Offices);
        var say = content.SpeechFor(state.Country);
        return state.Says(new OutgoingMessage(TextOf(state, question)), say[Texts.FaqMore].Asking(
            say.Option(Choices.Go + DialogNames.Information, Texts.FaqOther), say.ToPerson(), say.ToMenu()));
    }

    private Decision Offer(ConversationState state, IReadOnlyList<FrequentQuestion> questions)
    {
        var say = content.SpeechFor(state.Country);
        return state.Says(say[Texts.FaqDidYouMean].Asking([.. questions.Select(OptionOf), say.Option(Choices.Go + DialogNames.Menu, Texts.FaqNoneOfThese)]));
    }

    public static Option OptionOf(FrequentQuestion question) => new(Choices.Topic + question.Topic, question.Question);

    private string TextOf(ConversationState state, FrequentQuestion question)
    {
        var programme = content.Programmes.Find(state.Country)!;
        return Placeholders.Fill(question.For(state.Country), programme.WordsFor(null));
    }
}

internal static partial class Texts
{
    public static readonly TextKey FaqMore = Text("faq.more");
    public static readonly TextKey FaqOther = Label("faq.other");
    public static readonly TextKey FaqDidYouMean = Text("faq.didYouMean");
    public static readonly TextKey FaqNoneOfThese = Label("faq.noneOfThese");
}
