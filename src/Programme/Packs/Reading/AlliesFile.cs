using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>allies.yaml</c>.</summary>
internal static class AlliesFile
{
    private const int LongestNotice = 300;
    private static readonly string[] OfQuestion = ["institucion", "papel", "motivo", "datos"];

    public static AllyRules Read(YamlMap map, CountryFile country, FormDefinition form)
    {
        var (answerDays, renewalDays) = (map.Number("answerDays", 1, 120), map.Number("renewalDays", 1, 365));
        var discreet = Known(map, "discreet", [.. country.Institutions.Select(i => i.Code)], "institution");
        var shareable = Known(map, "shareable", [.. form.Questions.Where(q => q.Kind is not QuestionKind.Pin).Select(q => q.Id)], "question that may be shared");
        if (shareable.Count == 0) map.Problem("shareable", "Nothing could be shared: name at least one question of registration.yaml.");
        var consent = ReadConsent(map.Map("consent"), country);
        var notices = ReadNotices(map.Map("notices"), country);
        map.Done();
        return new(answerDays, renewalDays, discreet, shareable, consent, notices);
    }

    private static SharingConsentText ReadConsent(YamlMap map, CountryFile country)
    {
        var consent = new SharingConsentText(map.Text("version", 40), Checks.RequiredReview(map), Text("woman", OfQuestion), Text("group", [.. OfQuestion, "grupo"]));
        map.Done();
        return consent;

        string Text(string key, string[] words)
        {
            var text = map.Text(key);
            Checks.Placeholders(map, key, text, country.Words.Keys.Concat(words));
            var missing = words.Where(word => word != "papel" && text.Length > 0 && !Placeholders.In(text).Contains(word, StringComparer.Ordinal)).ToList();
            if (missing.Count > 0) map.Problem(key, $"She must hear what she agrees to: {string.Join(", ", missing.Select(word => $"{{{word}}}"))} is missing.");
            return text;
        }
    }

    private static AllyNotices ReadNotices(YamlMap map, CountryFile country)
    {
        string[] named = ["institucion", "asunto"];
        var notices = new AllyNotices(
            Text("ask"), Text("matter"), Text("groupMatter", "grupo"), Text("accepted", named), Text("rejected", named), Text("helped", named), Text("notReached", named), Text("notForHer", named),
            Text("cancelled", named), Text("news"));
        map.Done();
        return notices;

        string Text(string key, params string[] words)
        {
            var text = map.Text(key, LongestNotice);
            Checks.Placeholders(map, key, text, country.Words.Keys.Append(Placeholders.Office).Concat(words));
            return text;
        }
    }

    private static IReadOnlyList<string> Known(YamlMap map, string key, IReadOnlyList<string> known, string what)
    {
        var words = map.Texts(key, 40);
        foreach (var word in words.Where(word => !known.Contains(word.Value, StringComparer.Ordinal)))
            map.AddProblem(word.Line, $"There is no {what} \"{word.Value}\".{Nearest.Hint(word.Value, known)}");
        return [.. words.Select(word => word.Value)];
    }
}
