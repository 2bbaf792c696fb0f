using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Broadcasts;

namespace CoopAssistant.Admin.Broadcasts;

/// <summary>Where the women of a broadcast may live: a country, a region or what an office answers for, of what a member of staff may see.</summary>
internal sealed class SegmentPlaces(Programmes programmes, StaffPlaces places, StaffTerritory territories)
{
    /// <param name="own">Country, region and office of the account.</param>
    public IReadOnlyList<(string Value, string Name)> For((string? Country, string? Region, string? Office) own) =>
    [
        .. programmes.All.SelectMany(pack => new (string? Country, string? Region, string? Office)[] { (pack.Country.Code, null, null) }
                .Concat(pack.Places.Top.Select(place => ((string?)pack.Country.Code, (string?)place.Code, (string?)null)))
                .Concat(pack.Offices.All.Where(o => o.Covers.Count > 0).Select(o => ((string?)pack.Country.Code, (string?)null, (string?)o.Code))))
            .Where(place => territories.Contains(own, place))
            .Select(place => (StaffPlaces.Choice(place.Item1, place.Item2, place.Item3), places.Say(place.Item1, place.Item2, place.Item3))),
    ];

    /// <summary>The segment with its place; null for a choice that was not offered.</summary>
    public BroadcastSegment? Read(string? choice, (string? Country, string? Region, string? Office) own, BroadcastSegment segment)
    {
        if (places.Read(choice) is not { Country: { } country } place || !territories.Contains(own, place)) return null;
        var territory = territories.Of(country, place.Region, place.Office)!;
        return segment with { Country = country, Regions = territory.Regions, Places = territory.Places, Office = place.Office };
    }

    public static string Choice(BroadcastSegment segment) => StaffPlaces.Choice(segment.Country, segment.Office is null && segment.Regions.Count > 0 ? segment.Regions[0] : null, segment.Office);

    public string Say(BroadcastSegment segment) => places.Say(segment.Country, segment.Office is null && segment.Regions.Count > 0 ? segment.Regions[0] : null, segment.Office);
}
