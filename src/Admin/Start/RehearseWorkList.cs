using CoopAssistant.Programme;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Start;

/// <summary>
/// Reads all work in the background where registrations are many, once for each kind of territory: who opens the first page first after a start waits neither until its
/// fifty statements are compiled, which differ for a country and for a region, nor for what is expected of hundreds of groups.
/// </summary>
public sealed class RehearseWorkList(IServiceScopeFactory scopes, ProgrammePacks packs)
{
    private bool _isDone;

    public async Task Once(CancellationToken cancel)
    {
        if (_isDone) return;
        await using var scope = scopes.CreateAsyncScope();
        if (!await LargeProgramme.Is(scope.ServiceProvider.GetRequiredService<ProgrammeDb>(), cancel)) return;
        foreach (var territory in Territories())
            foreach (var source in scope.ServiceProvider.GetServices<IWorkSource>())
                await source.Read(new("", territory) { Level = territory is null ? ServiceLevel.Administrator : ServiceLevel.Director }, cancel);
        _isDone = true;
    }

    private IEnumerable<Territory?> Territories() => packs.All.Take(1).SelectMany(pack => new[] { null, Territory.OfCountry(pack.Country.Code), Territory.OfRegions(pack.Places.Top[0].Code) });
}
