namespace CoopAssistant.Programme.Groups;

/// <summary>Who holds which office.</summary>
public sealed partial class Group
{
    private readonly List<GroupOfficer> _officers = [];

    /// <summary>All there were, oldest first.</summary>
    public IReadOnlyList<GroupOfficer> Officers => _officers;

    /// <summary>A member takes an office. Where it has one seat, who held it leaves it on that day. False for who is no member or holds it already, and where all seats are taken.</summary>
    /// <param name="seats">How many may hold it at once.</param>
    public bool Elect(string body, string office, ParticipantId participant, int seats, DateOnly from, DateOnly? until, string author, string? note, DateTimeOffset now)
    {
        if (State == GroupState.Dissolved || MemberOf(participant) is not { State: MemberState.Member }) return false;
        var holders = _officers.FindAll(o => o.IsInOffice && o.Body == body && o.Office == office);
        if (holders.Exists(o => o.ParticipantId == participant) && seats > 1) return false;
        if (holders.Count >= seats && seats > 1) return false;
        foreach (var holder in holders.Where(_ => seats == 1)) Leave(holder, from, author, null, now);
        _officers.Add(new GroupOfficer(body, office, participant, from, until));
        Note(GroupEntryKind.OfficeTaken, participant, $"{body}/{office}", author, note, now, from);
        return true;
    }

    /// <summary>She leaves an office. False where she does not hold it.</summary>
    public bool EndOffice(long officer, DateOnly on, string author, string? reason, DateTimeOffset now)
    {
        if (_officers.Find(o => o.Id == officer && o.IsInOffice) is not { } holder || on < holder.From) return false;
        Leave(holder, on, author, reason, now);
        return true;
    }

    private void Leave(GroupOfficer holder, DateOnly on, string author, string? reason, DateTimeOffset now)
    {
        holder.End(on);
        Note(GroupEntryKind.OfficeLeft, holder.ParticipantId, $"{holder.Body}/{holder.Office}", author, reason, now, on);
    }
}
