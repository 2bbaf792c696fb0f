using CoopAssistant.Programme.Participants;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.PaperLists;

/// <summary>Whether anything happened to a participant outside Programme: she wrote, she learnt. Asked before she is taken away.</summary>
public interface ITraceParticipants
{
    /// <summary>Those of them to whom something happened.</summary>
    Task<IReadOnlyList<ParticipantId>> Touched(IReadOnlyList<ParticipantId> participants, CancellationToken cancel);
}

/// <summary>Throws a checked list away, or takes back a whole import while nothing has happened to any of its women.</summary>
public sealed class UndoPaperList(ProgrammeDb db, IEnumerable<ITraceParticipants> traces)
{
    /// <param name="InTheWay">Folios of registrations on which somebody has worked, or whose women wrote; with any, nothing was undone.</param>
    public sealed record Result(bool IsFound, IReadOnlyList<string> InTheWay)
    {
        public bool IsUndone => IsFound && InTheWay.Count == 0;
    }

    public async Task<bool> Discard(long list, string author, Territory? territory, CancellationToken cancel)
    {
        if (await db.PaperLists.VisibleTo(author, territory).SingleOrDefaultAsync(l => l.Id == list && l.State == PaperListState.Checked, cancel) is not { } found) return false;
        db.PaperLists.Remove(found);
        await db.SaveAsync(cancel);
        return true;
    }

    public async Task<Result> Undo(long list, string author, Territory? territory, CancellationToken cancel)
    {
        var found = await db.PaperLists.VisibleTo(author, territory).SingleOrDefaultAsync(l => l.Id == list && l.State == PaperListState.Imported, cancel);
        if (found is null) return new(false, []);
        var rows = await db.PaperRows.Where(r => r.ListId == list).ToListAsync(cancel);
        var registrations = await db.Registrations.Where(r => db.PaperRows.Any(p => p.ListId == list && p.RegistrationId == r.Id)).ToListAsync(cancel);
        var inTheWay = await Worked(registrations, cancel);
        if (inTheWay.Count > 0) return new(true, [.. registrations.Where(r => inTheWay.Contains(r.Id)).Select(r => r.Folio)]);

        var women = await db.Participants.Where(p => db.Registrations.Any(r => r.ParticipantId == p.Id && db.PaperRows.Any(row => row.ListId == list && row.RegistrationId == r.Id))).ToListAsync(cancel);
        await Unflag(women, registrations, cancel);
        db.UnknownPlaces.RemoveRange(await db.UnknownPlaces.Where(u => db.PaperRows.Any(p => p.ListId == list && p.RegistrationId == u.RegistrationId)).ToListAsync(cancel));
        db.PaperRows.RemoveRange(rows);
        db.Registrations.RemoveRange(registrations);
        db.Participants.RemoveRange(women);
        found.Undo();
        await db.SaveAsync(cancel);
        return new(true, []);
    }

    private async Task<HashSet<RegistrationId>> Worked(List<Registration> registrations, CancellationToken cancel)
    {
        var worked = registrations.Where(r => r.Version > 0 || r.AssignedTo is not null).Select(r => r.Id).ToHashSet();
        foreach (var some in registrations.Chunk(500))
        {
            var (ids, women) = (some.Select(r => r.Id).ToList(), some.Select(r => r.ParticipantId).ToList());
            worked.UnionWith(await db.RegistrationNotes.Where(n => ids.Contains(n.RegistrationId)).Select(n => n.RegistrationId).ToListAsync(cancel));
            foreach (var verdict in await db.DuplicateVerdicts.AsNoTracking().Where(v => ids.Contains(v.First) || ids.Contains(v.Second)).ToListAsync(cancel)) worked.UnionWith([verdict.First, verdict.Second]);
            var touched = await db.GroupMembers.Where(m => women.Contains(m.ParticipantId)).Select(m => m.ParticipantId).ToListAsync(cancel);
            touched.AddRange(await db.ReferralPeople.Where(p => women.Contains(p.ParticipantId)).Select(p => p.ParticipantId).ToListAsync(cancel));
            touched.AddRange(await db.MeetingGuests.Where(g => women.Contains(g.ParticipantId)).Select(g => g.ParticipantId).ToListAsync(cancel));
            touched.AddRange(await db.Registrations.Where(r => women.Contains(r.ParticipantId) && !ids.Contains(r.Id)).Select(r => r.ParticipantId).ToListAsync(cancel));
            foreach (var trace in traces) touched.AddRange(await trace.Touched(women, cancel));
            worked.UnionWith(some.Where(r => touched.Contains(r.ParticipantId)).Select(r => r.Id));
        }
        worked.IntersectWith(registrations.Select(r => r.Id));
        return worked;
    }

    /// <summary>Who shared a document only with women of the list is marked no longer.</summary>
    private async Task Unflag(List<Participant> women, List<Registration> registrations, CancellationToken cancel)
    {
        var (going, documents) = (registrations.Select(r => r.Id).ToHashSet(), women.Select(p => p.Document).OfType<string>().ToList());
        foreach (var some in documents.Chunk(500))
        {
            var sharing = await db.Registrations.Where(r => r.HasDuplicateDocument)
                .Join(db.Participants.Where(p => p.Document != null && some.Contains(p.Document)), r => r.ParticipantId, p => p.Id, (r, p) => new { Registration = r, p.Document }).ToListAsync(cancel);
            foreach (var left in sharing.Where(s => !going.Contains(s.Registration.Id)).GroupBy(s => s.Document, StringComparer.Ordinal).Where(g => g.Count() == 1)) left.Single().Registration.FlagDuplicate(false);
        }
    }
}
