namespace CoopAssistant.Programme.Groups;

/// <summary>A woman in an office of the group's bodies, from her election until the term or she ends it.</summary>
public sealed class GroupOfficer
{
    private GroupOfficer() { }

    internal GroupOfficer(string body, string office, ParticipantId participant, DateOnly from, DateOnly? until) =>
        (Body, Office, ParticipantId, From, Until) = (body, office, participant, from, until);

    public long Id { get; private set; }

    /// <summary>Code, as in the pack.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Code within the body.</summary>
    public string Office { get; private set; } = "";
    public ParticipantId ParticipantId { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>Last day of the term; null where the statute's term is not written down.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>When she left it; null while she holds it, also past her term.</summary>
    public DateOnly? EndedOn { get; private set; }

    public bool IsInOffice => EndedOn is null;

    internal void End(DateOnly on) => EndedOn ??= on < From ? From : on;
}
