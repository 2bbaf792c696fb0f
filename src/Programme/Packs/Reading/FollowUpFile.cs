using System.Globalization;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>follow-up.yaml</c>.</summary>
internal sealed class FollowUpFile(CountryFile country, IReadOnlyList<int> months)
{
    private const int LongestNotice = 300;
    private const int MostMonths = 240;
    private const string After = "after";
    private static readonly string[] OfRound = ["grupo", "rubro", "lugar", "meses"];

    public static FollowUpRules Read(YamlMap map, CountryFile country, FormSurroundings around, FormWords words)
    {
        var months = ReadMonths(map);
        var file = new FollowUpFile(country, months);
        var (every, days) = (map.Number("thenEvery", 1, MostMonths), map.Number("answerDays", 1, 90));
        var (hour, later, remind) = (map.Number("askHour", 6, 18), map.Number("laterDays", 1, 30), map.Number("remindDays", 1, 30));
        var notices = map.Map("notices");
        var said = new FollowUpNotices(file.Notice(notices, "due"), file.Notice(notices, "reminder"));
        notices.Done();
        var (entries, form) = (map.Maps("indicators"), new FormFile(around));
        var indicators = new List<Indicator>();
        foreach (var entry in entries) indicators.Add(file.ReadIndicator(entry, form, indicators));
        Checks.Unique(entries.Zip(indicators, (entry, indicator) => new Coded(indicator.Id, entry)), "id");
        var rules = new FollowUpRules(Checks.Code(map, "id", Shapes.Id(), Shapes.IdInWords), map.Text("title", 80), months, every, days, hour, later, remind, said, indicators) { Words = words };
        map.Done();
        foreach (var month in months)
            if (indicators.Count > 0 && rules.FormOf(month).Questions.Count == 0) map.Problem("months", $"Nothing is asked {month} months after the recognition. Take the month out, or ask something then.");
        return rules;
    }

    private static List<int> ReadMonths(YamlMap map)
    {
        var written = map.Texts("months", 10);
        if (written.Count == 0) map.Problem("months", "\"months\" is missing. Write when a cooperative is asked, in months after its recognition: [3, 6, 12].");
        var months = new List<int>();
        foreach (var text in written)
        {
            if (!int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month is < 1 or > MostMonths)
                map.AddProblem(text.Line, $"\"{text}\" is no month after the recognition: write a whole number from 1 to {MostMonths}.");
            else if (months.Count > 0 && month <= months[^1])
                map.AddProblem(text.Line, $"Month {month} comes after {months[^1]}: write the months in rising order, each once.");
            else months.Add(month);
        }
        if (months.Count == 0) months.Add(1);
        return months;
    }

    private Indicator ReadIndicator(YamlMap map, FormFile form, IReadOnlyList<Indicator> before)
    {
        var asked = map.Texts("asked", 10);
        var at = asked.Where(text => text.Value != After && IsMonth(map, text)).Select(text => int.Parse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture)).ToList();
        var (baseline, people, visit) = (map.OptionalOneOf<BaselineOf>("baseline"), map.Flag("people"), map.Texts("visit", 40));
        var (hasKind, hasBaseline) = (map.Has("kind"), map.Has("baseline"));
        var question = form.Next(map);
        var indicator = new Indicator(question, at, asked.Count == 0 || asked.Any(text => text.Value == After), baseline, people, [.. visit.Select(text => text.Value)]);
        if (hasKind && question.Kind is not (QuestionKind.Number or QuestionKind.Money or QuestionKind.Choice or QuestionKind.YesNo or QuestionKind.Text))
            map.Problem("kind", "An indicator is a number, money, choice, yesNo or text.");
        if (hasBaseline && !indicator.IsAmount) map.Problem("baseline", "Only a number has a baseline.");
        if (people && question.Kind is not QuestionKind.Number) map.Problem("people", "Only a number counts people.");
        CheckVisit(map, question, visit);
        CheckConditions(map, indicator, before);
        return indicator;
    }

    private bool IsMonth(YamlMap map, YamlText text)
    {
        if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && months.Contains(month)) return true;
        map.AddProblem(text.Line, $"\"{text}\" is no round of this file. Known: {string.Join(", ", months)}, {After}.");
        return false;
    }

    private static void CheckVisit(YamlMap map, FormQuestion question, IReadOnlyList<YamlText> visit)
    {
        if (visit.Count == 0) return;
        var possible = QuestionKinds.Values(question.Kind);
        if (possible is null) map.Problem("visit", "Only a choice or a yesNo can call for a visit.");
        foreach (var text in visit)
            if (possible is not null && !possible.Contains(text.Value, StringComparer.Ordinal))
                map.AddProblem(text.Line, $"\"{question.Id}\" can never be \"{text}\".{Nearest.Hint(text.Value, possible)} Possible: {string.Join(", ", possible)}.");
    }

    /// <summary>A question that hangs on another is asked only together with it.</summary>
    private void CheckConditions(YamlMap map, Indicator indicator, IReadOnlyList<Indicator> before)
    {
        foreach (var former in indicator.Question.When.Select(when => before.FirstOrDefault(b => b.Id == when.Question)).OfType<Indicator>())
            if (months.Append(int.MaxValue).Any(month => indicator.IsAskedAt(month, months[^1]) && !former.IsAskedAt(month, months[^1])))
                map.Problem("when", $"\"{former.Id}\" is not asked in every round in which this is: it would never come there. Give both the same \"asked\".");
    }

    private string Notice(YamlMap notices, string key)
    {
        var text = notices.Text(key, LongestNotice);
        Checks.Placeholders(notices, key, text, country.Words.Keys.Append(Placeholders.Office).Concat(OfRound));
        return text;
    }
}
