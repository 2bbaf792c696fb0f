using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>What a member of staff wants colleagues to know of a conversation. She never sees it.</summary>
public sealed class ConversationNote
{
    public const int LongestText = 2000;

    private ConversationNote() { }

    internal ConversationNote(long conversation, string author, string text, DateTimeOffset at) => (ConversationId, Author, Text, At) = (conversation, author, text, at);

    public long Id { get; private set; }
    public long ConversationId { get; private set; }

    /// <summary>Staff id.</summary>
    public string Author { get; private set; } = "";
    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>Adds a note, and reads those there are.</summary>
public sealed class ConversationNotes(MessagingDb db, TimeProvider clock)
{
    /// <returns>False for an empty or far too long text.</returns>
    public async Task<bool> Add(long conversation, string author, string text, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = text.Trim().ReplaceLineEndings("\n");
        if (kept.Length is 0 or > ConversationNote.LongestText) return false;
        db.ConversationNotes.Add(new ConversationNote(conversation, author, kept, clock.GetUtcNow()));
        await db.SaveAsync(cancel);
        return true;
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<ConversationNote>> Of(long conversation, CancellationToken cancel) =>
        await db.ConversationNotes.AsNoTracking().Where(n => n.ConversationId == conversation).OrderByDescending(n => n.Id).Take(50).ToListAsync(cancel);
}
