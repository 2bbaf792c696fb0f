using System.Collections.Concurrent;
using CoopAssistant.Bot.WebChat.Tokens;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>Finds and reads the threads behind tokens. A token's user id is the address; WhatsApp's threads lie in the same tables.</summary>
internal sealed class WebThreads(IServiceScopeFactory scopes, ITurnStore store)
{
    private const int MostRemembered = 100_000;
    private readonly ConcurrentDictionary<string, long> contacts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> left = new(StringComparer.Ordinal);

    /// <summary>Her contact, or 0 where this conversation was never started.</summary>
    public async ValueTask<long> Contact(ChatToken token, CancellationToken cancel)
    {
        if (contacts.TryGetValue(token.User, out var known)) return known;
        var stored = await store.Load(Channel.Web, token.User, cancel);
        if (stored.IsNew) return 0;
        if (contacts.Count >= MostRemembered) contacts.Clear();
        contacts[token.User] = stored.Id;
        return stored.Id;
    }

    /// <summary>Messages after this one, oldest first; the newest 500 where there are more.</summary>
    public ValueTask<IReadOnlyList<ThreadMessage>> Since(long contactId, long afterId, CancellationToken cancel) => store.Since(contactId, afterId, cancel);

    /// <summary>She leaves this conversation for good.</summary>
    public async Task Leave(ChatToken token, CancellationToken cancel)
    {
        if (left.Count >= MostRemembered) left.Clear();
        left[token.User] = true;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LeaveWebChat>().Handle(token.User, cancel);
    }

    /// <summary>The same as <see cref="HasLeft"/> as far as this process heard of it; asks nobody. For requests on a token that lives half an hour.</summary>
    public bool LeftHere(ChatToken token) => left.ContainsKey(token.User);

    /// <summary>She has left this conversation for good: its tokens and cookies open nothing.</summary>
    public async Task<bool> HasLeft(ChatToken token, CancellationToken cancel)
    {
        if (LeftHere(token)) return true;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        return await db.WebExits.AnyAsync(e => e.Address == token.User, cancel);
    }
}
