using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Messaging.Words;

/// <summary>What the bot would answer to a sentence with what is published, and with the drafts.</summary>
public sealed class TrySentence(ReadWords read, WordsContent content, ProgrammePacks packs, IEnumerable<IUnderstand> understands)
{
    /// <param name="Drafted">Null where there is no draft.</param>
    /// <param name="Unusable">Drafts that cannot be read yet and were left out.</param>
    public sealed record Result(SentenceTrial Published, SentenceTrial? Drafted, IReadOnlyList<WordsKey> Unusable);

    public const int LongestSentence = 500;

    /// <returns>Null where this host does not know the bot.</returns>
    public async Task<Result?> Handle(string sentence, string country, TrialPlace place, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        if (understands.LastOrDefault() is not { } bot || !content.IsKnown) return null;
        var all = await read.All(cancel);
        var said = sentence.Length > LongestSentence ? sentence[..LongestSentence] : sentence;
        var published = WordsEdition.Of(content, packs.All, ReadWords.AsPublished(all));
        var trial = await bot.Try(published, said, country, place, cancel);
        if (!all.Any(words => words.IsDraft)) return new(trial, null, []);
        var drafted = WordsEdition.Of(content, packs.All, ReadWords.WithDrafts(all));
        return new(trial, await bot.Try(drafted, said, country, place, cancel), drafted.Unusable);
    }
}
