using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Contacts;

/// <summary>A participant spoke on this contact: she registered here, or proved herself here. The first link is her home, where she is told news. Repeating it changes nothing.</summary>
public sealed class LinkParticipant(MessagingDb db, TimeProvider clock)
{
    public async Task Handle(long contactId, ParticipantId participant, CancellationToken cancel)
    {
        if (await db.ContactParticipants.AnyAsync(link => link.ContactId == contactId && link.ParticipantId == participant, cancel)) return;
        db.ContactParticipants.Add(new ContactParticipant(contactId, participant, clock.GetUtcNow()));
        await db.SaveAsync(cancel);
    }
}
