namespace CoopAssistant.Courses.Writing;

/// <summary>One text to be written: a lesson for one country, or for all.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, upper case; empty where it serves every country.</param>
public sealed record LessonKey(string CourseId, string LessonId, string Country)
{
    /// <summary>What is written in the admin app; other languages are translated from it.</summary>
    public const string WrittenLanguage = "es";

    /// <summary>Where a new text is exported to, below the course's folder.</summary>
    public string FileIn(string moduleId, string title)
    {
        var slug = string.Join('-', Programme.Identity.Plain.Of(title).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var name = new string([.. slug.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')]).Trim('-');
        if (name.Length == 0) name = "leccion";
        return $"{moduleId}/{LessonId}-{(name.Length > 60 ? name[..60].Trim('-') : name)}{Ending(Country)}";
    }

    /// <summary>The same file's name for another country.</summary>
    public static string FileFor(string file, string from, string to)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file[..^Ending(from).Length] + Ending(to);
    }

    private static string Ending(string country) => country.Length == 0 ? ".md" : $".{country.ToLowerInvariant()}.md";
}
