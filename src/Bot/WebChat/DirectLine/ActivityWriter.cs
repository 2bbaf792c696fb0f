using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>Writes messages of a thread as Direct Line activities, one set a frame: {"activities":[…],"watermark":"61"}.</summary>
/// <param name="conversation">Direct Line's id of the conversation.</param>
/// <param name="user">Her id, dl_….</param>
/// <param name="baseUrl">Where rooted links of files lead, without a slash at the end.</param>
/// <param name="isBrief">Only what our widget reads: she pays for every byte. Clients of the protocol get all of it.</param>
internal sealed class ActivityWriter(string conversation, string user, string baseUrl, bool isBrief = false)
{
    /// <summary>More options than this, or longer ones, read better as a list that stays than as a row of buttons that goes.</summary>
    private const int MostSuggested = 6;
    private const int LongestSuggested = 28;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Leads a client's own message id, so that it cannot be taken for one of ours.</summary>
    public const string ClientIdPrefix = "c-";

    public static string IdOf(string conversation, long message) => string.Create(CultureInfo.InvariantCulture, $"{conversation}|{message:D7}");

    public static string Watermark(long lastId) => lastId.ToString(CultureInfo.InvariantCulture);

    /// <summary>The messages after a watermark as one set, and the place after them.</summary>
    /// <param name="thread">From the beginning.</param>
    /// <param name="shownUpTo">The watermark: messages up to it are only walked.</param>
    public (ReadOnlyMemory<byte> Set, ThreadPlace Place) Set(IReadOnlyList<ThreadMessage> thread, long shownUpTo)
    {
        var place = ThreadPlace.Beginning;
        var set = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(set, Options);
        json.WriteStartObject();
        json.WriteStartArray("activities");
        for (var i = 0; i < thread.Count; i++)
        {
            place = place.After(thread[i]);
            if (thread[i].Id > shownUpTo) Activity(json, thread, i, place, null);
        }
        json.WriteEndArray();
        json.WriteString("watermark", Watermark(Math.Max(place.LastId, shownUpTo)));
        json.WriteEndObject();
        json.Flush();
        return (set.WrittenMemory, place);
    }

    /// <summary>
    /// The messages after a place, one a frame. Never several together: directlinejs hands out the activities of a frame one by one, and
    /// mixes them with those of the next frame where that comes at once.
    /// </summary>
    /// <param name="thread">From the beginning, or from <paramref name="place"/> on.</param>
    /// <param name="shownUpTo">Messages up to this id were seen and are only walked.</param>
    /// <param name="channelData">What the client sent along with the message of this provider id, where this process still has it.</param>
    public IEnumerable<(ReadOnlyMemory<byte> Frame, ThreadPlace Place)> Frames(
        IReadOnlyList<ThreadMessage> thread, ThreadPlace place, long shownUpTo, Func<string?, JsonElement?> channelData)
    {
        for (var i = 0; i < thread.Count; i++)
        {
            place = place.After(thread[i]);
            var isShown = thread[i].Id > shownUpTo && !ThreadPlace.IsOpening(thread[i]);
            yield return (isShown ? Frame(thread, i, place, channelData(thread[i].ProviderId)) : ReadOnlyMemory<byte>.Empty, place);
        }
    }

    /// <summary>An activity of hers that is shown to her open pages but kept nowhere: typing, events.</summary>
    public byte[] Passing(JsonElement posted, string id, DateTimeOffset now)
    {
        var frame = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(frame, Options);
        json.WriteStartObject();
        json.WriteStartArray("activities");
        json.WriteStartObject();
        foreach (var member in posted.EnumerateObject())
            if (member.Name is not ("id" or "timestamp" or "from" or "conversation" or "channelId" or "replyToId")) member.WriteTo(json);
        Envelope(json, id, now, user, "user", null);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return frame.WrittenSpan.ToArray();
    }

    /// <summary>"The assistant is writing"; over the socket only, never stored, so without a watermark.</summary>
    public byte[] Typing(DateTimeOffset now)
    {
        var frame = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(frame, Options);
        json.WriteStartObject();
        json.WriteStartArray("activities");
        json.WriteStartObject();
        json.WriteString("type", "typing");
        Envelope(json, $"{conversation}|t{now.ToUnixTimeMilliseconds()}", now, BotId, "bot", null);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return frame.WrittenSpan.ToArray();
    }

    private const string BotId = "coop";

    private ReadOnlyMemory<byte> Frame(IReadOnlyList<ThreadMessage> thread, int at, ThreadPlace place, JsonElement? channelData)
    {
        var frame = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(frame, Options);
        json.WriteStartObject();
        json.WriteStartArray("activities");
        Activity(json, thread, at, place, channelData);
        json.WriteEndArray();
        json.WriteString("watermark", Watermark(place.LastId));
        json.WriteEndObject();
        json.Flush();
        return frame.WrittenMemory;
    }

    private void Activity(Utf8JsonWriter json, IReadOnlyList<ThreadMessage> thread, int at, ThreadPlace place, JsonElement? channelData)
    {
        if (ThreadPlace.IsOpening(thread[at])) return;
        var endsTurn = at == thread.Count - 1 || thread[at + 1].Direction == MessageDirection.Inbound;
        if (thread[at].Direction == MessageDirection.Inbound) Hers(json, thread[at], place, channelData);
        else Ours(json, thread[at], place, endsTurn);
    }

    private void Hers(Utf8JsonWriter json, ThreadMessage message, ThreadPlace place, JsonElement? channelData)
    {
        json.WriteStartObject();
        json.WriteString("type", "message");
        Envelope(json, Id(message.Id), place.LastTime, user, "user", null);
        Text(json, message.Text);
        if (channelData is { } sent)
        {
            json.WritePropertyName("channelData");
            sent.WriteTo(json);
        }
        else if (message.ProviderId is { } id && id.StartsWith(ClientIdPrefix, StringComparison.Ordinal))
        {
            json.WriteStartObject("channelData");
            json.WriteString("clientActivityID", id.AsSpan(ClientIdPrefix.Length));
            json.WriteEndObject();
        }
        var received = MessageExtras.Read(message.Extras).Received;
        if (received.Count > 0)
        {
            json.WriteStartArray("attachments");
            foreach (var file in received) Attachment(json, file.ContentType, file.Url, FileKind.NameIn(file.Url));
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private void Ours(Utf8JsonWriter json, ThreadMessage message, ThreadPlace place, bool endsTurn)
    {
        var extras = MessageExtras.Read(message.Extras);
        var asList = extras.Options.Count > 0
            && (!endsTurn || extras.Options.Count > MostSuggested || extras.Options.Any(o => o.Label.Length > LongestSuggested));
        json.WriteStartObject();
        json.WriteString("type", "message");
        Envelope(json, Id(message.Id), place.LastTime, message.Author is null ? BotId : "staff", "bot", message.Author is null ? null : "staff");
        if (place.QuestionId != 0 && !isBrief) json.WriteString("replyToId", Id(place.QuestionId));
        Text(json, message.Text);
        if (extras.Options.Count > 0 && !isBrief) json.WriteString("inputHint", "expectingInput");
        if (extras.TakesFiles)
        {
            json.WriteStartObject("channelData");
            json.WriteBoolean("files", true);
            json.WriteEndObject();
        }
        if (extras.Media is not null || asList)
        {
            json.WriteStartArray("attachments");
            if (extras.Media is { } file) Attachment(json, file.ContentType, file.Url, file.Name, file.Bytes, file.Seconds);
            if (asList)
            {
                json.WriteStartObject();
                json.WriteString("contentType", "application/vnd.microsoft.card.hero");
                json.WriteStartObject("content");
                Actions(json, "buttons", extras.Options);
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (extras.Options.Count > 0 && !asList)
        {
            json.WriteStartObject("suggestedActions");
            if (!isBrief) Nobody(json);
            Actions(json, "actions", extras.Options);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private string Id(long message) => isBrief ? message.ToString(CultureInfo.InvariantCulture) : IdOf(conversation, message);

    private void Text(Utf8JsonWriter json, string text)
    {
        json.WriteString("text", text);
        if (!isBrief) json.WriteString("textFormat", "plain");
    }

    /// <summary>"to": all who read along.</summary>
    private static void Nobody(Utf8JsonWriter json)
    {
        json.WriteStartArray("to");
        json.WriteEndArray();
    }

    private void Envelope(Utf8JsonWriter json, string id, DateTimeOffset time, string from, string role, string? name)
    {
        json.WriteString("id", id);
        json.WriteString("timestamp", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        if (!isBrief)
        {
            json.WriteString("channelId", "directline");
            json.WriteStartObject("conversation");
            json.WriteString("id", conversation);
            json.WriteEndObject();
        }
        json.WriteStartObject("from");
        if (!isBrief) json.WriteString("id", from);
        if (name is not null) json.WriteString("name", name);
        json.WriteString("role", role);
        json.WriteEndObject();
    }

    private void Attachment(Utf8JsonWriter json, string contentType, string url, string name, long? bytes = null, int? seconds = null)
    {
        json.WriteStartObject();
        json.WriteString("contentType", contentType);
        json.WriteString("contentUrl", url.StartsWith('/') ? baseUrl + url : url);
        json.WriteString("name", name);
        if (bytes is { } size) json.WriteNumber("bytes", size);
        if (seconds is { } length) json.WriteNumber("seconds", length);
        json.WriteEndObject();
    }

    /// <summary>What she taps is sent as if she had typed it: the label, or the number where two labels are the same.</summary>
    private void Actions(Utf8JsonWriter json, string member, IReadOnlyList<Option> options)
    {
        json.WriteStartArray(member);
        for (var i = 0; i < options.Count; i++)
        {
            var label = options[i].Label;
            var isUnique = options.Count(o => string.Equals(o.Label, label, StringComparison.OrdinalIgnoreCase)) == 1;
            json.WriteStartObject();
            if (!isBrief) json.WriteString("type", "imBack");
            json.WriteString("title", label);
            if (!isBrief || !isUnique) json.WriteString("value", isUnique ? label : (i + 1).ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
