using CoopAssistant.Bot.Understanding;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>All that the dialogs know and never change while they run: programmes, answers, wording, phrases. Read once.</summary>
internal sealed class BotContent
{
    private readonly SpokenWords _words;

    private BotContent(ProgrammePacks packs, FrequentQuestions questions, SpokenWords words, Hearing hearing) =>
        (Programmes, Questions, _words, Hearing, Faq) = (packs, questions, words, hearing, new FaqMatcher(questions.All));

    public ProgrammePacks Programmes { get; }
    public FrequentQuestions Questions { get; }
    public Hearing Hearing { get; }
    public FaqMatcher Faq { get; }

    /// <summary>Digits of the number on which women write to us, for links they pass on; null where there is none.</summary>
    public string? WhatsApp { get; set; }

    /// <summary>The only country there is, where a ministry installed just its own; null where she has to say.</summary>
    public string? OnlyCountry => Programmes.All is [var only] ? only.Country.Code : null;

    public Speech SpeechFor(string? country) => _words.For(country);

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
}
