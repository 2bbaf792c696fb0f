using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>groups.yaml</c> and <c>study.yaml</c>.</summary>
internal static class GroupsFile
{
    private const int LongestNotice = 300;
    private static readonly string[] OfGroup = ["grupo", "rubro", "lugar"];

    public static GroupRules Read(YamlMap map, CountryFile country)
    {
        var proposals = map.Map("proposals");
        var (from, largest) = (proposals.Number("from", 2, 200), proposals.Number("largest", 2, 500));
        if (largest < from) proposals.Problem("largest", $"A group of at most {largest} women is never proposed, since {from} are needed.");
        proposals.Done();
        var notices = map.Map("notices");
        var rules = new GroupRules(from, largest, new GroupNotices(
            Notice("invited"), Notice("withdrawn"), Notice("removed"), Notice("moved"), Notice("recognised")));
        notices.Done();
        map.Done();
        return rules;

        string Notice(string key)
        {
            var text = notices.Text(key, LongestNotice);
            Checks.Placeholders(notices, key, text, country.Words.Keys.Append(Placeholders.Office).Concat(OfGroup));
            return text;
        }
    }

    public static IReadOnlyList<StudyQuestion> ReadStudy(YamlMap map)
    {
        var entries = map.Maps("questions");
        var questions = entries.Select(ReadQuestion).ToList();
        Checks.Unique(entries.Zip(questions, (entry, question) => new Coded(question.Id, entry)), "id");
        map.Done();
        return questions;
    }

    private static StudyQuestion ReadQuestion(YamlMap map)
    {
        var question = new StudyQuestion(
            Checks.Code(map, "id", Shapes.Id(), Shapes.IdInWords), map.Text("label", 120), map.OneOf<StudyKind>("kind") ?? StudyKind.Text,
            map.OptionalText("unit", 20), map.OptionalText("hint", 200), map.Words("options", 60));
        if (question.Kind == StudyKind.Choice && question.Options.Count < 2) map.Problem("options", "A choice needs at least two options.");
        map.Done();
        return question;
    }
}
