using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>A file that a woman sent, for staff who may see her conversation.</summary>
public sealed class ReadMessageFile(MessagingDb db, ReadTicket tickets, IEnumerable<IReadProviderFile> providers)
{
    private const string Upload = "/attachments/";

    /// <param name="index">Which of the message's files, from 0.</param>
    /// <returns>Null where there is none, it is gone, or the ticket lies outside the territory.</returns>
    public async Task<ProviderFile?> Handle(long ticketId, long messageId, int index, Territory? territory, CancellationToken cancel)
    {
        if (await tickets.Handle(ticketId, territory, cancel) is not { } ticket) return null;
        var extras = await db.Messages.AsNoTracking().Where(m => m.Id == messageId && m.ConversationId == ticket.ConversationId).Select(m => m.Extras).SingleOrDefaultAsync(cancel);
        var files = MessageExtras.Read(extras).Received;
        if (index < 0 || index >= files.Count) return null;

        var url = files[index].Url;
        if (url.StartsWith('/')) return await Kept(url, ticket.ConversationId, cancel);
        foreach (var provider in providers)
            if (await provider.Read(url, cancel) is { } file)
                return file;
        return null;
    }

    /// <summary>Files of the web chat lie in our own table.</summary>
    private async Task<ProviderFile?> Kept(string url, long contact, CancellationToken cancel)
    {
        var at = url.IndexOf(Upload, StringComparison.Ordinal);
        if (at < 0) return null;
        var id = url[(at + Upload.Length)..].Split('/')[0];
        var own = db.Addresses.Where(a => a.ContactId == contact).Select(a => a.Address);
        return await db.WebUploads.AsNoTracking().Where(u => u.Id == id && own.Contains(u.Address)).Select(u => new ProviderFile(u.ContentType, u.Bytes, u.Name)).SingleOrDefaultAsync(cancel);
    }
}
