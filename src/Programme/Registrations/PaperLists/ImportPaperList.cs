using CoopAssistant.Programme.Audit;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.PaperLists;

/// <summary>Registers the women of a checked list, one by one, each in a transaction of her own: what stopped in the middle goes on where it was.</summary>
public sealed class ImportPaperList(ProgrammeDb db, SubmitRegistration submit, TimeProvider clock)
{
    /// <summary>From now on the list is work for whoever imports. False where it was begun before, or is not there.</summary>
    public async Task<bool> Begin(long list, string author, Territory? territory, CancellationToken cancel)
    {
        var found = await db.PaperLists.VisibleTo(author, territory).SingleOrDefaultAsync(l => l.Id == list, cancel);
        if (found?.Begin() != true) return false;
        await db.SaveAsync(cancel);
        return true;
    }

    /// <summary>Lists that were begun and are not finished, oldest first.</summary>
    public Task<List<long>> Begun(CancellationToken cancel) =>
        db.PaperLists.Where(l => l.State == PaperListState.Importing).OrderBy(l => l.Id).Select(l => l.Id).ToListAsync(cancel);

    /// <summary>Registers the next woman of the list. To be called in a scope of its own for each.</summary>
    /// <returns>False where none was left: the list is finished.</returns>
    /// <exception cref="DbUpdateException">Somebody else registered her just now, or the drawn folio is taken: call again.</exception>
    public async Task<bool> Next(long list, CancellationToken cancel)
    {
        var row = await db.PaperRows.Include(r => r.List).Where(r => r.ListId == list && r.RegistrationId == null).OrderBy(r => r.Line).FirstOrDefaultAsync(cancel);
        if (row is null)
        {
            if (await db.PaperLists.SingleOrDefaultAsync(l => l.Id == list, cancel) is { } done && done.Finish()) await db.SaveAsync(cancel);
            return false;
        }
        var draft = PaperDraftJson.Read(row.DraftJson!);
        var id = RegistrationId.New(clock);
        row.Registered(id);
        db.ChangeEntries.Add(new ChangeEntry(row.List.UploadedBy, ChangeAction.Imported, nameof(Registration), id.Value.ToString(), null, clock.GetUtcNow()));
        await submit.Handle(
            new(ParticipantId.New(clock), id, Folio.Draw(row.List.Country), row.List.Country, draft.GivenNames, draft.Surnames, draft.BirthYear, draft.Document, draft.PinHash, draft.Phone, draft.Language, draft.PrefersAudio, draft.Answers) { Source = RegistrationSource.Paper },
            cancel);
        return true;
    }
}
