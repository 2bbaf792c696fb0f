using CoopAssistant.Courses.Recordings;

namespace CoopAssistant.Courses.Writing;

/// <summary>Which texts women can only read: an aside for the editor, with a query for each text of the lesson.</summary>
public sealed class CheckVoices(ListRecordings recordings, CourseRules rules)
{
    public async Task<IReadOnlyList<LessonConcern>> Handle(IReadOnlyList<DeskText> texts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var concerns = new List<LessonConcern>();
        foreach (var text in texts)
        {
            var parts = await recordings.Handle(text.Key.CourseId, LessonKey.WrittenLanguage, text.Text.ToLesson(text.Key, text.File), rules.Countries, cancel);
            var missing = parts.Select((part, at) => (part, at)).Where(found => found.part.Recording is null).ToList();
            if (missing.Count == 0) continue;
            concerns.Add(new(text.Key, false, $"parte-{missing[0].at}", "Voces", $"Falta la voz en {missing.Count} de {parts.Count} partes: allí ella solo puede leer.") { Page = LessonConcern.VoicesPage });
        }
        return concerns;
    }
}
