using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Places;

/// <summary>Places that women wrote and nobody has explained yet, those of most women first; and the spellings that staff added.</summary>
public sealed class ListUnknownPlaces(ProgrammeDb db)
{
    private const int MostAliases = 200;

    /// <param name="Words">One of the spellings.</param>
    /// <param name="Women">Registrations that wait for it.</param>
    public sealed record Line(string Country, string? RegionCode, string Plain, string Words, int Women, DateTimeOffset Since);

    public sealed record Request(Territory? Territory)
    {
        /// <summary>Part of the words; accents and capitals do not count. Null for all.</summary>
        public string? Text { get; init; }
        public int Skip { get; init; }

        /// <summary>1 to 100.</summary>
        public int Take { get; init; } = 25;
    }

    /// <param name="Total">Spellings on all pages.</param>
    public sealed record Result(IReadOnlyList<Line> Lines, int Total);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var open = db.UnknownPlaces.AsNoTracking().Within(request.Territory).Where(u => u.SettledAt == null);
        if (Plain.Of(request.Text) is { Length: > 0 } text) open = open.Where(u => u.Plain.Contains(text));
        var spellings = open.GroupBy(u => new { u.Country, u.RegionCode, u.Plain });
        var total = await spellings.Select(g => g.Key).CountAsync(cancel);
        var lines = await spellings
            .Select(g => new { g.Key.Country, g.Key.RegionCode, g.Key.Plain, Words = g.Min(u => u.Words)!, Women = g.Count(), Since = g.Min(u => u.At) })
            .OrderByDescending(g => g.Women).ThenBy(g => g.Plain).ThenBy(g => g.RegionCode).Skip(Math.Max(0, request.Skip)).Take(Math.Clamp(request.Take, 1, 100)).ToListAsync(cancel);
        return new([.. lines.Select(g => new Line(g.Country, g.RegionCode, g.Plain, g.Words, g.Women, g.Since))], total);
    }

    public Task<List<PlaceAlias>> Aliases(string? country, CancellationToken cancel) =>
        db.PlaceAliases.AsNoTracking().Where(a => country == null || a.Country == country).OrderByDescending(a => a.Id).Take(MostAliases).ToListAsync(cancel);
}
