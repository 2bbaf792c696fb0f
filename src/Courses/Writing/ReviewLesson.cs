using CoopAssistant.Courses.Packs;

namespace CoopAssistant.Courses.Writing;

/// <summary>The checks before publishing, on texts as they lie on the desk.</summary>
public sealed class ReviewLesson(CourseRules rules, TimeProvider clock)
{
    /// <param name="texts">All texts of one lesson.</param>
    /// <returns>What stops first, then in the order of the lesson.</returns>
    public IReadOnlyList<LessonConcern> Handle(IReadOnlyList<DeskText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var concerns = texts.SelectMany(Of).ToList();
        if (texts.Count > 0 && texts.All(text => text.Key.Country.Length > 0))
            foreach (var country in rules.Countries.Where(country => texts.All(text => text.Key.Country != country)))
                concerns.Add(new(texts[0].Key, true, "variantes", "Variantes", $"Falta el texto para {country}: en ese país la lección no existiría. Créelo, o haga uno para todos los países."));
        return [.. concerns.OrderByDescending(concern => concern.Stops)];
    }

    /// <summary>The checks of one text.</summary>
    public IReadOnlyList<LessonConcern> Of(DeskText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lesson = text.Text.ToLesson(text.Key, text.File);
        var concerns = new List<LessonConcern>();
        Head(text, Stop);
        new LessonChecks(Stop).Check(lesson);
        foreach (var choice in lesson.Questions.SelectMany(question => question.Choices).Where(choice => choice.Feedback.Length == 0))
            Stop(new(choice.Line, "", "Falta la explicación que ella lee al elegir esta respuesta. Escríbala."));
        if (lesson.Messages.Count > 0)
            new LessonWarnings(rules.Jargon, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), finding => concerns.Add(LessonConcern.Of(text.Key, lesson, finding, stops: false))).Check(lesson);
        return concerns;

        void Stop(LessonFinding finding) => concerns.Add(LessonConcern.Of(text.Key, lesson, finding, stops: true));
    }

    private static void Head(DeskText text, Action<LessonFinding> stop)
    {
        var draft = text.Text;
        if (draft.Title.Length == 0) stop(new(1, "", "Falta el título."));
        if (draft.Title.Length > LessonLimits.TitleCharacters) stop(new(1, "", $"El título tiene {draft.Title.Length} letras; caben {LessonLimits.TitleCharacters}."));
        if (draft.Minutes is < 1 or > LessonLimits.MostMinutes) stop(new(1, "", $"Los minutos van de 1 a {LessonLimits.MostMinutes}."));
        if (draft.TellsLaw && draft.Review is null) stop(new(1, "", "Una lección con ley necesita la fecha de su próxima revisión."));
    }
}

/// <summary>What lessons are held to beyond their form.</summary>
/// <param name="Countries">Codes of the countries every lesson must serve.</param>
public sealed record CourseRules(IReadOnlyList<string> Countries, JargonList Jargon)
{
    public static CourseRules Of(string contentPath) => new(CoursePackReader.CountriesOf(contentPath), JargonList.Read(contentPath, new Programme.Packs.PackProblems()));
}
