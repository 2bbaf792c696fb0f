using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Communities;

/// <summary>Staff write down a community. One of the same name in the same place is found, not made twice.</summary>
public sealed class IdentifyCommunity(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    public sealed record Request(string Country, string? PlaceCode, string Name, string Author, Territory? Territory);

    public sealed record Result(IdentifyResult Outcome, CommunityId? Id = null);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = FreeText.Shorten(FreeText.Clean(request.Name), Community.LongestName);
        if (!FreeText.SaysSomething(name)) return new(IdentifyResult.NoName);
        if (packs.Find(request.Country)?.Places is not { } places || places.Find(request.PlaceCode) is not { } place) return new(IdentifyResult.NoSuchPlace);
        var region = places.RegionOf(place.Code);
        if (request.Territory is { } territory && !territory.Covers(request.Country, region, place.Code)) return new(IdentifyResult.NoSuchPlace);

        var plain = Plain.Of(name);
        var known = await db.Communities.Where(c => c.Country == request.Country && c.PlaceCode == place.Code && c.PlainName == plain).Select(c => (CommunityId?)c.Id).SingleOrDefaultAsync(cancel);
        if (known is { } there) return new(IdentifyResult.AlreadyThere, there);
        var community = Community.Identify(CommunityId.New(clock), request.Country, region, place.Code, name, request.Author, clock.GetUtcNow());
        db.Communities.Add(community);
        await db.SaveAsync(cancel);
        return new(IdentifyResult.Identified, community.Id);
    }
}

public enum IdentifyResult { Identified, AlreadyThere, NoName, NoSuchPlace }
