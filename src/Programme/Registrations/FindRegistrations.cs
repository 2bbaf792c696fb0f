using CoopAssistant.Programme.Registrations.Search;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations;

/// <summary>The staff's list: one page of registrations, and how many there are in each status.</summary>
public sealed class FindRegistrations(ProgrammeDb db, IndexRegistrations index, SearchVocabulary vocabulary, ReadServiceBook service, TimeProvider clock)
{
    public const int LargestPage = 200;

    /// <summary>Counts stop here: nobody pages further, and a million rows are not counted for a number nobody reads.</summary>
    public const int MostCounted = 10_000;

    /// <param name="Territory">What the member of staff may see; null for everything.</param>
    public sealed record Request(Territory? Territory)
    {
        public string? Country { get; init; }

        /// <summary>Code of a first-level place.</summary>
        public string? Region { get; init; }
        public RegistrationStatus? Status { get; init; }

        /// <summary>Words of name, folio, document, phone or community; each must be found, accents, capitals and small mistakes do not count.</summary>
        public string? Text { get; init; }
        public bool OnlyDuplicates { get; init; }

        /// <summary>Those whose women sent what was missing, and nobody took the next step since.</summary>
        public bool OnlyNewInformation { get; init; }

        /// <summary>Staff id: only what was given to her or him.</summary>
        public string? AssignedTo { get; init; }

        /// <summary>Staff id: only what was given to her or him, or to nobody.</summary>
        public string? MineOrFree { get; init; }

        /// <summary>Only what nobody looked at within what its office promises; with <see cref="ServiceLevel.Administrator"/> within the second limit.</summary>
        public ServiceLevel? Late { get; init; }

        /// <summary>What leads here from figures; null for everything.</summary>
        public RegistrationFacts? Facts { get; init; }
        public RegistrationOrder Order { get; init; }
        public int Skip { get; init; }

        /// <summary>1 to <see cref="LargestPage"/>.</summary>
        public int Take { get; init; } = 25;
    }

    /// <param name="Total">Registrations on all pages, as far as they were counted.</param>
    /// <param name="HasMore">There are more than <paramref name="Total"/> says.</param>
    /// <param name="Counts">
    /// Registrations in each status under the same filters but the status, likewise counted; statuses without any are missing. Null where counting
    /// would take longer than anybody waits: many hold every word that was typed.
    /// </param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Total, bool HasMore, IReadOnlyDictionary<RegistrationStatus, int>? Counts);

    /// <summary>The same where every typed word is common: they are looked for one by one.</summary>
    private const int MostCountedOfWords = 1_000;

    /// <summary>A line of the list. Neither document nor phone: those are seen one by one, and that is logged.</summary>
    public sealed record Row(
        RegistrationId Id, string Folio, string GivenNames, string Surnames, string Country, string? RegionCode, string? PlaceCode, string? Community,
        string? Rubro, RegistrationStatus Status, DateTimeOffset SubmittedAt, DateTimeOffset ChangedAt, bool HasDuplicateDocument, string? AssignedTo);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = await Filter(request, cancel);
        var counts = found.IsCommon ? null : IsFewByItself(request) ? await CountsAtOnce(found.Registrations, cancel) : await Counts(found.Registrations, cancel);
        if (request.Status is { } status) found = found.Where(status);
        return Counted(await Rows(found.Registrations, request, cancel), counts is null ? await Count(found.Counted, MostCountedOfWords, cancel) : Total(counts, request.Status), found.IsCommon, counts);
    }

    /// <summary>The same without the counts of the other statuses, which cost more than the page.</summary>
    public async Task<Result> Page(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = await Filter(request, cancel);
        if (request.Status is { } status) found = found.Where(status);
        return Counted(await Rows(found.Registrations, request, cancel), await Count(found.Counted, found.IsCommon ? MostCountedOfWords : MostCounted, cancel), found.IsCommon, null);
    }

    /// <summary>The registrations a request finds, for who goes through all of them.</summary>
    public async Task<IQueryable<Registration>> All(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = await Filter(request, cancel);
        if (request.Status is { } status) found = found.Where(status);
        return Sort(found.Registrations, request.Order);
    }

    private static async Task<Dictionary<RegistrationStatus, int>> Counts(IQueryable<Registration> found, CancellationToken cancel)
    {
        var counts = new Dictionary<RegistrationStatus, int>();
        foreach (var status in Enum.GetValues<RegistrationStatus>())
            if (await Count(found.Where(r => r.Status == status), MostCounted, cancel) is > 0 and var count)
                counts.Add(status, count);
        return counts;
    }

    /// <summary>What has an index of its own that holds little: it is gone through once, whatever the statuses.</summary>
    private static bool IsFewByItself(Request request) => request.OnlyDuplicates || request.OnlyNewInformation || request.AssignedTo is not null;

    private static async Task<Dictionary<RegistrationStatus, int>> CountsAtOnce(IQueryable<Registration> found, CancellationToken cancel) =>
        await found.GroupBy(r => r.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => Math.Min(g.Count, MostCounted + 1), cancel);

    private static int Total(Dictionary<RegistrationStatus, int> counts, RegistrationStatus? status) =>
        status is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum();

    private static Result Counted(IReadOnlyList<Row> rows, int total, bool isCommon, IReadOnlyDictionary<RegistrationStatus, int>? counts)
    {
        var most = isCommon ? MostCountedOfWords : MostCounted;
        return new Result(rows, Math.Min(total, most), total > most, counts);
    }

    /// <returns>One more than <paramref name="most"/> where there are more.</returns>
    private static Task<int> Count(IQueryable<Registration> found, int most, CancellationToken cancel) => found.Select(r => r.Id).Take(most + 1).CountAsync(cancel);

    private Task<List<Row>> Rows(IQueryable<Registration> found, Request request, CancellationToken cancel) =>
        Sort(found, request.Order).Skip(Math.Max(0, request.Skip)).Take(Math.Clamp(request.Take, 1, LargestPage))
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new Row(
                r.Id, r.Folio, p.GivenNames, p.Surnames, r.Country, r.RegionCode, r.PlaceCode, r.Community,
                r.Rubro, r.Status, r.SubmittedAt, r.ChangedAt, r.HasDuplicateDocument, r.AssignedTo))
            .ToListAsync(cancel);

    /// <param name="Counted">The same registrations by the way on which they are counted soonest.</param>
    /// <param name="IsCommon">So many hold the typed words that they are not counted.</param>
    private sealed record Found(IQueryable<Registration> Registrations, IQueryable<Registration> Counted, bool IsCommon)
    {
        public Found Where(RegistrationStatus status) => this with { Registrations = Registrations.Where(r => r.Status == status), Counted = Counted.Where(r => r.Status == status) };
    }

    private async Task<Found> Filter(Request request, CancellationToken cancel)
    {
        var found = db.Registrations.AsNoTracking().Within(request.Territory);
        if (request.Country is { } country) found = found.Where(r => r.Country == country);
        if (request.Region is { } region) found = found.Where(r => r.RegionCode == region);
        if (request.OnlyDuplicates) found = found.Where(r => r.HasDuplicateDocument);
        if (request.OnlyNewInformation) found = found.Where(r => r.NewInformationAt != null);
        if (request.AssignedTo is { } staff) found = found.Where(r => r.AssignedTo == staff);
        if (request.MineOrFree is { } mine) found = found.Where(r => r.AssignedTo == null || r.AssignedTo == mine);
        if (request.Late is { } level) found = await LateIn(found, level, cancel);
        if (request.Facts is { } facts) found = facts.On(found, db);
        if (string.IsNullOrWhiteSpace(request.Text)) return new(found, found, IsCommon: false);

        await index.Handle(cancel);
        await vocabulary.Refresh(db, cancel);
        if (await WordFilter.Of(request.Text, db, vocabulary, cancel) is not { } words) return new(found, found, IsCommon: false);
        return new(words.On(found, db), words.Counting(found, db), words.Rarest is null);
    }

    private async Task<IQueryable<Registration>> LateIn(IQueryable<Registration> found, ServiceLevel level, CancellationToken cancel)
    {
        var (book, now) = (await service.Handle(cancel), clock.GetUtcNow());
        return LateRegistrations.In(found, book, level, now);
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
