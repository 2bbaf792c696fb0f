using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme;

/// <summary>
/// What is counted from all registrations where they are so many that no page can wait for it: kept in memory as it was counted behind, anew after ten
/// minutes, or later where counting takes long. Each process counts for itself.
/// </summary>
public abstract class CountedBehind<T>(IServiceScopeFactory scopes, TimeProvider clock) where T : class
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    public sealed record Counted(T Value, DateTimeOffset At, TimeSpan Took);

    /// <summary>Null until it was counted for the first time.</summary>
    public Counted? Last { get; protected set; }

    /// <summary>For the background: counting takes a sixtieth of a core at most.</summary>
    public async Task WhenOld(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (Last is { } last && now - last.At < CountingPause.After(last.Took, Pause)) return;
        await using var scope = scopes.CreateAsyncScope();
        if (!await LargeProgramme.Is(scope.ServiceProvider.GetRequiredService<ProgrammeDb>(), cancel)) return;
        var began = clock.GetTimestamp();
        var value = await Count(scope.ServiceProvider, cancel);
        Last = new(value, now, clock.GetElapsedTime(began));
    }

    protected abstract Task<T> Count(IServiceProvider services, CancellationToken cancel);
}
