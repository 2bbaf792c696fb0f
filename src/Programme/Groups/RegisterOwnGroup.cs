using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>A group that exists already registers through one woman: she is its first member and its coordinator. Acts inside her turn.</summary>
public sealed class RegisterOwnGroup(ProgrammeDb db, TimeProvider clock)
{
    /// <param name="Group">Made before, so that she can be told the code in the same turn; so with <paramref name="Code"/>.</param>
    /// <param name="Women">How many they are, as she says.</param>
    public sealed record Request(GroupId Group, GroupCode Code, ParticipantId Participant, GroupDescription Description, int Women);

    public async Task Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await db.GroupMembers.AnyAsync(m => m.ParticipantId == request.Participant && m.Seat != null, cancel)) throw new DbUpdateConcurrencyException("She took a seat elsewhere while her turn was decided.");
        var now = clock.GetUtcNow();
        var group = Group.Found(request.Group, request.Code, request.Description, GroupOrigin.Herself, RegistrationStep.Herself, $"Dice que son {request.Women}", now);
        group.Join(request.Participant, sharesName: true, RegistrationStep.Herself, null, now);
        group.AppointCoordinator(request.Participant, RegistrationStep.Herself, null, now);
        db.Groups.Add(group);
        await db.SaveAsync(cancel);
    }
}
