using System.Runtime.InteropServices;
using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>
/// How far a client has read, and what the next message needs to know of those before it. Made by walking the thread from its
/// beginning, so every replay gives the same ids and the same times.
/// </summary>
/// <param name="LastId">Newest message walked; 0 at the beginning. Also the watermark.</param>
/// <param name="LastTime">Its time as sent; the next one is later, even where a clock stood still or went back.</param>
/// <param name="QuestionId">Her newest message, which replies answer; 0 where none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ThreadPlace(long LastId, DateTimeOffset LastTime, long QuestionId)
{
    public static ThreadPlace Beginning => default;

    /// <summary>Provider id of the turn that stands for "she opened the chat"; it is no message of hers and is never shown.</summary>
    public const string Opening = "start";

    /// <summary>What the dialogs hear then: the word with which most women begin.</summary>
    public const string OpeningText = "hola";

    public ThreadPlace After(ThreadMessage message)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(message.At.ToUnixTimeMilliseconds());
        var time = at > LastTime ? at : LastTime.AddMilliseconds(1);
        var question = message.Direction == MessageDirection.Inbound ? (IsOpening(message) ? 0 : message.Id) : QuestionId;
        return new(message.Id, time, question);
    }

    public static bool IsOpening(ThreadMessage message) => message.Direction == MessageDirection.Inbound && message.ProviderId == Opening;
}
