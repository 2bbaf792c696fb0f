using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Courses.Packs;

/// <summary>Office words that a lesson should say more simply: <c>courses/jargon.yaml</c>.</summary>
public sealed class JargonList
{
    private const string File = "courses/jargon.yaml";
    private readonly List<(string Word, string Plain, string Better)> _words = [];

    /// <summary>An empty list where the file is missing: jargon is only warned of.</summary>
    public static JargonList Read(string contentPath, PackProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var list = new JargonList();
        if (!System.IO.File.Exists(Path.Combine(contentPath, File))) return list;
        var file = YamlMap.Open(contentPath, File, problems);
        foreach (var (word, better) in file.Map("words").Pairs(LessonLimits.ChoiceCharacters)) list._words.Add((word, $" {Plain.Of(word)} ", better.Value));
        file.Done();
        return list;
    }

    /// <summary>The words of the list that stand in a text, whole words only, each with what says it better.</summary>
    public IEnumerable<(string Word, string Better)> In(string text)
    {
        var padded = $" {Plain.Of(text)} ";
        return _words.Where(entry => padded.Contains(entry.Plain, StringComparison.Ordinal)).Select(entry => (entry.Word, entry.Better));
    }
}
