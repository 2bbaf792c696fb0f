using CoopAssistant.Programme;
using CoopAssistant.Programme.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Start;

/// <summary>
/// Reads all work once in the background where registrations are many: who opens the first page first after a start waits neither until its fifty
/// statements are compiled nor for what is expected of hundreds of groups.
/// </summary>
public sealed class RehearseWorkList(IServiceScopeFactory scopes)
{
    private bool _isDone;

    public async Task Once(CancellationToken cancel)
    {
        if (_isDone) return;
        await using var scope = scopes.CreateAsyncScope();
        if (!await LargeProgramme.Is(scope.ServiceProvider.GetRequiredService<ProgrammeDb>(), cancel)) return;
        var nobody = new WorkRequest("", Territory: null) { Level = ServiceLevel.Administrator };
        foreach (var source in scope.ServiceProvider.GetServices<IWorkSource>()) await source.Read(nobody, cancel);
        _isDone = true;
    }
}
