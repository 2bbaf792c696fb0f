using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies;

/// <summary>Staff add an institution, change what is known of it, and say whether it still takes referrals.</summary>
public sealed class SaveAlly(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <param name="SeenVersion">Version on the screen of who decides; null to act on the newest.</param>
    public sealed record Request(AllyId Ally, Territory? Territory, int? SeenVersion = null);

    public sealed record Result(ChangeResult Outcome, AllyProblem? Problem = null, AllyId? Id = null);

    public async Task<Result> Add(string country, AllyProfile profile, Territory? territory, CancellationToken cancel)
    {
        if (packs.Find(country) is not { } pack || !AllyQueries.Touches(territory, country)) return new(ChangeResult.NotPermitted, AllyProblem.NoSuchCountry);
        if (CheckAlly.Profile(pack, profile, out var good) is { } problem) return new(ChangeResult.NotPermitted, problem);
        if (!Ally.LiesWithin(territory, country, good.Regions)) return new(ChangeResult.NotPermitted, AllyProblem.OutsideTerritory);
        var ally = Ally.Of(AllyId.New(clock), country, await FreeCode(country, good.Short, cancel), good);
        db.Allies.Add(ally);
        return await Saved(ally, cancel);
    }

    public Task<Result> Change(Request request, AllyProfile profile, CancellationToken cancel) => Act(request, ally =>
    {
        if (CheckAlly.Profile(packs.Find(ally.Country)!, profile, out var good) is { } problem) return new(ChangeResult.NotPermitted, problem);
        if (!Ally.LiesWithin(request.Territory, ally.Country, good.Regions)) return new(ChangeResult.NotPermitted, AllyProblem.OutsideTerritory);
        ally.Change(good);
        return new(ChangeResult.Changed);
    }, cancel);

    public Task<Result> Close(Request request, CancellationToken cancel) => Act(request, ally =>
    {
        ally.Close(clock.GetUtcNow());
        return new(ChangeResult.Changed);
    }, cancel);

    public Task<Result> Reopen(Request request, CancellationToken cancel) => Act(request, ally =>
    {
        ally.Reopen();
        return new(ChangeResult.Changed);
    }, cancel);

    public Task<Result> AddContact(Request request, string? name, string? post, string? phone, string? email, CancellationToken cancel) => Act(request, ally =>
    {
        if (CheckAlly.Short(name, AllyContact.Longest) is not { } who) return new(ChangeResult.NotPermitted, AllyProblem.NoName);
        ally.Add(new AllyContact(who, CheckAlly.Short(post, AllyContact.Longest), CheckAlly.Short(phone, AllyContact.Longest), CheckAlly.Short(email, AllyContact.Longest)));
        return new(ChangeResult.Changed);
    }, cancel);

    public Task<Result> RemoveContact(Request request, long contact, CancellationToken cancel) =>
        Act(request, ally => new(ally.Remove(contact) ? ChangeResult.Changed : ChangeResult.NotFound), cancel);

    private async Task<Result> Act(Request request, Func<Ally, Result> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ally = await db.Allies.OfCountriesOf(request.Territory).Include(a => a.Contacts).SingleOrDefaultAsync(a => a.Id == request.Ally, cancel);
        if (ally is null) return new(ChangeResult.NotFound);
        if (!ally.LiesWithin(request.Territory)) return new(ChangeResult.NotPermitted, AllyProblem.OutsideTerritory);
        if (request.SeenVersion is { } seen && seen != ally.Version) return new(ChangeResult.ChangedMeanwhile);
        var result = change(ally);
        return result.Outcome == ChangeResult.Changed ? await Saved(ally, cancel) : result;
    }

    private async Task<Result> Saved(Ally ally, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return new(ChangeResult.ChangedMeanwhile);
        }
        return new(ChangeResult.Changed, Id: ally.Id);
    }

    private async Task<string> FreeCode(string country, string shortName, CancellationToken cancel)
    {
        var code = Ally.CodeFrom(shortName);
        var taken = await db.Allies.Where(a => a.Country == country && a.Code.StartsWith(code)).Select(a => a.Code).ToListAsync(cancel);
        for (var number = 1; ; number++)
            if (number == 1 && !taken.Contains(code) && packs.Find(country)!.Ministry.Code != code) return code;
            else if (number > 1 && !taken.Contains($"{code}-{number}")) return $"{code}-{number}";
    }
}
