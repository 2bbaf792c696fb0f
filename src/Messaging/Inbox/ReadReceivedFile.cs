using CoopAssistant.Messaging.Web;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>A file she sent on the web chat, for staff who may read her conversation.</summary>
public sealed class ReadReceivedFile(MessagingDb db, ProgrammeDb programme)
{
    /// <returns>Null where the ticket is not theirs to read, or the file is not of its conversation.</returns>
    public Task<WebUpload?> Handle(long ticketId, string fileId, Territory? territory, CancellationToken cancel) =>
        db.Tickets.AsNoTracking().Within(db, programme, territory).Where(t => t.Id == ticketId)
            .Join(db.Conversations, t => t.ConversationId, c => c.Id, (_, c) => c.ReplyAddress)
            .Join(db.WebUploads, address => address, file => file.Address, (_, file) => file)
            .SingleOrDefaultAsync(file => file.Id == fileId, cancel);
}
