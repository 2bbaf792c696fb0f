using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Messaging.Words;

/// <summary>The bot's own understanding, for staff who try a sentence: the bot implements it, the admin app asks it.</summary>
public interface IUnderstand
{
    /// <summary>What is heard in a sentence of who rests at the menu.</summary>
    Understanding Hear(WordsEdition edition, string sentence);

    /// <summary>The whole turn as it would be, with nothing stored and nothing sent.</summary>
    Task<SentenceTrial> Try(WordsEdition edition, string sentence, string country, TrialPlace place, CancellationToken cancel);
}

/// <summary>Where a woman is when she writes the sentence.</summary>
public enum TrialPlace
{
    Menu,
    FirstMessage,
    Information,
    Form,
    Lesson,
    Offices,
}

/// <summary>What decided the answer, in the order in which the bot looks.</summary>
public enum TrialReason
{
    /// <summary>A hint of violence comes before everything.</summary>
    Violence,

    /// <summary>She chose one of the options that were on her screen.</summary>
    Option,

    /// <summary>A word that works from any point.</summary>
    Word,

    /// <summary>The answer to a frequent question.</summary>
    Answer,

    /// <summary>Not sure: the questions are offered.</summary>
    Guess,

    /// <summary>What she was asked takes her words.</summary>
    Place,
    NotUnderstood,
}

/// <param name="Word">Name of the word that works from any point, as <c>content/understanding</c> has it: status; null where there is none.</param>
/// <param name="IsViolence">A hint of violence.</param>
/// <param name="Phrase">The phrase it was heard by; null where by none.</param>
/// <param name="Questions">The nearest frequent questions, best first.</param>
/// <param name="IsSure">The first of them would be answered at once.</param>
public sealed record Understanding(bool IsViolence, string? Word, string? Phrase, IReadOnlyList<NearQuestion> Questions, bool IsSure)
{
    /// <summary>From this score on an answer is given at once, where the next is clearly further.</summary>
    public required double Sure { get; init; }

    /// <summary>From here on the question is offered.</summary>
    public required double Likely { get; init; }
}

/// <param name="Wording">The way of asking that is nearest.</param>
/// <param name="Score">0 to 1.</param>
public sealed record NearQuestion(string Topic, string Question, string Wording, double Score);

/// <param name="Replies">Empty where the answer needs what only the database knows of her.</param>
public sealed record SentenceTrial(TrialReason Reason, Understanding Heard, IReadOnlyList<OutgoingMessage> Replies);
