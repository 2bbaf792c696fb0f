using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>
/// Makes registrations that came in or were corrected findable. Runs before each search and not in her turn, which must stay light;
/// several at once are harmless.
/// </summary>
public sealed class IndexRegistrations(ProgrammeDb db)
{
    public const int Batch = 500;
    private const int RowsAtOnce = 500;

    /// <returns>How many were indexed; less than <see cref="Batch"/> when nothing is left.</returns>
    public async Task<int> Handle(CancellationToken cancel)
    {
        var waiting = await db.Registrations.AsNoTracking().Where(r => !r.IsIndexed).OrderBy(r => r.Id).Take(Batch)
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { r.Id, r.SearchName, r.Community, r.Folio, p.Document, p.Phone }).ToListAsync(cancel);
        if (waiting.Count == 0) return 0;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var word in waiting.SelectMany(r => IndexedWords.Words(r.SearchName, r.Community)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            await db.Database.ExecuteSqlAsync($"INSERT INTO search_words (word) VALUES ({word}) ON CONFLICT DO NOTHING", cancel);
        var ids = waiting.ConvertAll(r => r.Id);
        await db.RegistrationWords.Where(w => ids.Contains(w.RegistrationId)).ExecuteDeleteAsync(cancel);
        foreach (var some in waiting.SelectMany(r => IndexedWords.Of(r.SearchName, r.Community, r.Folio, r.Document, r.Phone).Select(word => (word, r.Id.Value))).Chunk(RowsAtOnce))
            await db.Database.ExecuteSqlAsync(Insert(some), cancel);
        await db.Registrations.Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.IsIndexed, true), cancel);
        await transaction.CommitAsync(cancel);
        return waiting.Count;
    }

    private static FormattableString Insert((string Word, Guid Id)[] rows)
    {
        var text = new StringBuilder("INSERT INTO registration_words (word, registration_id) VALUES ");
        for (var at = 0; at < rows.Length; at++) text.Append(at == 0 ? "" : ", ").Append("({").Append(2 * at).Append("}, {").Append((2 * at) + 1).Append("})");
        text.Append(" ON CONFLICT DO NOTHING");
        return FormattableStringFactory.Create(text.ToString(), [.. rows.SelectMany(row => new object[] { row.Word, row.Id })]);
    }
}
