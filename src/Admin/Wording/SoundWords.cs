using CoopAssistant.Admin.Shell;
using CoopAssistant.Courses.Writing;
using CoopAssistant.Programme.Recordings;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Wording;

/// <summary>What staff are told about recordings: why a file cannot be one, and in which languages they can be.</summary>
internal static class SoundWords
{
    public const string NoFile = "Elija un archivo de sonido.";

    /// <summary>Empty where nothing is wrong.</summary>
    public static string Say(SoundCheck check) => check switch
    {
        SoundCheck.NotOggOpus => "El archivo no es OGG con Opus, o está dañado. Grábelo como nota de voz o conviértalo.",
        SoundCheck.TooLong long_ => $"La grabación dura {long_.Length.TotalSeconds:0} segundos; caben {SoundCheck.Longest.TotalSeconds:0}.",
        SoundCheck.TooLarge large => $"El archivo pesa {large.Bytes / 1000} kB; caben {SoundCheck.MostBytes / 1000}. A ella le cuesta datos.",
        _ => "",
    };

    /// <summary>The bytes of an uploaded file, or what is wrong with it before it is read.</summary>
    public static async Task<(byte[] Bytes, string? Problem)> Read(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0) return ([], NoFile);
        if (file.Length > SoundCheck.MostBytes) return ([], Say(new SoundCheck.TooLarge((int)Math.Min(file.Length, int.MaxValue))));
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        return (bytes.ToArray(), null);
    }

    /// <summary>The languages in which a voice can be, as links.</summary>
    public static IReadOnlyList<Tab> Languages(IEnumerable<string> tags, string here, Programmes programmes, Func<string, string> address) =>
        [.. tags.Select(tag => new Tab(address(tag), tag == LessonKey.WrittenLanguage ? "Español" : programmes.Language(tag), tag == here))];
}
