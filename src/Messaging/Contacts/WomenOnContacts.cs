using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Contacts;

/// <summary>Who spoke on contacts, in the order in which they came there.</summary>
internal static class WomenOnContacts
{
    /// <param name="Numbers">Her document and phone: what messages that are shown in a list have to be searched for.</param>
    public sealed record Woman(string Name, IReadOnlyList<string> Numbers);

    public static async Task<ILookup<long, Woman>> Of(MessagingDb db, ProgrammeDb programme, IEnumerable<long> contacts, CancellationToken cancel)
    {
        var asked = contacts.Distinct().ToList();
        var linked = await db.ContactParticipants.AsNoTracking().Where(l => asked.Contains(l.ContactId))
            .Join(programme.Participants, l => l.ParticipantId, p => p.Id, (l, p) => new { l.ContactId, l.LinkedAt, p.GivenNames, p.Surnames, p.Document, p.Phone })
            .OrderBy(l => l.LinkedAt).ToListAsync(cancel);
        return linked.ToLookup(l => l.ContactId, l => new Woman($"{l.GivenNames} {l.Surnames}", [.. new[] { l.Document, l.Phone }.OfType<string>()]));
    }
}
