using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations.PaperLists;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Contacts;

/// <summary>She has a chat: she wrote, or proved there who she is.</summary>
internal sealed class TraceWriters(MessagingDb db) : ITraceParticipants
{
    public async Task<IReadOnlyList<ParticipantId>> Touched(IReadOnlyList<ParticipantId> participants, CancellationToken cancel) =>
        await db.ContactParticipants.Where(l => participants.Contains(l.ParticipantId)).Select(l => l.ParticipantId).Distinct().ToListAsync(cancel);
}
