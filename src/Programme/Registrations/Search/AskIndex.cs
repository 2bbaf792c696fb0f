using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>Which registrations a request means, as the search's bitmaps say it: whatever is combined, a few of them are read and laid over each other.</summary>
public sealed class AskIndex(ProgrammeDb db, IndexRegistrations index, SearchVocabulary vocabulary)
{
    /// <summary>The end of everything that begins with a number, in the order of both databases.</summary>
    private const string End = "zzzzzzzzzzzzzzzzzzzz";

    /// <summary>So many numbers that begin as typed are looked up.</summary>
    private const int MostNumbers = 200;

    /// <param name="All">In any status.</param>
    /// <param name="InStatus">How many registrations there are in each status, whatever was asked.</param>
    /// <param name="IsTyped">Words or numbers were typed; else only filters were set.</param>
    internal sealed record Answer(Bitmap All, IReadOnlyDictionary<RegistrationStatus, Bitmap> ByStatus, IReadOnlyDictionary<RegistrationStatus, int> InStatus, bool IsTyped)
    {
        public int Of(RegistrationStatus? status) => status is { } one ? InStatus[one] : InStatus.Values.Sum();
    }

    /// <summary>Everything but what is late can be said in terms; what cannot, <see cref="Handle"/> leaves out. Times can where they begin and end with an hour.</summary>
    internal static bool CanSay(RegistrationFacts? facts) => facts?.Submitted?.All(HourTerms.CanSay) != false;

    /// <summary>Null where the registrations themselves must be asked: nothing was typed, and the index is behind.</summary>
    internal async Task<Answer?> Handle(FindRegistrations.Request request, CancellationToken cancel)
    {
        var isBehind = await index.Handle(cancel) >= IndexRegistrations.Batch;
        var typed = Typed.Read(request.Text);
        if (isBehind && typed.Count == 0) return null;

        if (typed.Count > 0) await vocabulary.Refresh(db, cancel);
        List<IReadOnlyList<string>> needed = [.. Facts(request), .. typed.Where(term => !term.IsNumber).Select(term => vocabulary.Meanings(term.Text))];
        var (statuses, spans) = (Enum.GetValues<RegistrationStatus>(), CanSay(request.Facts) ? request.Facts?.Submitted : null);
        var times = spans?.SelectMany(span => HourTerms.Within(span).Append(SearchTerms.OfCountry(span.Country))) ?? [];
        var bitmaps = await Read([.. needed.SelectMany(terms => terms).Concat(statuses.Select(SearchTerms.In)).Concat(times).Distinct(StringComparer.Ordinal)], cancel);
        Bitmap Any(IEnumerable<string> terms) => Bitmap.Union(terms.Where(bitmaps.ContainsKey).Select(term => bitmaps[term]));
        List<Bitmap> holding = [.. needed.Select(Any)];
        if (spans is not null) holding.Add(Bitmap.Union(spans.Select(span => Any([SearchTerms.OfCountry(span.Country)]).And(Any(HourTerms.Within(span))))));
        foreach (var number in typed.Where(term => term.IsNumber)) holding.Add(await WithNumber(number.Text, cancel));

        var inStatus = statuses.ToDictionary(status => status, status => bitmaps.GetValueOrDefault(SearchTerms.In(status)) ?? new Bitmap());
        var all = holding.Count == 0 ? Bitmap.Union(inStatus.Values) : holding.Aggregate((one, other) => one.And(other));
        return new(all, inStatus.ToDictionary(one => one.Key, one => all.And(one.Value)), inStatus.ToDictionary(one => one.Key, one => one.Value.Count), typed.Count > 0);
    }

    /// <summary>For each filter the terms of which one has to hold.</summary>
    private static IEnumerable<IReadOnlyList<string>> Facts(FindRegistrations.Request request) => Filters(request).Concat(request.Facts is { } facts ? FigureTerms.Asked(facts) : []);

    private static IEnumerable<IReadOnlyList<string>> Filters(FindRegistrations.Request request)
    {
        if (request.Territory is { } territory)
            yield return [.. territory.Countries.Select(SearchTerms.OfCountry), .. territory.Regions.Select(SearchTerms.OfRegion), .. territory.Places.Select(SearchTerms.OfPlace)];
        if (request.Country is { } country) yield return [SearchTerms.OfCountry(country)];
        if (request.Region is { } region) yield return [SearchTerms.OfRegion(region)];
        if (request.OnlyDuplicates) yield return [SearchTerms.HasDuplicate];
        if (request.OnlyNewInformation) yield return [SearchTerms.HasNewInformation];
        if (request.AssignedTo is { } staff) yield return [SearchTerms.Given(staff)];
        if (request.MineOrFree is { } mine) yield return [SearchTerms.Given(mine), SearchTerms.IsFree];
    }

    private async Task<Dictionary<string, Bitmap>> Read(List<string> terms, CancellationToken cancel)
    {
        var bitmaps = new Dictionary<string, Bitmap>(terms.Count, StringComparer.Ordinal);
        await foreach (var bits in db.SearchBits.AsNoTracking().Where(b => EF.Parameter(terms).Contains(b.Term)).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!bitmaps.TryGetValue(bits.Term, out var bitmap)) bitmaps.Add(bits.Term, bitmap = new Bitmap());
            bitmap.Add(bits.Block, bits.Bits);
        }
        return bitmaps;
    }

    private async Task<Bitmap> WithNumber(string number, CancellationToken cancel)
    {
        var end = number + End;
        var beginning = await db.SearchCodes.Where(c => string.Compare(c.Code, number) >= 0 && string.Compare(c.Code, end) <= 0).OrderBy(c => c.Code).Take(MostNumbers).Select(c => c.Code).ToListAsync(cancel);
        List<string> codes = [number, .. beginning.Distinct(StringComparer.Ordinal).Where(code => code != number)];
        return Bitmap.Of(await db.SearchCodes.Where(c => EF.Parameter(codes).Contains(c.Code))
            .Join(db.SearchEntries, c => (RegistrationId?)c.RegistrationId, e => e.RegistrationId, (c, e) => e.Position).ToListAsync(cancel));
    }
}
