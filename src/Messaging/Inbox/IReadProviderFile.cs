namespace CoopAssistant.Messaging.Inbox;

/// <summary>Fetches files that a channel's provider keeps for us, with our credentials. Implemented beside each vendor.</summary>
public interface IReadProviderFile
{
    /// <summary>Null for an address that is not this provider's, and where the file is gone or too large.</summary>
    Task<ProviderFile?> Read(string url, CancellationToken cancel);
}

/// <param name="Name">As she named it; null where the provider does not say.</param>
public sealed record ProviderFile(string ContentType, byte[] Bytes, string? Name = null);
