using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Posters;

/// <summary>Makes a poster for a community, an office, a meeting, or any other place, within the territory of who makes it.</summary>
public sealed class MakePoster(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <param name="Title">Where it hangs; empty: the name of the community, office or meeting's place.</param>
    public sealed record Request(string Title, string Author, Territory? Territory)
    {
        public CommunityId? Community { get; init; }
        public MeetingId? Meeting { get; init; }

        /// <summary>Country and code of an office.</summary>
        public (string Country, string Code)? Office { get; init; }

        /// <summary>Country, and code of a place in it or null, for anywhere else.</summary>
        public (string Country, string? Place)? Elsewhere { get; init; }
    }

    /// <param name="Id">Null where a problem is named.</param>
    public sealed record Result(long? Id, PosterProblem? Problem);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await Find(request, cancel) is not var (spot, name) || request.Territory?.Covers(spot.Country, spot.RegionCode, spot.PlaceCode) == false) return new(null, PosterProblem.NoSuchPlace);
        var title = FreeText.Clean(request.Title) is { Length: > 0 } own ? own : name;
        if (title.Length == 0) return new(null, PosterProblem.NoTitle);
        if (title.Length > Poster.LongestTitle) title = FreeText.Shorten(title, Poster.LongestTitle);

        var prefix = packs.Find(spot.Country)!.Country.FolioPrefix;
        var code = PosterCode.Draw(prefix);
        while (await db.Posters.AnyAsync(p => p.Code == code.Text, cancel)) code = PosterCode.Draw(prefix);
        var poster = Poster.Make(code, spot, title, request.Author, clock.GetUtcNow());
        db.Posters.Add(poster);
        await db.SaveAsync(cancel);
        return new(poster.Id, null);
    }

    private async Task<(PosterSpot Spot, string Name)?> Find(Request request, CancellationToken cancel)
    {
        if (request.Community is { } id)
            return await db.Communities.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is { } community
                ? (new(PosterPlace.Community, community.Country, community.RegionCode, community.PlaceCode) { Community = id }, community.Name)
                : null;
        if (request.Meeting is { } gathering)
            return await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == gathering, cancel) is { } meeting
                ? (new(PosterPlace.Meeting, meeting.Country, meeting.RegionCode, meeting.PlaceCode) { Meeting = gathering }, meeting.Venue)
                : null;
        if (request.Office is var (officeCountry, code))
        {
            if (packs.Find(officeCountry) is not { } pack || pack.Offices.All.FirstOrDefault(o => o.Code == code) is not { } office) return null;
            var place = office.Covers.Count > 0 ? office.Covers[0] : null;
            return (new(PosterPlace.Office, officeCountry, pack.Places.RegionOf(place), place) { Office = code }, office.Name);
        }
        if (request.Elsewhere is not var (country, where) || packs.Find(country) is not { } there) return null;
        if (where is not null && there.Places.Find(where) is null) return null;
        return (new(PosterPlace.Elsewhere, country, there.Places.RegionOf(where), where), "");
    }
}

/// <summary>Why a poster is not made.</summary>
public enum PosterProblem { NoSuchPlace, NoTitle }
