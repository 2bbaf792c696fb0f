using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads the questions of a form in order, each checked against those before it.</summary>
internal sealed class FormFile(FormSurroundings surroundings)
{
    private const int LongestQuestion = 300;
    private const int LongestWord = 24;
    private readonly List<FormQuestion> _questions = [];

    /// <summary>Reads <c>registration.yaml</c>.</summary>
    public static FormDefinition Read(YamlMap map, FormSurroundings surroundings)
    {
        var reader = new FormFile(surroundings);
        var entries = map.Maps("questions");
        foreach (var entry in entries) reader.Next(entry);
        Checks.Unique(entries.Zip(reader._questions, (entry, question) => new Coded(question.Id, entry)), "id");
        var form = new FormDefinition(Checks.Code(map, "id", Shapes.Id(), Shapes.IdInWords), map.Text("title", 80), reader._questions) { Words = ReadWords(map.Map("words")) };
        map.Done();
        return form;
    }

    private static FormWords ReadWords(YamlMap map)
    {
        var words = new FormWords(map.Text("yes", LongestWord), map.Text("no", LongestWord), map.Text("later", LongestWord), map.Text("leftOut", LongestWord), map.Text("thisNumber", LongestWord), map.Text("hidden", LongestWord));
        map.Done();
        return words;
    }

    /// <summary>The next question. Its mapping is done with: what else it says must have been asked for before.</summary>
    public FormQuestion Next(YamlMap map)
    {
        var question = ReadQuestion(map);
        _questions.Add(question);
        return question;
    }

    private FormQuestion ReadQuestion(YamlMap map)
    {
        var id = Checks.Code(map, "id", Shapes.Id(), Shapes.IdInWords);
        var kind = new QuestionKinds(surroundings, _questions).Read(map);
        var question = new FormQuestion(id, kind, map.Text("text", LongestQuestion), map.Text("label", 60))
        {
            Help = map.OptionalText("help", LongestQuestion),
            Example = map.OptionalText("example", 100),
            MaySkip = map.Flag("skip"),
            MayComeLater = map.Flag("later"),
            IsPersonal = map.Flag("personal"),
            When = [.. map.MapOrMaps("when").Select(ReadCondition).OfType<Condition>()],
            Refusals = ReadRefusals(map),
        };
        foreach (var (key, text) in new[] { ("text", question.Text), ("help", question.Help), ("example", question.Example), ("thisOne", (question.Kind as QuestionKind.Phone)?.ThisOneHint) })
            if (text is not null)
                Checks.Placeholders(map, key, text, surroundings.Words);
        var length = QuestionKinds.WrittenLength(question);
        if (length > YamlMap.ChannelLength) map.Problem("text", $"With its options the question has {length} characters; WhatsApp takes {YamlMap.ChannelLength}. Use fewer or shorter options.");
        map.Done();
        return question;
    }

    private Dictionary<FormRefusal, string> ReadRefusals(YamlMap map)
    {
        var refusals = new Dictionary<FormRefusal, string>();
        if (map.OptionalMap("errors") is not { } errors) return refusals;
        foreach (var (key, text) in errors.Pairs(LongestQuestion))
        {
            if (EnumNames.Find<FormRefusal>(key) is { } refusal) refusals[refusal] = text.Value;
            else errors.Problem(key, $"Unknown refusal \"{key}\".{Nearest.Hint(key, EnumNames.Of<FormRefusal>())} Known: {EnumNames.All<FormRefusal>()}.");
            Checks.Placeholders(errors, key, text.Value, surroundings.Words);
        }
        errors.Done();
        return refusals;
    }

    private Condition? ReadCondition(YamlMap map)
    {
        var id = map.Text("question", 40);
        var equal = map.OptionalText("equals", 40);
        var among = map.Texts("in", 40);
        var answered = map.Flag("answered");
        map.Done();
        if ((equal is null ? 0 : 1) + (among.Count > 0 ? 1 : 0) + (answered ? 1 : 0) != 1)
        {
            map.Problem("A condition needs exactly one of \"equals: value\", \"in: [values]\" or \"answered: true\".");
            return null;
        }
        if (_questions.Find(question => question.Id == id) is not { } former)
        {
            if (id.Length > 0) map.Problem("question", $"The condition looks at \"{id}\", which is not asked before: the question would never come.{Nearest.Hint(id, _questions.Select(q => q.Id))}");
            return null;
        }
        foreach (var value in equal is null ? among : [new YamlText(equal, map.File, map.LineOf("equals"))])
            CheckValue(map, former, value);
        return answered ? new Condition.Answered(id) : equal is not null ? new Condition.Is(id, equal) : new Condition.In(id, [.. among.Select(v => v.Value)]);
    }

    private static void CheckValue(YamlMap map, FormQuestion former, YamlText value)
    {
        var possible = QuestionKinds.Values(former.Kind);
        if (possible is null)
            map.AddProblem(value.Line, $"\"{former.Id}\" has no fixed values to compare with: use \"answered: true\", or ask a yesNo or choice question.");
        else if (!possible.Contains(value.Value, StringComparer.Ordinal))
            map.AddProblem(value.Line, $"\"{former.Id}\" can never be \"{value}\".{Nearest.Hint(value.Value, possible)} Possible: {string.Join(", ", possible)}.");
    }
}

/// <summary>What a form leans on from the other files of its pack.</summary>
internal sealed record FormSurroundings(
    WhoMayRegister Rules, PhoneRules Phone, DocumentRules Document, IReadOnlyList<Rubro> Rubros, int PlaceLevels, IReadOnlyCollection<string> Words, string Language);
