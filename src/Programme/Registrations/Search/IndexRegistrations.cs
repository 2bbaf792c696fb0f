using System.Runtime.CompilerServices;
using System.Text;
using CoopAssistant.Programme.Groups;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>
/// Brings the search up to registrations that came in, changed or went. Runs behind and before each search, and not in her turn, which must stay light;
/// several at once wait for each other.
/// </summary>
public sealed class IndexRegistrations(ProgrammeDb db)
{
    public const int Batch = 500;
    private const int RowsAtOnce = 500;
    private const int FewAtOnce = 100;
    private static readonly TimeSpan JustNow = TimeSpan.FromSeconds(2);
    private const long Lock = 0x5EA2C4;

    private sealed record Waiting(Registration Registration, string? Document, string? Phone);

    private bool IsPostgres => db.Database.ProviderName?.Contains("Npgsql", StringComparison.Ordinal) == true;

    /// <returns>How many were indexed; less than <see cref="Batch"/> when nothing is left.</returns>
    public Task<int> Handle(CancellationToken cancel) => Handle(Batch, cancel);

    /// <summary>For the background: all that wait, or a few where women are registering in this moment, for on SQLite their turns wait meanwhile.</summary>
    public async Task WhenCalm(DateTimeOffset now, CancellationToken cancel)
    {
        var justNow = now - JustNow;
        if (await db.Registrations.AnyAsync(r => r.SubmittedAt > justNow, cancel)) await Handle(FewAtOnce, cancel);
        else while (await Handle(cancel) >= Batch) { }
    }

    private async Task<int> Handle(int batch, CancellationToken cancel)
    {
        if (!await db.Registrations.AnyAsync(r => !r.IsIndexed, cancel) && !await db.SearchEntries.AnyAsync(e => e.RegistrationId == null, cancel)) return 0;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (IsPostgres) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancel);
        var (changes, keys) = (new BitChanges(), new KeyChanges());
        var gone = await Forget(changes, batch, cancel);
        var waiting = await Locked(batch).Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new Waiting(r, p.Document, p.Phone)).ToListAsync(cancel);
        if (waiting.Count > 0) await Index(waiting, changes, keys, cancel);
        await changes.Write(db, cancel);
        await keys.Write(db, cancel);
        await transaction.CommitAsync(cancel);
        return Math.Max(gone, waiting.Count);
    }

    /// <summary>In no order, which would gather all that wait first. Those whom a turn is just changing are passed over on PostgreSQL: they stay marked. SQLite has one writer, which is this transaction.</summary>
    private IQueryable<Registration> Locked(int batch) =>
        IsPostgres
            ? db.Registrations.FromSql($"SELECT * FROM registrations WHERE NOT is_indexed LIMIT {batch} FOR NO KEY UPDATE SKIP LOCKED").AsNoTracking()
            : db.Registrations.FromSql($"SELECT * FROM registrations WHERE NOT is_indexed LIMIT {batch}").AsNoTracking();

    private async Task<int> Forget(BitChanges changes, int batch, CancellationToken cancel)
    {
        var gone = await db.SearchEntries.AsNoTracking().Where(e => e.RegistrationId == null).OrderBy(e => e.Position).Take(batch).ToListAsync(cancel);
        foreach (var entry in gone) changes.Move(entry.Position, Lines(entry.Terms), []);
        var positions = gone.ConvertAll(entry => entry.Position);
        if (gone.Count > 0) await db.SearchEntries.Where(e => positions.Contains(e.Position)).ExecuteDeleteAsync(cancel);
        return gone.Count;
    }

    private async Task Index(List<Waiting> waiting, BitChanges changes, KeyChanges keys, CancellationToken cancel)
    {
        var ids = waiting.ConvertAll(w => w.Registration.Id);
        var known = await db.SearchEntries.AsNoTracking().Where(e => EF.Parameter(ids).Contains(e.RegistrationId!.Value)).ToDictionaryAsync(e => e.RegistrationId!.Value, cancel);
        var standings = await Standings(waiting.ConvertAll(w => w.Registration.ParticipantId), cancel);
        var next = (await db.SearchEntries.MaxAsync(e => (int?)e.Position, cancel) ?? -1) + 1;
        var entries = new List<object[]>();
        foreach (var registration in waiting.Select(w => w.Registration))
        {
            var (before, terms) = (known.GetValueOrDefault(registration.Id), SearchTerms.Of(registration, standings.GetValueOrDefault(registration.ParticipantId)).ToList());
            var position = before?.Position ?? next++;
            changes.Move(position, before is null ? [] : Lines(before.Terms), terms);
            keys.Note(position, registration);
            entries.Add([position, registration.Id.Value, string.Join('\n', terms)]);
        }
        await Insert("INSERT INTO search_entries (position, registration_id, terms) VALUES", entries, "ON CONFLICT (position) DO UPDATE SET terms = excluded.terms", cancel);
        await Learn(waiting.SelectMany(w => SearchTerms.Words(w.Registration.SearchName, w.Registration.Community)).Distinct(StringComparer.Ordinal).ToList(), cancel);

        var again = known.Keys.ToList();
        if (again.Count > 0) await db.SearchCodes.Where(c => EF.Parameter(again).Contains(c.RegistrationId)).ExecuteDeleteAsync(cancel);
        await Insert(
            "INSERT INTO search_codes (code, registration_id) VALUES",
            [.. waiting.SelectMany(w => SearchCodes.Of(w.Registration.Folio, w.Document, w.Phone).Select(code => new object[] { code, w.Registration.Id.Value }))], "ON CONFLICT DO NOTHING", cancel);
        await db.Registrations.Where(r => EF.Parameter(ids).Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.IsIndexed, true), cancel);
    }

    /// <summary>Of those who are in a group that is not dissolved.</summary>
    private async Task<Dictionary<ParticipantId, Standing>> Standings(List<ParticipantId> women, CancellationToken cancel)
    {
        var groups = await db.GroupMembers.Where(m => EF.Parameter(women).Contains(m.ParticipantId) && m.State == MemberState.Member)
            .Join(db.Groups.Where(g => g.State != GroupState.Dissolved), m => m.GroupId, g => g.Id, (m, g) => new { m.ParticipantId, g.State }).ToListAsync(cancel);
        return groups.GroupBy(group => group.ParticipantId).ToDictionary(hers => hers.Key, hers => new Standing(true, hers.Any(group => group.State == GroupState.Cooperative)));
    }

    /// <summary>Words that nobody had before, in order, so that two who learn them at once do not wait for each other in a ring.</summary>
    private async Task Learn(List<string> words, CancellationToken cancel)
    {
        var known = await db.SearchWords.Where(w => EF.Parameter(words).Contains(w.Word)).Select(w => w.Word).ToListAsync(cancel);
        await Insert("INSERT INTO search_words (word) VALUES", [.. words.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(word => new object[] { word })], "ON CONFLICT DO NOTHING", cancel);
    }

    private static string[] Lines(string terms) => terms.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private Task Insert(string into, List<object[]> rows, string onConflict, CancellationToken cancel) => Insert(db, into, rows, onConflict, cancel);

    internal static async Task Insert(ProgrammeDb db, string into, IReadOnlyList<object[]> rows, string onConflict, CancellationToken cancel)
    {
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            var (text, at) = (new StringBuilder(into), 0);
            foreach (var row in some) text.Append(at == 0 ? " (" : ", (").AppendJoin(", ", row.Select(_ => $"{{{at++}}}")).Append(')');
            text.Append(' ').Append(onConflict);
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(text.ToString(), [.. some.SelectMany(row => row)]), cancel);
        }
    }
}
