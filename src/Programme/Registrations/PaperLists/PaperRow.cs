namespace CoopAssistant.Programme.Registrations.PaperLists;

/// <summary>
/// A woman of a list who agreed to be registered, with who recorded her consent and when: the evidence of it. One who did not agree is not stored.
/// </summary>
public sealed class PaperRow
{
    public const int LongestName = 120;

    private PaperRow() { }

    internal PaperRow(PaperList list, int line, string key, string draftJson, string consentBy, DateOnly consentOn, string? resembles) =>
        (List, Line, Key, DraftJson, ConsentBy, ConsentOn, Resembles) = (list, line, key, draftJson, consentBy, consentOn, resembles);

    public long Id { get; private set; }
    public long ListId { get; private set; }
    public PaperList List { get; private set; } = default!;

    /// <summary>Of the file.</summary>
    public int Line { get; private set; }

    /// <summary>Digest of what the line says: the same line again is known, in whatever file.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What will be registered; gone once it is.</summary>
    public string? DraftJson { get; private set; }

    /// <summary>Who recorded on paper that she agreed.</summary>
    public string ConsentBy { get; private set; } = "";
    public DateOnly ConsentOn { get; private set; }

    /// <summary>Folios of registrations that may be hers too; null for none.</summary>
    public string? Resembles { get; private set; }

    /// <summary>Null until she is registered. Two who import at once: the database lets one of them.</summary>
    public RegistrationId? RegistrationId { get; private set; }

    internal void Registered(RegistrationId registration) => (RegistrationId, DraftJson) = (registration, null);
}
