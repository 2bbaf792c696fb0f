using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Contacts;

/// <summary>Documents and phones of the women who spoke on a contact: what messages that are shown in a list have to be searched for.</summary>
internal static class HerNumbers
{
    public static async Task<ILookup<long, string>> Of(MessagingDb db, ProgrammeDb programme, IEnumerable<long> contacts, CancellationToken cancel)
    {
        var asked = contacts.Distinct().ToList();
        var linked = await db.ContactParticipants.AsNoTracking().Where(l => asked.Contains(l.ContactId))
            .Join(programme.Participants, l => l.ParticipantId, p => p.Id, (l, p) => new { l.ContactId, p.Document, p.Phone }).ToListAsync(cancel);
        return linked.SelectMany(l => new[] { l.Document, l.Phone }.OfType<string>().Select(number => (l.ContactId, number))).ToLookup(l => l.ContactId, l => l.number);
    }
}
