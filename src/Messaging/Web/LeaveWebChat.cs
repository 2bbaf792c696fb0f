using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Web;

/// <summary>She left a web conversation for good. Asking twice is harmless.</summary>
public sealed class LeaveWebChat(MessagingDb db, TimeProvider clock)
{
    /// <summary>No token and no cookie lives longer than this, so older exits guard nothing.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <param name="address">Her address on the web channel, dl_….</param>
    public async Task Handle(string address, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var oldest = now - Kept;
        await db.WebExits.Where(e => e.At < oldest).ExecuteDeleteAsync(cancel);
        if (await db.WebExits.AnyAsync(e => e.Address == address, cancel)) return;
        db.WebExits.Add(new(address, now));
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            if (!await db.WebExits.AnyAsync(e => e.Address == address, cancel)) throw;
        }
    }
}
