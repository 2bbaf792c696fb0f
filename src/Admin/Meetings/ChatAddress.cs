using CoopAssistant.Programme.Meetings;

namespace CoopAssistant.Admin.Meetings;

/// <summary>Where women reach the bot, for links that staff hand out.</summary>
/// <param name="WhatsApp">Digits of its number; null where WhatsApp is not connected.</param>
/// <param name="WebChat">Address of the page with the chat, without a slash at the end.</param>
public sealed record ChatAddress(string? WhatsApp, string WebChat)
{
    /// <summary>Opens the chat with the code of the door written already: she only sends it.</summary>
    public string Door(AttendanceCode code)
    {
        var text = Uri.EscapeDataString($"ASISTENCIA {code.Spoken}");
        return WhatsApp is { } number ? $"https://wa.me/{number}?text={text}" : $"{WebChat}/?texto={text}";
    }

    /// <summary>Opens WhatsApp with a greeting and the poster's code written already; null where WhatsApp is not connected.</summary>
    /// <param name="hello">What the bot hears as a greeting.</param>
    public string? PosterOnWhatsApp(string hello, string code) => WhatsApp is { } number ? $"https://wa.me/{number}?text={Uri.EscapeDataString($"{hello} ({code})")}" : null;

    /// <summary>Opens the page with the chat, which remembers the poster.</summary>
    public string PosterOnWeb(string code) => $"{WebChat}/?origen={code}";

    /// <summary>The number as people dial it; null where WhatsApp is not connected.</summary>
    public string? Number => WhatsApp is { } digits ? "+" + digits : null;
}
