using CoopAssistant.Programme.Recordings;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Wording;

/// <summary>What staff are told about a file that cannot be a recording.</summary>
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
}
