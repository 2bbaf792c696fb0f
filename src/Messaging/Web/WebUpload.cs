namespace CoopAssistant.Messaging.Web;

/// <summary>A file a woman sent on the web chat: picture, voice note or PDF. Kept here, because no provider keeps it for us.</summary>
public sealed class WebUpload
{
    private WebUpload() { }

    public WebUpload(string id, string address, string name, string contentType, byte[] bytes, DateTimeOffset at) =>
        (Id, Address, Name, ContentType, Bytes, At) = (id, address, name, contentType, bytes, at);

    /// <summary>22 unguessable characters; part of the file's URL.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Her address on the web channel, dl_….</summary>
    public string Address { get; private set; } = "";

    /// <summary>As she named it, cleaned of paths and control characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Told by the bytes, not by the sender.</summary>
    public string ContentType { get; private set; } = "";
    public byte[] Bytes { get; private set; } = [];
    public DateTimeOffset At { get; private set; }
}
