using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Turns;

/// <summary>Ids and versions only: never what she wrote or where she writes from.</summary>
internal static partial class TurnLog
{
    [LoggerMessage(2001, LogLevel.Error, "A turn of conversation {Conversation} broke in dialog {Dialog}. She was answered; a ticket tells staff.")]
    public static partial void TurnBroke(this ILogger log, long conversation, string? dialog, Exception failure);

    [LoggerMessage(2002, LogLevel.Error, "A turn of conversation {Conversation} in dialog {Dialog} could not be written as decided; less is tried.")]
    public static partial void TurnNotWritten(this ILogger log, long conversation, string? dialog, Exception failure);

    [LoggerMessage(2003, LogLevel.Warning, "The state of conversation {Conversation} at version {Version} is not one this release reads. She starts again at the menu.")]
    public static partial void StateNotReadable(this ILogger log, long conversation, long version);
}
