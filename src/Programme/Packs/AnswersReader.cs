using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs.Reading;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs;

/// <summary>The frequent questions of one language, and what must be put right in their file.</summary>
public sealed record FrequentQuestions(IReadOnlyList<FrequentQuestion> All, IReadOnlyList<PackProblem> Problems)
{
    public FrequentQuestion? Find(string topic) => All.FirstOrDefault(question => question.Topic == topic);
}

/// <summary>Reads <c>content/answers/&lt;language&gt;.yaml</c>, checked against the programmes that fill its placeholders.</summary>
public sealed class AnswersReader
{
    public const int LongestAnswer = 300;

    private readonly ProgrammePacks _packs;
    private readonly Dictionary<string, string> _topicOfWording = new(StringComparer.Ordinal);

    private AnswersReader(ProgrammePacks packs) => _packs = packs;

    public static string FileOf(string language) => $"answers/{language}.yaml";

    /// <param name="contentPath">The content folder.</param>
    /// <param name="language">Name of the file: es.</param>
    public static FrequentQuestions Read(string contentPath, string language, ProgrammePacks packs) => Read(new ContentFiles(contentPath), language, packs);

    public static FrequentQuestions Read(ContentFiles files, string language, ProgrammePacks packs)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(packs);
        var problems = new PackProblems();
        var map = files.Open(FileOf(language), problems);
        var reader = new AnswersReader(packs);
        var entries = map.Maps("answers");
        var questions = entries.Select(reader.ReadQuestion).ToList();
        Checks.Unique(entries.Zip(questions, (entry, question) => new Coded(question.Topic, entry)), "topic");
        map.Done();
        return new FrequentQuestions(questions, problems.InOrder());
    }

    private FrequentQuestion ReadQuestion(YamlMap map)
    {
        var byCountry = new Dictionary<string, string>(StringComparer.Ordinal);
        var isUnconfirmed = map.Flag("unconfirmed");
        if (map.OptionalMap("countries") is { } countries)
        {
            foreach (var (code, text) in countries.Pairs())
            {
                byCountry[code] = text.Value;
                if (_packs.IsClean && _packs.Find(code) is null)
                    countries.Problem(code, $"There is no programme of a country \"{code}\". Known: {string.Join(", ", _packs.All.Select(p => p.Country.Code))}.");
                CheckText(countries, code, text.Value, isUnconfirmed, _packs.All.Where(pack => pack.Country.Code == code));
            }
            countries.Done();
        }
        var wordings = map.Texts("wordings", 120);
        var question = new FrequentQuestion(
            Checks.Code(map, "topic", Shapes.Id(), Shapes.IdInWords), map.Text("question", 100), [.. wordings.Select(wording => wording.Value)],
            map.Text("answer"), byCountry, Checks.Review(map));
        foreach (var wording in wordings) CheckWording(map, wording, question.Topic);
        CheckText(map, "answer", question.Text, isUnconfirmed, _packs.All.Where(pack => !byCountry.ContainsKey(pack.Country.Code)));
        if (question.Wordings.Count == 0) map.Problem("\"wordings\" is missing. Write how women ask this, as they spell it.");
        map.Done();
        return question;
    }

    private static void CheckText(YamlMap map, string key, string text, bool isUnconfirmed, IEnumerable<ProgrammePack> packs)
    {
        if (isUnconfirmed) Checks.AdvisesToConfirm(map, key, text);
        foreach (var pack in packs)
        {
            Checks.Placeholders(map, key, text, pack.Words.Keys.Append(Placeholders.Office));
            var longest = pack.Offices.All.Max(office => Filled(text, pack, office).Length);
            if (longest > LongestAnswer) map.Problem(key, $"With its placeholders filled for {pack.Country.Code} the answer has up to {longest} characters; at most {LongestAnswer}. Shorten it.");
        }
    }

    private static string Filled(string text, ProgrammePack pack, Office office) =>
        Placeholders.Fill(text, new Dictionary<string, string>(pack.Words, StringComparer.Ordinal) { [Placeholders.Office] = office.Name });

    private void CheckWording(YamlMap map, YamlText wording, string topic)
    {
        var plain = Plain.Of(wording.Value);
        if (!_topicOfWording.TryAdd(plain, topic))
            map.AddProblem(wording.Line, $"\"{wording}\" already stands under \"{_topicOfWording[plain]}\". One wording leads to one answer.");
    }
}
