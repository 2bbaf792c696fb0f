using System.Text.Encodings.Web;
using System.Text.Json;

namespace CoopAssistant.Courses.Translating;

/// <summary>What translators returned of a course in one language, complete or not.</summary>
public sealed class CourseTranslation
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private CourseTranslation() { }

    public CourseTranslation(string courseId, string language) => (CourseId, Language) = (courseId, language);

    public string CourseId { get; private set; } = "";

    /// <summary>BCP-47 tag.</summary>
    public string Language { get; private set; } = "";

    /// <summary><see cref="Translated"/> by context, as JSON.</summary>
    public string Entries { get; private set; } = "{}";

    /// <summary>Staff member who brought the last file, or typed last.</summary>
    public string ChangedBy { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    public Dictionary<string, Translated> Read() => JsonSerializer.Deserialize<Dictionary<string, Translated>>(Entries, Json) ?? [];

    /// <summary>Takes up what came back or was typed; what is not named stays as it was, an empty text is taken away.</summary>
    public void Take(IReadOnlyDictionary<string, Translated> returned, string by, DateTimeOffset now)
    {
        var all = Read();
        foreach (var (context, text) in returned)
            if (text.Text.Length == 0) all.Remove(context);
            else all[context] = text;
        Entries = JsonSerializer.Serialize(new SortedDictionary<string, Translated>(all, StringComparer.Ordinal), Json);
        (ChangedBy, ChangedAt, Version) = (by, now, Version + 1);
    }
}

/// <param name="Source">The Spanish it was translated from: when that changes, the translation is to be looked at again.</param>
public sealed record Translated(string Source, string Text);
