using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.PaperLists;

/// <summary>Paper lists as staff see them.</summary>
public sealed class ReadPaperLists(ProgrammeDb db)
{
    private const int Most = 100;

    /// <param name="Rows">Women in it.</param>
    /// <param name="Registered">Of them already registered.</param>
    public sealed record Line(long Id, string Country, string OfficeCode, string FileName, string UploadedBy, DateTimeOffset UploadedAt, PaperListState State, int Rows, int Registered);

    /// <param name="Registration">Null before she is registered.</param>
    public sealed record Woman(int Number, RegistrationId? Registration, string? Folio, string Name, string? Resembles);

    /// <summary>Newest first.</summary>
    public Task<List<Line>> All(string staff, Territory? territory, CancellationToken cancel) =>
        Lines(db.PaperLists.AsNoTracking().VisibleTo(staff, territory).OrderByDescending(l => l.Id).Take(Most)).ToListAsync(cancel);

    public Task<Line?> Handle(long id, string staff, Territory? territory, CancellationToken cancel) =>
        Lines(db.PaperLists.AsNoTracking().VisibleTo(staff, territory).Where(l => l.Id == id)).SingleOrDefaultAsync(cancel);

    /// <summary>Who is in it, by line of the file.</summary>
    public async Task<IReadOnlyList<Woman>> Women(long list, int skip, int take, CancellationToken cancel)
    {
        var rows = await db.PaperRows.AsNoTracking().Where(r => r.ListId == list).OrderBy(r => r.Line).Skip(skip).Take(take)
            .Select(r => new
            {
                r.Line, r.RegistrationId, r.DraftJson, r.Resembles, Folio = db.Registrations.Where(x => x.Id == r.RegistrationId).Select(x => x.Folio).FirstOrDefault(),
                Name = db.Registrations.Where(x => x.Id == r.RegistrationId).Join(db.Participants, x => x.ParticipantId, p => p.Id, (_, p) => p.GivenNames + " " + p.Surnames).FirstOrDefault(),
            }).ToListAsync(cancel);
        return rows.ConvertAll(r => new Woman(r.Line, r.RegistrationId, r.Folio, r.Name ?? (r.DraftJson is { } draft ? NameOf(PaperDraftJson.Read(draft)) : ""), r.Resembles));
    }

    private static string NameOf(RegistrationDraft draft) => $"{draft.GivenNames} {draft.Surnames}".Trim();

    private IQueryable<Line> Lines(IQueryable<PaperList> lists) => lists.Select(l => new Line(
        l.Id, l.Country, l.OfficeCode, l.FileName, l.UploadedBy, l.UploadedAt, l.State,
        db.PaperRows.Count(r => r.ListId == l.Id), db.PaperRows.Count(r => r.ListId == l.Id && r.RegistrationId != null)));
}
