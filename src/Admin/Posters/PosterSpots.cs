using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Posters;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Admin.Posters;

/// <summary>Where a member of staff may hang a poster: what the form offers.</summary>
internal sealed class PosterSpots(ListCommunities communities, ListMeetings meetings, Programmes programmes)
{
    public async Task<IReadOnlyList<(PosterPlace Kind, IReadOnlyList<(string Value, string Name)> Spots)>> Of(Territory? territory, CancellationToken cancel)
    {
        var near = (await communities.Handle(new(territory) { Take = 200 }, cancel)).Rows.Select(c => ($"c:{c.Id.Value}", $"{c.Name} · {programmes.Place(c.Country, c.PlaceCode)}"));
        var coming = (await meetings.Rows(new(territory, MeetingView.Upcoming) { Take = 100 }, cancel))
            .Select(m => ($"r:{m.Id.Value}", $"{Meetings.MeetingTerms.Title(m.Kind, m.Topic)}, {programmes.Day(m.StartsAt, m.Country)} · {m.Venue}"));
        var offices = programmes.All.SelectMany(pack => pack.Offices.All.Where(o => Covers(territory, pack.Country.Code, pack.Places.RegionOf(o.Covers.FirstOrDefault()), o.Covers.FirstOrDefault()))
            .Select(o => ($"o:{pack.Country.Code}/{o.Code}", char.ToUpper(o.Name[0], Plural.Spanish) + o.Name[1..])));
        var places = programmes.All.SelectMany(pack => (territory?.Covers(pack.Country.Code, null) != false ? [($"l:{pack.Country.Code}", pack.Country.Name)] : Array.Empty<(string, string)>())
            .Concat(pack.Places.Top.Where(p => Covers(territory, pack.Country.Code, p.Code, p.Code)).Select(p => ($"l:{pack.Country.Code}/{p.Code}", $"{p.Name}, {pack.Country.Name}"))));
        return [.. new (PosterPlace, IReadOnlyList<(string, string)>)[] { (PosterPlace.Community, [.. near]), (PosterPlace.Office, [.. offices]), (PosterPlace.Meeting, [.. coming]), (PosterPlace.Elsewhere, [.. places]) }.Where(g => g.Item2.Count > 0)];
    }

    private static bool Covers(Territory? territory, string country, string? region, string? place) => territory is null || territory.Covers(country, region, place);
}
