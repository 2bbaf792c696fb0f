using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>Writes down a group: by staff, from a proposal, or by one of its women in the chat.</summary>
public sealed class FoundGroup(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    public sealed record Request(GroupDescription Description, GroupOrigin Origin, string Author, string? Reason = null, Territory? Territory = null);

    public sealed record Result(FoundResult Outcome, Group? Group = null);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        var made = await Make(request, cancel);
        if (made.Outcome == FoundResult.Founded) await db.SaveAsync(cancel);
        return made;
    }

    /// <summary>The same without saving: for use cases that do more in one transaction.</summary>
    internal async Task<Result> Make(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var checkedOne = Check(request.Description, request.Territory, out var problem);
        if (checkedOne is null) return new(problem);
        if (request.Description.CommunityId is { } community && !await db.Communities.Within(request.Territory).AnyAsync(c => c.Id == community, cancel)) return new(FoundResult.NoSuchPlace);
        var group = Group.Found(GroupId.New(clock), await FreeCode(cancel), checkedOne, request.Origin, request.Author, request.Reason, clock.GetUtcNow());
        db.Groups.Add(group);
        return new(FoundResult.Founded, group);
    }

    /// <summary>The description as it may be kept; null where something of it is wrong.</summary>
    internal GroupDescription? Check(GroupDescription description, Territory? territory, out FoundResult problem)
    {
        var name = FreeText.Shorten(FreeText.Clean(description.Name), Group.LongestName);
        problem = FoundResult.NoName;
        if (!FreeText.SaysSomething(name)) return null;
        problem = FoundResult.NoSuchPlace;
        if (packs.Find(description.Country) is not { } pack) return null;
        var place = description.PlaceCode ?? description.RegionCode;
        if (place is not null && pack.Places.Find(place) is null) return null;
        var region = pack.Places.RegionOf(place);
        if (territory is not null && !territory.Covers(description.Country, region, place)) return null;
        problem = FoundResult.NoSuchRubro;
        if (pack.Rubros.All(r => r.Code != description.Rubro)) return null;
        problem = FoundResult.Founded;
        return description with { Name = name, RegionCode = region, PlaceCode = place };
    }

    private async Task<GroupCode> FreeCode(CancellationToken cancel)
    {
        while (true)
        {
            var code = GroupCode.Draw();
            if (!await db.Groups.AnyAsync(g => g.Code == code.Digits, cancel)) return code;
        }
    }
}

public enum FoundResult { Founded, NoName, NoSuchPlace, NoSuchRubro }
