using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>Something happened to a woman and a group. Listeners act inside the same transaction.</summary>
public sealed record MembershipChanged(Group Group, ParticipantId Participant, GroupEntryKind Kind, string Author);

/// <summary>Staff ask a woman whether she wants to take part in a group. She answers in the chat; nothing happens before her yes.</summary>
public sealed class InviteToGroup(ProgrammeDb db, IEnumerable<IListen<MembershipChanged>> listeners, TimeProvider clock)
{
    /// <param name="Folio">Hers, in any spelling.</param>
    public sealed record Request(GroupId Group, string Folio, string Author, string? Reason, Territory? Territory);

    public async Task<InviteResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var group = await db.Groups.Within(request.Territory).Include(g => g.Members).SingleOrDefaultAsync(g => g.Id == request.Group, cancel);
        if (group is null) return InviteResult.NotFound;
        if (!group.TakesMembers) return InviteResult.TakesNobody;
        if (!Folio.TryParse(request.Folio, null, out var folio)) return InviteResult.NoSuchWoman;

        // Her registration must lie in the author's territory too: a folio alone opens nothing.
        var participant = await db.Registrations.Within(request.Territory).Where(r => r.Folio == folio.Canonical && r.Country == group.Country)
            .Select(r => (ParticipantId?)r.ParticipantId).SingleOrDefaultAsync(cancel);
        if (participant is not { } woman) return InviteResult.NoSuchWoman;
        if (await db.GroupMembers.AnyAsync(m => m.ParticipantId == woman && m.Seat != null, cancel)) return InviteResult.HasGroup;
        if (await db.GroupMembers.AnyAsync(m => m.ParticipantId == woman && m.State == MemberState.Invited, cancel)) return InviteResult.AlreadyAsked;
        if (!await Ask(group, woman, request.Author, request.Reason, cancel)) return InviteResult.AlreadyAsked;
        await db.SaveAsync(cancel);
        return InviteResult.Asked;
    }

    /// <summary>The same without saving.</summary>
    internal async Task<bool> Ask(Group group, ParticipantId woman, string author, string? reason, CancellationToken cancel)
    {
        if (!group.Invite(woman, author, reason, clock.GetUtcNow())) return false;
        foreach (var listener in listeners) await listener.On(new(group, woman, GroupEntryKind.Invited, author), cancel);
        return true;
    }
}

public enum InviteResult { Asked, NotFound, NoSuchWoman, HasGroup, AlreadyAsked, TakesNobody }
