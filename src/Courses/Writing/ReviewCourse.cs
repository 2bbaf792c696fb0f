namespace CoopAssistant.Courses.Writing;

/// <summary>The checks of a whole course as it lies on the desk: every lesson, and what its outline leads nowhere.</summary>
public sealed class ReviewCourse(ReviewLesson review, CheckVoices voices)
{
    public async Task<IReadOnlyList<LessonConcern>> Handle(CourseDesk desk, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var concerns = new List<LessonConcern>();
        foreach (var id in desk.Outline.LessonIds())
        {
            var texts = desk.TextsOf(id);
            if (texts.Count == 0) concerns.Add(new(new(desk.Outline.Id, id, ""), true, LessonConcern.Head, "Datos de la lección", "La lección está en el curso, pero nadie ha escrito su texto."));
            concerns.AddRange(review.Handle(texts));
            concerns.AddRange(await voices.Handle(texts, cancel));
        }
        return concerns;
    }
}
