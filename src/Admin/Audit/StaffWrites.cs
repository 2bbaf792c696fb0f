using System.Globalization;
using System.Security.Claims;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Data.Keys;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies.Agreements;
using CoopAssistant.Programme.Allies.Commitments;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Figures.Goals;
using CoopAssistant.Programme.Groups.Files;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.PaperLists;
using CoopAssistant.Programme.Service;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoopAssistant.Admin.Audit;

/// <summary>
/// Writes beside everything that staff change who did it, in the same transaction, so that no use case has to remember.
/// Values are kept only where they say nothing about a person (a status, a switch, a number of ours).
/// </summary>
internal sealed class StaffWrites(IHttpContextAccessor http, TimeProvider clock) : SaveChangesInterceptor
{
    /// <summary>Parts of a record that changes with them, and what is no record of staff's.</summary>
    private static readonly HashSet<Type> PassedOver =
    [
        typeof(ChangeEntry), typeof(AccessEntry), typeof(GroupFileContent), typeof(StaffSession), typeof(RegistrationStep), typeof(Message), typeof(ProtectionKey), typeof(IdentityUserToken<string>),
        typeof(MeetingEntry), typeof(PaperRow), typeof(AgreementEntry), typeof(Contribution), typeof(CommitmentEntry), typeof(ReferralEntry), typeof(SharingConsent),
        typeof(GoalEntry), typeof(ScheduleEntry), typeof(Escalation), typeof(Figure), typeof(FiguresStamp), typeof(LessonTotal), typeof(AnswerTotal), typeof(StopTotal), typeof(TotalsStamp),
    ];

    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal)
    {
        "Version", "ConcurrencyStamp", "SecurityStamp", "ChangedAt", "LastMessageId", "NormalizedEmail", "NormalizedUserName", "AccessFailedCount", "SearchText", "SearchName", "IsIndexed",
        nameof(Participant.FailedProofs), // UnlockParticipant says it with the registration it was done from
    };

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } staff) Note(context, staff);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private void Note(DbContext context, string staff)
    {
        var now = clock.GetUtcNow();
        var entries = context.ChangeTracker.Entries()
            .Where(e => e is { State: EntityState.Added or EntityState.Modified or EntityState.Deleted } && !PassedOver.Contains(e.Metadata.ClrType))
            .Select(e => Of(e, staff, now)).OfType<ChangeEntry>().ToList();
        if (entries.Count > 0) context.AddRange(entries);
    }

    private static ChangeEntry? Of(EntityEntry entry, string staff, DateTimeOffset now)
    {
        var detail = entry.State == EntityState.Modified ? string.Join("; ", entry.Properties.Where(IsTold).Select(Say)) : null;
        if (detail is { Length: 0 }) return null;
        var action = entry.State switch { EntityState.Added => ChangeAction.Added, EntityState.Deleted => ChangeAction.Removed, _ => ChangeAction.Changed };
        return new ChangeEntry(staff, action, entry.Metadata.ClrType.Name, Key(entry), detail, now);
    }

    private static bool IsTold(PropertyEntry property) => property.IsModified && !Noise.Contains(property.Metadata.Name) && !Equals(property.OriginalValue, property.CurrentValue);

    private static string Say(PropertyEntry property)
    {
        var type = Nullable.GetUnderlyingType(property.Metadata.ClrType) ?? property.Metadata.ClrType;
        return type.IsEnum || type == typeof(bool)
            ? string.Create(CultureInfo.InvariantCulture, $"{property.Metadata.Name}: {property.OriginalValue} → {property.CurrentValue}")
            : property.Metadata.Name;
    }

    /// <summary>Null where the database has yet to give the number.</summary>
    private static string? Key(EntityEntry entry)
    {
        var keys = entry.Properties.Where(p => p.Metadata.IsPrimaryKey()).ToList();
        return keys.Exists(p => p.IsTemporary)
            ? null
            : string.Join('/', keys.Select(p => p.CurrentValue switch
            {
                RegistrationId id => id.Value.ToString(),
                AllyId id => id.Value.ToString(),
                AgreementId id => id.Value.ToString(),
                CommitmentId id => id.Value.ToString(),
                ReferralId id => id.Value.ToString(),
                MeetingId id => id.Value.ToString(),
                ParticipantId id => id.Value.ToString(),
                GroupId id => id.Value.ToString(),
                GroupFileId id => id.Value.ToString(),
                var value => Convert.ToString(value, CultureInfo.InvariantCulture),
            }));
    }
}
