namespace CoopAssistant.Courses.Writing;

/// <summary>Begins a text of its own for one country, with the words of another. Asking twice is harmless.</summary>
public sealed class AddVariant(CoursesDb db, SaveDraft save)
{
    /// <returns>False where the text to begin with is not there.</returns>
    public async Task<bool> Handle(LessonKey like, string country, string by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(like);
        var texts = await db.Texts(like.CourseId, like.LessonId, cancel);
        if (texts.Any(text => text.Key.Country == country)) return true;
        if (texts.FirstOrDefault(text => text.Key == like) is not { } source) return false;
        var file = LessonKey.FileFor(source.File, like.Country, country);
        return await save.Handle(new(like with { Country = country }, file, source.Text, 0, 0, by), cancel) == SaveDraftResult.Saved;
    }
}
