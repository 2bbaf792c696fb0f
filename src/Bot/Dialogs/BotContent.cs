using CoopAssistant.Bot.Understanding;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>All that the dialogs know: programmes, answers, wording, phrases. Read once; what staff publish is exchanged whole, between two turns or in one.</summary>
internal sealed class BotContent
{
    private volatile Spoken _spoken;

    private BotContent(ProgrammePacks packs, FrequentQuestions questions, SpokenWords words, Hearing hearing) =>
        (Programmes, Hearing, _spoken) = (packs, hearing, new Spoken(words, questions, new FaqMatcher(questions.All)));

    public ProgrammePacks Programmes { get; }
    public FrequentQuestions Questions => _spoken.Questions;
    public Hearing Hearing { get; }
    public FaqMatcher Faq => _spoken.Faq;

    /// <summary>Digits of the number on which women write to us, for links they pass on; null where there is none.</summary>
    public string? WhatsApp { get; set; }

    /// <summary>The only country there is, where a ministry installed just its own; null where she has to say.</summary>
    public string? OnlyCountry => Programmes.All is [var only] ? only.Country.Code : null;

    public Speech SpeechFor(string? country) => _spoken.Words.For(country);

    /// <summary>From now on this is said and answered.</summary>
    public void Take(WordsEdition edition) => _spoken = new Spoken(edition.Words, edition.Questions, new FaqMatcher(edition.Questions.All));

    /// <param name="contentPath">The content folder.</param>
    /// <param name="problems">Gets what must be put right in wording and phrases.</param>
    public static BotContent Read(string contentPath, ProgrammePacks packs, FrequentQuestions questions, PackProblems problems)
    {
        var countries = packs.All.Select(pack => new CountryWords(pack.Country.Code, pack.Country.Language, pack.Words)).ToArray();
        return new BotContent(
            packs, questions,
            new WordingReader(contentPath, problems).Read("es", Texts.All, countries),
            new Hearing(HeardPhrases.Read(contentPath, "es", problems)));
    }

    /// <summary>Takes what is published now, and whatever is later. Null: nobody publishes here.</summary>
    public BotContent Following(WordsShelf? shelf)
    {
        shelf?.Follow(Take);
        return this;
    }

    private sealed record Spoken(SpokenWords Words, FrequentQuestions Questions, FaqMatcher Faq);
}
