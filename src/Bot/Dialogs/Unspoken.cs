using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>What is kindly said to a message without words: a picture, a recording, a place, only emoji.</summary>
internal static class Unspoken
{
    /// <summary>True where there is nothing to read.</summary>
    public static bool Is(InboundMessage message) =>
        message.ButtonValue is null && !message.Text.Any(char.IsLetterOrDigit) && Programme.Identity.YesOrNo.Read(message.Text) is null;

    public static TextKey TextFor(InboundMessage message)
    {
        if (message.Location is not null) return Texts.UnspokenLocation;
        if (message.Media.Count == 0) return Texts.UnspokenSigns;
        return message.Media[0].ContentType.StartsWith("audio", StringComparison.OrdinalIgnoreCase) ? Texts.UnspokenAudio : Texts.UnspokenPicture;
    }
}

internal static partial class Texts
{
    public static readonly TextKey UnspokenLocation = Text("unspoken.location");
    public static readonly TextKey UnspokenSigns = Text("unspoken.signs");
    public static readonly TextKey UnspokenAudio = Text("unspoken.audio");
    public static readonly TextKey UnspokenPicture = Text("unspoken.picture");
}
