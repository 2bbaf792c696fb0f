using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads what a question asks for, with the keys its kind has.</summary>
internal sealed class QuestionKinds(FormSurroundings surroundings, IReadOnlyList<FormQuestion> before)
{
    private const int LongestAnswer = 500;
    private const int MostMoney = 100_000_000;
    private static readonly string[] Known = ["text", "name", "yesNo", "choice", "choices", "number", "money", "birthYear", "phone", "document", "place", "pin"];

    public QuestionKind Read(YamlMap map)
    {
        var kind = map.Text("kind", 20);
        if (map.Flag("later") && kind != "document") map.Problem("later", "Only a document may come later. Use \"skip: true\" for what she may leave out.");
        switch (kind)
        {
            case "text": return new QuestionKind.Text(map.OptionalNumber("maxLength", 1, LongestAnswer) ?? 200);
            case "name": return new QuestionKind.Name(map.OptionalNumber("maxLength", 1, 100) ?? 60);
            case "yesNo": return new QuestionKind.YesNo();
            case "choice": return new QuestionKind.Choice(Options(map));
            case "choices": return Choices(map);
            case "number": return Number(map);
            case "money": return new QuestionKind.Money(map.OptionalNumber("max", 1, MostMoney) ?? MostMoney, map.Text("currency", 8), surroundings.Language);
            case "birthYear": return new QuestionKind.BirthYear(surroundings.Rules.MinorsMayRegister ? 0 : surroundings.Rules.AdultAge);
            case "phone": return new QuestionKind.Phone(surroundings.Phone, map.OptionalText("thisOne", 100));
            case "document": return new QuestionKind.Document(surroundings.Document);
            case "place": return Place(map);
            case "pin": return new QuestionKind.Pin(map.OptionalNumber("digits", 4, 8) ?? 4);
        }
        if (kind.Length > 0) map.Problem("kind", $"There is no kind \"{kind}\".{Nearest.Hint(kind, Known)} Known: {string.Join(", ", Known)}.");
        return new QuestionKind.Text(200);
    }

    /// <summary>Values an answer of this kind can have; null where it is free.</summary>
    public static IReadOnlyList<string>? Values(QuestionKind kind) => kind switch
    {
        QuestionKind.YesNo => [QuestionKind.YesNo.Yes, QuestionKind.YesNo.No],
        QuestionKind.Choice choice => [.. choice.Options.Select(option => option.Value)],
        QuestionKind.Choices choices => [.. choices.Options.Select(option => option.Value)],
        _ => null,
    };

    /// <summary>Characters of the question as one message: text, help and numbered options.</summary>
    public static int WrittenLength(FormQuestion question)
    {
        IReadOnlyList<FormOption> options = question.Kind switch
        {
            QuestionKind.Choice choice => choice.Options,
            QuestionKind.Choices choices => choices.Options,
            _ => [],
        };
        return question.Text.Length + (question.Help?.Length + 2 ?? 0) + options.Sum(option => option.Label.Length + 5);
    }

    private QuestionKind.Choices Choices(YamlMap map)
    {
        var options = Options(map);
        return new QuestionKind.Choices(options, map.Number("max", 1, Math.Max(1, options.Count)));
    }

    private static QuestionKind.Number Number(YamlMap map)
    {
        var min = map.Number("min", 0, 1_000_000);
        return new QuestionKind.Number(min, map.Number("max", min, 1_000_000));
    }

    private QuestionKind.Place Place(YamlMap map)
    {
        var level = map.Number("level", 1, surroundings.PlaceLevels);
        var within = map.OptionalText("within", 40);
        if (within is not null && before.FirstOrDefault(question => question.Id == within)?.Kind is not QuestionKind.Place)
            map.Problem("within", $"\"{within}\" is no place question asked before.{Nearest.Hint(within, before.Where(q => q.Kind is QuestionKind.Place).Select(q => q.Id))}");
        else if (within is not null && before.First(question => question.Id == within).Kind is QuestionKind.Place outer && outer.Level >= level)
            map.Problem("level", $"Level {level} does not lie within \"{within}\", which asks for level {outer.Level}.");
        return new QuestionKind.Place(level, within);
    }

    private IReadOnlyList<FormOption> Options(YamlMap map)
    {
        var from = map.OptionalText("from", 40);
        var entries = map.OptionalMaps("options");
        if (from is not null && entries.Count > 0) map.Problem("from", "Give either \"from\" or \"options\", not both.");
        if (from == "rubros")
            return [.. surroundings.Rubros.Select(rubro => new FormOption(rubro.Code, rubro.Label, rubro.Aliases) { IsExclusive = rubro.IsExclusive })];
        if (from is not null) map.Problem("from", $"There is no catalogue \"{from}\". Known: rubros.");
        else if (entries.Count == 0) map.Problem("options", "A choice without options is a dead end: write \"options\" or \"from: rubros\".");

        var options = entries.Select(Option).ToList();
        Checks.Unique(entries.Zip(options, (entry, option) => new Coded(option.Value, entry)), "value");
        return options;
    }

    private static FormOption Option(YamlMap map)
    {
        var option = new FormOption(map.Text("value", 40), map.Text("label", 40), map.Words("aliases", 40)) { IsExclusive = map.Flag("exclusive") };
        map.Done();
        return option;
    }
}
