using CoopAssistant.Programme.Registrations.Search;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations;

/// <summary>The staff's list: one page of registrations, and how many there are in each status.</summary>
public sealed class FindRegistrations(ProgrammeDb db, AskIndex ask, ReadRows read, ReadServiceBook service, TimeProvider clock)
{
    public const int LargestPage = 200;

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

        /// <summary>Up to <see cref="LargestPage"/>; 0 for how many there are alone.</summary>
        public int Take { get; init; } = 25;
    }

    /// <param name="Total">Registrations on all pages, as far as they were counted.</param>
    /// <param name="HasMore">There are more than <paramref name="Total"/> says.</param>
    /// <param name="Counts">
    /// Registrations in each status under the same filters but the status; one more than <see cref="CappedCount.Most"/> where counting stopped. Statuses
    /// without any are missing. Null where nobody asked.
    /// </param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Total, bool HasMore, IReadOnlyDictionary<RegistrationStatus, int>? Counts)
    {
        /// <summary>Counting stopped somewhere: a count above <see cref="CappedCount.Most"/> says no more than that.</summary>
        public bool IsCapped { get; init; }
    }

    /// <summary>A line of the list. Neither document nor phone: those are seen one by one, and that is logged.</summary>
    public sealed record Row(
        RegistrationId Id, string Folio, string GivenNames, string Surnames, string Country, string? RegionCode, string? PlaceCode, string? Community,
        string? Rubro, RegistrationStatus Status, DateTimeOffset SubmittedAt, DateTimeOffset ChangedAt, bool HasDuplicateDocument, string? AssignedTo);

    public Task<Result> Handle(Request request, CancellationToken cancel) => Find(request, withCounts: true, cancel);

    /// <summary>The same without the counts of each status.</summary>
    public Task<Result> Page(Request request, CancellationToken cancel) => Find(request, withCounts: false, cancel);

    /// <summary>The registrations a request finds, for who goes through all of them.</summary>
    public async Task<IQueryable<Registration>> All(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = await Filter(request, cancel);
        if (Typed.Read(request.Text).Count > 0 && await ask.Handle(request, cancel) is { } answer) found = Among(found, answer.All);
        return Sort(In(found, request.Status), request.Order);
    }

    private async Task<Result> Find(Request request, bool withCounts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (isTyped, isSaid) = (Typed.Read(request.Text).Count > 0, AskIndex.CanSay(request.Facts));
        var isWorthAsking = isTyped || (isSaid && (request.Late is null || request.Facts is not null));
        if (!isWorthAsking || await ask.Handle(request, cancel) is not { } answer) return await FromRows(await Filter(request, cancel), request, withCounts, cancel);
        if (request.Late is not null || !isSaid) return await FromRows(Narrowed(await Filter(request, cancel), request, answer), request, withCounts, cancel);

        var counts = answer.ByStatus.Select(one => (Status: one.Key, one.Value.Count)).Where(one => one.Count > 0).ToDictionary(one => one.Status, one => one.Count);
        var found = request.Status is { } status ? answer.ByStatus[status] : answer.All;
        return new Result(request.Take == 0 ? [] : await read.Handle(found, answer.Of(request.Status), request, cancel), found.Count, HasMore: false, withCounts ? counts : null);
    }

    /// <summary>What is late depends on the hour and on each office's calendar, so that the rows are asked; but only those that the index finds, where these are few.</summary>
    private IQueryable<Registration> Narrowed(IQueryable<Registration> registrations, Request request, AskIndex.Answer answer)
    {
        var found = request.Late is null ? answer.All : answer.ByStatus[RegistrationStatus.Received];
        return answer.IsTyped || found.Count <= CappedCount.Most ? Among(registrations, found) : registrations;
    }

    private IQueryable<Registration> Among(IQueryable<Registration> registrations, Bitmap found)
    {
        int[] positions = [.. found.Positions];
        return registrations.Where(r => db.SearchEntries.Where(e => EF.Parameter(positions).Contains(e.Position)).Select(e => e.RegistrationId).Contains(r.Id));
    }

    private static async Task<Dictionary<RegistrationStatus, int>> Counts(IQueryable<Registration> found, Request request, CancellationToken cancel)
    {
        var counts = new Dictionary<RegistrationStatus, int>();
        foreach (var status in request.Late is null ? Enum.GetValues<RegistrationStatus>() : RegistrationWaits.ForReview)
            if (await Count(In(found, status), cancel) is > 0 and var count)
                counts.Add(status, count);
        return counts;
    }

    private async Task<Result> FromRows(IQueryable<Registration> found, Request request, bool withCounts, CancellationToken cancel)
    {
        var counts = withCounts ? await Counts(found, request, cancel) : null;
        found = In(found, request.Status);
        var total = counts is null ? await Count(found, cancel) : request.Status is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum();
        var capped = CappedCount.Of(total);
        return new Result(request.Take == 0 ? [] : await Rows(found, request, cancel), capped.Total, capped.HasMore, counts) { IsCapped = capped.HasMore || counts?.Values.Any(count => count > CappedCount.Most) == true };
    }

    /// <returns>One more than <see cref="CappedCount.Most"/> where there are more.</returns>
    private static Task<int> Count(IQueryable<Registration> found, CancellationToken cancel) => found.Select(r => r.Id).Take(CappedCount.Most + 1).CountAsync(cancel);

    private Task<List<Row>> Rows(IQueryable<Registration> found, Request request, CancellationToken cancel) =>
        Rows(Sort(found, request.Order).Skip(Math.Max(0, request.Skip)).Take(Math.Clamp(request.Take, 1, LargestPage)), db).ToListAsync(cancel);

    internal static IQueryable<Row> Rows(IQueryable<Registration> page, ProgrammeDb db) =>
        page.Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new Row(
            r.Id, r.Folio, p.GivenNames, p.Surnames, r.Country, r.RegionCode, r.PlaceCode, r.Community,
            r.Rubro, r.Status, r.SubmittedAt, r.ChangedAt, r.HasDuplicateDocument, r.AssignedTo));

    private static IQueryable<Registration> In(IQueryable<Registration> found, RegistrationStatus? status) => status is { } one ? found.Where(r => r.Status == one) : found;

    /// <summary>All filters but status and text.</summary>
    private async Task<IQueryable<Registration>> Filter(Request request, CancellationToken cancel)
    {
        var found = db.Registrations.AsNoTracking().Within(request.Territory);
        if (request.Country is { } country) found = found.Where(r => r.Country == country);
        if (request.Region is { } region) found = found.Where(r => r.RegionCode == region);
        if (request.OnlyDuplicates) found = found.Where(r => r.HasDuplicateDocument);
        if (request.OnlyNewInformation) found = found.Where(r => r.NewInformationAt != null);
        if (request.AssignedTo is { } staff) found = found.Where(r => r.AssignedTo == staff);
        if (request.MineOrFree is { } mine) found = found.Where(r => r.AssignedTo == null || r.AssignedTo == mine);
        if (request.Late is { } level) found = LateRegistrations.In(found, await service.Handle(cancel), level, clock.GetUtcNow());
        return request.Facts is { } facts ? facts.On(found, db) : found;
    }

    /// <summary>The id settles what is equal, so that no registration is on two pages.</summary>
    internal static IQueryable<Registration> Sort(IQueryable<Registration> found, RegistrationOrder order) => order switch
    {
        RegistrationOrder.OldestFirst => found.OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id),
        RegistrationOrder.LastChangedFirst => found.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Id),
        RegistrationOrder.Name => found.OrderBy(r => r.SearchName).ThenBy(r => r.Id),
        _ => found.OrderByDescending(r => r.SubmittedAt).ThenByDescending(r => r.Id),
    };
}

public enum RegistrationOrder { NewestFirst, OldestFirst, LastChangedFirst, Name }
