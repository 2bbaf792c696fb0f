using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Notes;

/// <summary>What a member of staff wants colleagues to know of a registration. She never sees it.</summary>
public sealed class RegistrationNote
{
    public const int LongestText = 2000;

    private RegistrationNote() { }

    internal RegistrationNote(RegistrationId registration, string author, string text, DateTimeOffset at) => (RegistrationId, Author, Text, At) = (registration, author, text, at);

    public long Id { get; private set; }
    public RegistrationId RegistrationId { get; private set; }

    /// <summary>Staff id.</summary>
    public string Author { get; private set; } = "";
    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>Adds a note, and reads those there are.</summary>
public sealed class RegistrationNotes(ProgrammeDb db, TimeProvider clock)
{
    /// <returns>False for an empty text, or a registration outside the territory.</returns>
    public async Task<bool> Add(RegistrationId registration, string author, string text, Territory? territory, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = text.Trim().ReplaceLineEndings("\n");
        if (kept.Length is 0 or > RegistrationNote.LongestText) return false;
        if (!await db.Registrations.Within(territory).AnyAsync(r => r.Id == registration, cancel)) return false;
        db.RegistrationNotes.Add(new RegistrationNote(registration, author, kept, clock.GetUtcNow()));
        await db.SaveAsync(cancel);
        return true;
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<RegistrationNote>> Of(RegistrationId registration, CancellationToken cancel) =>
        await db.RegistrationNotes.AsNoTracking().Where(n => n.RegistrationId == registration).OrderByDescending(n => n.Id).ToListAsync(cancel);
}
