using CoopAssistant.Data.Staff;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Admin.Access;

/// <summary>An account's territory (country, region or office) as what queries filter by.</summary>
internal sealed class StaffTerritory(ProgrammePacks packs)
{
    /// <summary>Null for everything. An office that a pack no longer knows covers nothing rather than everything.</summary>
    public Territory? Of(string? country, string? region, string? office)
    {
        if (country is null) return null;
        if (office is not null) return OfOffice(country, office);
        return region is null ? Territory.OfCountry(country) : Territory.OfRegions(region);
    }

    public Territory? Of(StaffMember member) => Of(member.Country, member.RegionCode, member.OfficeCode);

    /// <summary>Whether everything in the second lies in the first: an administrator gives no more than she or he has.</summary>
    public bool Contains((string? Country, string? Region, string? Office) outer, (string? Country, string? Region, string? Office) inner)
    {
        if (outer.Country is null) return true;
        if (inner.Country != outer.Country) return false;
        if (Of(outer.Country, outer.Region, outer.Office) is not { } own || own.Countries.Count > 0) return true;
        var asked = Of(inner.Country, inner.Region, inner.Office)!;
        return asked.Countries.Count == 0
            && asked.Regions.All(region => own.Regions.Contains(region, StringComparer.Ordinal))
            && asked.Places.All(place => own.Covers("", packs.Find(inner.Country)?.Places.RegionOf(place), place));
    }

    private Territory OfOffice(string country, string code)
    {
        if (packs.Find(country) is not { } pack || pack.Offices.All.FirstOrDefault(office => office.Code == code) is not { } office) return new Territory([], []);
        return new Territory([], [.. office.Covers.Where(place => pack.Places.RegionOf(place) == place)])
        {
            Places = [.. office.Covers.Where(place => pack.Places.RegionOf(place) != place)],
        };
    }
}
