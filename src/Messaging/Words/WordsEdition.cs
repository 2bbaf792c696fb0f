using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Messaging.Words;

/// <summary>All words at one moment, read as strictly as the packs are: what is published, or what would be. Never changed.</summary>
/// <param name="Files">The files with everything laid over them: what export writes.</param>
/// <param name="Unusable">What was left out because it cannot be read, as after a release that says a text otherwise.</param>
public sealed record WordsEdition(
    ContentFiles Files, SpokenWords Words, FrequentQuestions Questions, IReadOnlyList<ProgrammePack> Programmes, IReadOnlyList<WordsKey> Unusable)
{
    /// <summary>Reads the files with these words over them. Where that gives a problem, each is tried alone and left out if it is the one.</summary>
    public static WordsEdition Of(WordsContent content, IReadOnlyList<ProgrammePack> programmes, IReadOnlyList<KeyValuePair<WordsKey, WordsText>> words)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(words);
        if (Read(content, programmes, words, out var problems) is { } all) return all;
        var unusable = words.Where(one => Read(content, programmes, [one], out _) is null).Select(one => one.Key).ToList();
        var usable = words.Where(one => !unusable.Contains(one.Key)).ToList();
        var read = Read(content, programmes, usable, out _) ?? Read(content, programmes, [], out problems)
            ?? throw new InvalidOperationException("The content cannot be used:\n" + string.Join('\n', problems.InOrder()));
        return read with { Unusable = read.Files.Changed.Count > 0 || usable.Count == 0 ? unusable : [.. words.Select(one => one.Key)] };
    }

    /// <summary>What the readers say against the files with these words over them; empty where nothing is to be mended.</summary>
    public static IReadOnlyList<PackProblem> Problems(WordsContent content, IReadOnlyList<ProgrammePack> programmes, IReadOnlyList<KeyValuePair<WordsKey, WordsText>> words)
    {
        Read(content, programmes, words, out var problems);
        return problems.InOrder();
    }

    private static WordsEdition? Read(WordsContent content, IReadOnlyList<ProgrammePack> programmes, IReadOnlyList<KeyValuePair<WordsKey, WordsText>> words, out PackProblems problems)
    {
        problems = new PackProblems();
        var found = problems;
        var files = WordsOverlay.Over(content.Files, content, programmes, words);
        IReadOnlyList<ProgrammePack> packs = [.. programmes.Select(pack => pack.WithFacts(files, found))];
        var questions = AnswersReader.Read(files, WordsContent.Language, new ProgrammePacks(packs, []));
        foreach (var problem in questions.Problems) found.Add(problem.File, problem.Line, problem.Message);
        var countries = packs.Select(pack => new CountryWords(pack.Country.Code, pack.Country.Language, pack.Words)).ToArray();
        var spoken = new WordingReader(files, found).Read(WordsContent.Language, content.Said, countries);
        return found.Any ? null : new WordsEdition(files, spoken, questions, packs, []);
    }
}
