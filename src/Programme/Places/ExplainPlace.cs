using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Places;

/// <summary>
/// Staff say what a place written in own words is: the matcher knows the spelling from now on, and every registration that was
/// left without a place for the same words gets it.
/// </summary>
public sealed class ExplainPlace(ProgrammeDb db, ProgrammePacks packs, LearnPlaceAliases learn, TimeProvider clock)
{
    /// <param name="Words">As she wrote them, or a further spelling.</param>
    /// <param name="PlaceCode">The place meant.</param>
    /// <param name="Territory">What the author may see: only registrations in it are settled.</param>
    public sealed record Request(string Country, string Words, string PlaceCode, string Author, Territory? Territory);

    /// <param name="Settled">Registrations that got their place.</param>
    /// <param name="KnownAs">For <see cref="ExplainResult.MeansAnother"/>: code of the place that the spelling means already.</param>
    public sealed record Result(ExplainResult Outcome, int Settled = 0, string? KnownAs = null);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var words = FreeText.Shorten(FreeText.Clean(request.Words), PlaceAlias.LongestSpelling);
        var (country, plain) = (request.Country, Plain.Of(words));
        if (plain.Length == 0) return new(ExplainResult.NoWords);
        if (packs.Find(country)?.Places is not { } places || places.Find(request.PlaceCode) is not { } place) return new(ExplainResult.NoSuchPlace);
        var region = places.RegionOf(place.Code)!;
        if (request.Territory is { } territory && !territory.Covers(country, region, place.Code)) return new(ExplainResult.NoSuchPlace);
        var known = await db.PlaceAliases.Where(a => a.Country == country && a.Plain == plain).Select(a => a.PlaceCode).SingleOrDefaultAsync(cancel);
        if (known is not null && known != place.Code) return new(ExplainResult.MeansAnother, KnownAs: known);
        if (known is null) db.PlaceAliases.Add(new PlaceAlias(country, place.Code, words, request.Author, clock.GetUtcNow()));

        var settled = await Settle(request, plain, place.Code, region, cancel);
        await db.SaveAsync(cancel);
        await learn.Handle(cancel);
        return new(ExplainResult.Explained, settled);
    }

    /// <summary>The same words in another region may be another place: only women of this region, or of none, are meant.</summary>
    private async Task<int> Settle(Request request, string plain, string placeCode, string region, CancellationToken cancel)
    {
        var open = await db.UnknownPlaces.Within(request.Territory)
            .Where(u => u.Country == request.Country && u.Plain == plain && u.SettledAt == null && (u.RegionCode == null || u.RegionCode == region)).ToListAsync(cancel);
        var ids = open.Select(u => u.RegistrationId).ToList();
        foreach (var registration in await db.Registrations.Where(r => ids.Contains(r.Id)).ToListAsync(cancel))
            registration.PlaceAt(region, placeCode);
        foreach (var each in open) each.Settle(placeCode, request.Author, clock.GetUtcNow());
        return open.Count;
    }
}

public enum ExplainResult { Explained, NoWords, NoSuchPlace, MeansAnother }
