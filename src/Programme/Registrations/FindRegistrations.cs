using CoopAssistant.Programme.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations;

/// <summary>The staff's list: one page of registrations, and how many there are in each status.</summary>
public sealed class FindRegistrations(ProgrammeDb db)
{
    public const int LargestPage = 200;
    private const int MostWords = 8;

    /// <param name="Territory">What the member of staff may see; null for everything.</param>
    public sealed record Request(Territory? Territory)
    {
        public string? Country { get; init; }

        /// <summary>Code of a first-level place.</summary>
        public string? Region { get; init; }
        public RegistrationStatus? Status { get; init; }

        /// <summary>Words of name, folio, document, phone or community; each must be found, accents and capitals do not count.</summary>
        public string? Text { get; init; }
        public bool OnlyDuplicates { get; init; }
        public RegistrationOrder Order { get; init; }
        public int Skip { get; init; }

        /// <summary>1 to <see cref="LargestPage"/>.</summary>
        public int Take { get; init; } = 25;
    }

    /// <param name="Total">Registrations on all pages.</param>
    /// <param name="Counts">Registrations in each status under the same filters but the status; statuses without any are missing.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Total, IReadOnlyDictionary<RegistrationStatus, int> Counts);

    /// <summary>A line of the list. Neither document nor phone: those are seen one by one, and that is logged.</summary>
    public sealed record Row(
        RegistrationId Id, string Folio, string GivenNames, string Surnames, string Country, string? RegionCode, string? PlaceCode, string? Community,
        string? Rubro, RegistrationStatus Status, DateTimeOffset SubmittedAt, DateTimeOffset ChangedAt, bool HasDuplicateDocument);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = Filter(request);
        var counts = await found.GroupBy(r => r.Status).Select(group => new { Status = group.Key, Count = group.Count() }).ToDictionaryAsync(c => c.Status, c => c.Count, cancel);
        if (request.Status is { } status) found = found.Where(r => r.Status == status);

        var rows = await Sort(found, request.Order).Skip(Math.Max(0, request.Skip)).Take(Math.Clamp(request.Take, 1, LargestPage))
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new Row(
                r.Id, r.Folio, p.GivenNames, p.Surnames, r.Country, r.RegionCode, r.PlaceCode, r.Community,
                r.Rubro, r.Status, r.SubmittedAt, r.ChangedAt, r.HasDuplicateDocument))
            .ToListAsync(cancel);
        return new Result(rows, request.Status is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum(), counts);
    }

    private IQueryable<Registration> Filter(Request request)
    {
        var found = db.Registrations.AsNoTracking().Within(request.Territory);
        if (request.Country is { } country) found = found.Where(r => r.Country == country);
        if (request.Region is { } region) found = found.Where(r => r.RegionCode == region);
        if (request.OnlyDuplicates) found = found.Where(r => r.HasDuplicateDocument);
        foreach (var typed in (request.Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            // "PA-4829-1736" is stored without hyphens, "Villa-Lobos" as two words: either will do.
            var (word, code) = (Plain.Of(typed), Plain.Squeezed(typed));
            if (code.Length == 0) continue;
            found = word == code ? found.Where(r => r.SearchText.Contains(code)) : found.Where(r => r.SearchText.Contains(word) || r.SearchText.Contains(code));
        }
        return found;
    }

    /// <summary>The id settles what is equal, so that no registration is on two pages.</summary>
    private static IQueryable<Registration> Sort(IQueryable<Registration> found, RegistrationOrder order) => order switch
    {
        RegistrationOrder.OldestFirst => found.OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id),
        RegistrationOrder.LastChangedFirst => found.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Id),
        RegistrationOrder.Name => found.OrderBy(r => r.SearchName).ThenBy(r => r.Id),
        _ => found.OrderByDescending(r => r.SubmittedAt).ThenByDescending(r => r.Id),
    };
}

public enum RegistrationOrder { NewestFirst, OldestFirst, LastChangedFirst, Name }
