using CoopAssistant.Bot.WebChat.Tokens;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>
/// What she says into the stream of our widget: an activity a frame, without the kilobyte of headers that a request carries. The echo with her
/// client id is the answer; where the line dies before it, the same is said again and is one message.
/// </summary>
internal sealed class WidgetVoice(HttpContext http, ChatToken token, long contact, Door door, WebThreads threads, WebTurns turns)
{
    /// <summary>In bytes; the box of the widget takes 1,500 characters.</summary>
    public const int LongestFrame = 16_384;

    /// <summary>Takes one frame; returns when the turn is committed. False where this stream may say nothing more.</summary>
    public async Task<bool> Take(byte[] frame)
    {
        if (threads.LeftHere(token) || !await door.Enter(http)) return false;
        var (activity, _) = PostedActivity.Parse(frame);
        if (activity is not { Type: "message" }) return false;
        await turns.Take(token, contact, activity, [], http.RequestAborted);
        return true;
    }
}
