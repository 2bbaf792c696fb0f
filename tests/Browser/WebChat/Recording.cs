namespace CoopAssistant.Browser.WebChat;

/// <summary>A voice note as phones make them: Opus in Ogg.</summary>
internal static class Recording
{
    public static string File { get; } = Path.Combine(EndToEnd.Support.Repository.Root, "src", "Bot", "Simulator", "Page", "voice-note.ogg");
}
