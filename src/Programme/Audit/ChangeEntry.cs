namespace CoopAssistant.Programme.Audit;

/// <summary>One thing a member of staff did: changed a record, signed in, took an export. Rows are added, never changed or removed.</summary>
public sealed class ChangeEntry
{
    private ChangeEntry() { }

    /// <param name="detail">What changed: names of fields, and values only where they say nothing about a person.</param>
    public ChangeEntry(string staff, string action, string subject, string? subjectId, string? detail, DateTimeOffset at) =>
        (Staff, Action, Subject, SubjectId, Detail, At) = (staff, action, subject, subjectId, detail, at);

    public long Id { get; private set; }

    /// <summary>Staff id.</summary>
    public string Staff { get; private set; } = "";

    /// <summary>One of <see cref="ChangeAction"/>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>Kind of record, as the code calls it: Registration, StaffMember.</summary>
    public string Subject { get; private set; } = "";
    public string? SubjectId { get; private set; }
    public string? Detail { get; private set; }
    public DateTimeOffset At { get; private set; }
}

/// <summary>Stored as these words.</summary>
public static class ChangeAction
{
    public const string Added = "agregó";
    public const string Changed = "cambió";
    public const string Removed = "quitó";
    public const string SignedIn = "entró";
    public const string SignedOut = "salió";
    public const string Exported = "exportó";
    public const string SawFile = "vio un archivo de";
    public const string Imported = "importó";
    public const string Unlocked = "desbloqueó";
    public const string EndedSession = "cerró sesión de";
}
