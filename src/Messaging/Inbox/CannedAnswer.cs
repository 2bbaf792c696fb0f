using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>An answer that staff write often. Words in braces are filled in for each woman: {nombre}, {folio}, {oficina}, {mi_nombre}.</summary>
public sealed class CannedAnswer
{
    public const int LongestTitle = 60;
    public const int Most = 100;

    private CannedAnswer() { }

    internal CannedAnswer(string title, string text, string author, DateTimeOffset at) => (Title, Text, Author, At) = (title, text, author, at);

    public long Id { get; private set; }
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>Staff id of who wrote it.</summary>
    public string Author { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

public sealed class CannedAnswers(MessagingDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<CannedAnswer>> All(CancellationToken cancel) =>
        await db.CannedAnswers.AsNoTracking().OrderBy(a => a.Title).ThenBy(a => a.Id).ToListAsync(cancel);

    /// <summary>A title used before takes the new text.</summary>
    /// <returns>False where title or text are empty or too long, or there are <see cref="CannedAnswer.Most"/> already.</returns>
    public async Task<bool> Save(string title, string text, string author, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);
        var (name, words) = (title.Trim(), text.Trim().ReplaceLineEndings("\n"));
        if (name.Length is 0 or > CannedAnswer.LongestTitle || words.Length is 0 or > ReplyToTicket.LongestText) return false;
        var all = await db.CannedAnswers.ToListAsync(cancel);
        if (all.Count(a => a.Title != name) >= CannedAnswer.Most) return false;
        db.CannedAnswers.RemoveRange(all.Where(a => a.Title == name));
        db.CannedAnswers.Add(new CannedAnswer(name, words, author, clock.GetUtcNow()));
        await db.SaveAsync(cancel);
        return true;
    }

    public async Task Remove(long id, CancellationToken cancel)
    {
        if (await db.CannedAnswers.SingleOrDefaultAsync(a => a.Id == id, cancel) is { } answer) db.CannedAnswers.Remove(answer);
        await db.SaveAsync(cancel);
    }
}
