using System.Text.Json;
using System.Text.Json.Serialization;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.PaperLists;

/// <summary>
/// Reads a paper list and registers nobody: says of each line what is wrong with it, who did not agree, what was there before and who may be registered already.
/// The good lines wait under a number until they are imported or thrown away; the same file again finds nothing new.
/// </summary>
public sealed class CheckPaperList(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    private static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    /// <param name="Lines">With their numbers in the file; the first is the heading.</param>
    public sealed record Request(
        string Country, string Office, string FileName, IReadOnlyList<(int Number, IReadOnlyList<string> Cells)> Lines, string Author, Territory? Territory);

    /// <param name="List">Null where no line is good and new.</param>
    /// <param name="MissingColumns">With any, no line was read.</param>
    /// <param name="Declined">Lines of women who did not agree.</param>
    /// <param name="Known">Lines that are in a list already, this one included.</param>
    /// <param name="Outside">Lines whose place is not in the author's territory.</param>
    public sealed record Result(
        long? List, int Ready, IReadOnlyList<string> MissingColumns, IReadOnlyList<(int Line, IReadOnlyList<CellProblem> Problems)> Bad,
        IReadOnlyList<int> Declined, IReadOnlyList<int> Known, IReadOnlyList<int> Outside, IReadOnlyList<(int Line, string Folios)> Resembling);

    private sealed record Ready(int Line, PaperLine.Good Good);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pack = packs.Find(request.Country) ?? throw new ArgumentException("There is no such programme.", nameof(request));
        var (at, missing) = PaperSheet.Match(pack.Form, request.Lines.Count == 0 ? [] : request.Lines[0].Cells);
        if (missing.Count > 0) return new(null, 0, missing, [], [], [], [], []);

        var now = clock.GetUtcNow();
        await ThrowAwayOld(request.Author, now, cancel);
        var (ready, bad, declined, outside) = (new List<Ready>(), new List<(int, IReadOnlyList<CellProblem>)>(), new List<int>(), new List<int>());
        foreach (var (number, cells) in request.Lines.Skip(1).Take(PaperSheet.MostLines))
            switch (PaperLine.Read(pack, pack.DayOf(now), at.ToDictionary(column => column.Key, column => cells.ElementAtOrDefault(column.Value) ?? "", StringComparer.Ordinal)))
            {
                case PaperLine.Good good when request.Territory?.Covers(request.Country, good.Draft.Answers.RegionCode, good.Draft.Answers.PlaceCode) == false: outside.Add(number); break;
                case PaperLine.Good good: ready.Add(new(number, good)); break;
                case PaperLine.Bad problems: bad.Add((number, problems.Problems)); break;
                case PaperLine.Declined: declined.Add(number); break;
            }
        var fresh = await New(ready, cancel);
        var known = ready.Except(fresh).Select(line => line.Line).ToList();
        if (fresh.Count == 0) return new(null, 0, [], bad, declined, known, outside, []);

        var alike = await new ResemblingRegistrations(db).Of(request.Country, request.Territory, [.. fresh.Select(line => line.Good.Draft)], cancel);
        var list = new PaperList(request.Country, request.Office, request.FileName, request.Author, now);
        db.PaperLists.Add(list);
        db.PaperRows.AddRange(fresh.Select(line => new PaperRow(list, line.Line, line.Good.Key, PaperDraftJson.Write(line.Good.Draft), line.Good.ConsentBy, line.Good.ConsentOn, alike.GetValueOrDefault(line.Good.Draft))));
        await db.SaveAsync(cancel);
        return new(list.Id, fresh.Count, [], bad, declined, known, outside, [.. fresh.Where(line => alike.ContainsKey(line.Good.Draft)).Select(line => (line.Line, alike[line.Good.Draft]))]);
    }

    /// <summary>Each woman once: of lines that say the same the first.</summary>
    private async Task<List<Ready>> New(List<Ready> ready, CancellationToken cancel)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var keys in ready.Select(line => line.Good.Key).Distinct(StringComparer.Ordinal).Chunk(500))
            known.UnionWith(await db.PaperRows.Where(r => keys.Contains(r.Key)).Select(r => r.Key).ToListAsync(cancel));
        return [.. ready.Where(line => known.Add(line.Good.Key))];
    }

    /// <summary>Lists that nobody imported within a day, and the author's own before this one.</summary>
    private async Task ThrowAwayOld(string author, DateTimeOffset now, CancellationToken cancel)
    {
        var before = now - Waits;
        db.PaperLists.RemoveRange(await db.PaperLists.Where(l => l.State == PaperListState.Checked && (l.UploadedBy == author || l.UploadedAt < before)).ToListAsync(cancel));
        await db.SaveAsync(cancel);
    }
}

/// <summary>A line as it waits for its import.</summary>
internal static class PaperDraftJson
{
    public static string Write(RegistrationDraft draft) => JsonSerializer.Serialize(draft, PaperDraftContext.Default.RegistrationDraft);

    public static RegistrationDraft Read(string json) => JsonSerializer.Deserialize(json, PaperDraftContext.Default.RegistrationDraft)!;
}

[JsonSerializable(typeof(RegistrationDraft))]
internal sealed partial class PaperDraftContext : JsonSerializerContext;
