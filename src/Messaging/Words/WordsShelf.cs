using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Messaging.Words;

/// <summary>
/// The published words, in memory: a turn reads no table and compares nothing. What was published since is taken up whole, offices and
/// emergency lines into the programmes, the rest by whoever listens. One for the process; safe to use from many turns at once.
/// </summary>
public sealed partial class WordsShelf(IServiceScopeFactory scopes, WordsContent content, ProgrammePacks packs, ILogger<WordsShelf> log) : IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private readonly Lock _following = new();
    private readonly List<Action<WordsEdition>> _followers = [];
    private int _versions;

    /// <summary>Null while everything is as it came with the program.</summary>
    public WordsEdition? Current { get; private set; }

    /// <summary>Hands over what is published now, where something is, and from then on whatever is.</summary>
    public void Follow(Action<WordsEdition> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        lock (_following)
        {
            _followers.Add(take);
            if (Current is { } edition) take(edition);
        }
    }

    /// <summary>Takes up what was published since; one small query where nothing was.</summary>
    public async Task Refresh(CancellationToken cancel)
    {
        if (!content.IsKnown) return;
        await _refreshing.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
            var versions = await db.WordsVersions.CountAsync(cancel); // they are only ever added
            if (versions == _versions) return;
            var edition = WordsEdition.Of(content, packs.All, await db.PublishedWords(content, packs.All, cancel));
            if (edition.Unusable.Count > 0) LeftOut(log, string.Join(", ", edition.Unusable.Select(key => $"{key.Kind} {key.Name} {key.Country}".TrimEnd())));
            packs.Take(edition.Programmes);
            lock (_following)
            {
                Current = edition;
                foreach (var take in _followers) take(edition);
            }
            _versions = versions;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose() => _refreshing.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Published words that cannot be used with this release were left out; women read what comes with the program: {Words}")]
    private static partial void LeftOut(ILogger log, string words);
}
