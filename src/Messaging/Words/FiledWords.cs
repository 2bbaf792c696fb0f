using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Messaging.Words;

/// <summary>Everything staff may write, as files have it, in the order of the files. The readers of the packs check; this only reads.</summary>
public static class FiledWords
{
    public static IReadOnlyDictionary<WordsKey, WordsText> Read(ContentFiles files, WordsContent content, IReadOnlyList<ProgrammePack> programmes)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(programmes);
        var words = new OrderedDictionary<WordsKey, WordsText>();
        ReadTexts(files, "", WordingReader.FileOf(WordsContent.Language), content, words);
        foreach (var pack in programmes) ReadTexts(files, pack.Country.Code, WordingReader.FileOf(pack.Country.Language), content, words);
        if (Open(files, AnswersReader.FileOf(WordsContent.Language)) is { } answers) ReadAnswers(answers, words);
        foreach (var pack in programmes)
        {
            if (Open(files, PackFacts.OfficesFileOf(pack)) is { } offices) ReadOffices(offices, pack.Country.Code, words);
            if (Open(files, PackFacts.EmergencyFileOf(pack)) is { } emergency) words[WordsKey.Emergency(pack.Country.Code)] = ReadEmergency(emergency);
        }
        return words;
    }

    private static YamlMap? Open(ContentFiles files, string file) => files.Has(file) ? files.Open(file, new PackProblems()) : null;

    private static void ReadTexts(ContentFiles files, string country, string file, WordsContent content, OrderedDictionary<WordsKey, WordsText> words)
    {
        if (Open(files, file) is not { } map) return;
        foreach (var section in map.Keys().Where(section => section != WordingReader.NeutralSection))
        {
            var texts = map.Map(section);
            foreach (var key in texts.Keys())
                if (content.Find($"{section}.{key}") is { } said)
                    words[new(WordsKind.Text, said.Name, country)] = new WordsText.Said(said.IsVaried ? texts.Words(key) : [texts.Text(key)]);
        }
    }

    private static void ReadAnswers(YamlMap file, OrderedDictionary<WordsKey, WordsText> words)
    {
        foreach (var entry in file.OptionalMaps("answers"))
        {
            var topic = entry.Text("topic");
            words[new(WordsKind.Answer, topic, "")] = new WordsText.Answer(entry.Text("question"), entry.Words("wordings"), entry.Text("answer"), entry.Flag("unconfirmed"), entry.OptionalDate("review"));
            if (entry.OptionalMap("countries") is not { } countries) continue;
            foreach (var (country, text) in countries.Pairs()) words[new(WordsKind.Answer, topic, country)] = new WordsText.OwnAnswer(text.Value);
        }
    }

    private static void ReadOffices(YamlMap file, string country, OrderedDictionary<WordsKey, WordsText> words)
    {
        foreach (var entry in file.OptionalMaps("offices"))
            words[new(WordsKind.Office, entry.Text("code"), country)] = new WordsText.Office(
                entry.Text("name"), entry.OptionalText("town") ?? "", entry.OptionalText("address") ?? "", entry.OptionalText("phone") ?? "", entry.OptionalText("note") ?? "",
                entry.Flag("unconfirmed"), entry.OptionalDate("review"))
            {
                Covers = entry.Words("covers"),
            };
    }

    private static WordsText.Emergency ReadEmergency(YamlMap file) => new(
        file.Text("before"),
        [.. file.OptionalMaps("lines").Select(line => new EmergencyText(
            line.Text("code"), line.Text("name"), line.OptionalText("number") ?? "", line.OptionalText("text") ?? "", line.Flag("unconfirmed"), line.OptionalDate("review")))],
        file.Text("after"), file.OptionalDate("review"));
}
