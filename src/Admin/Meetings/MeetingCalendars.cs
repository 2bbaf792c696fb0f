using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Data;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Admin.Meetings;

/// <summary>Meetings as calendar files: one, or all of a territory. No woman stands in them.</summary>
internal sealed class MeetingCalendars(CalendarFeeds feeds, ListMeetings list, CoopDbContext db, StaffTerritory territories, Programmes programmes, IOptions<AdminOptions> options, TimeProvider clock)
{
    private const int Most = 1_000;
    private static readonly TimeSpan Past = TimeSpan.FromDays(90);

    public string One(Meeting meeting) => CalendarFile.Write([Event(meeting)], name: null);

    /// <summary>What the account whose secret this is may see today; null for a secret that is none, and for an account that is closed or may not see meetings.</summary>
    public async Task<string?> Feed(string secret, CancellationToken cancel)
    {
        if (await feeds.Owner(secret, cancel) is not { } id || await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancel) is not { DeactivatedAt: null } member) return null;
        if (!RolePermissions.Allows(member.Role, Permission.SeeGroups)) return null;
        return await All(territories.Of(member), cancel);
    }

    /// <summary>Where the secret leads.</summary>
    public Uri Address(string secret) => options.Value.PublicUrl($"calendario/{secret}.ics");

    private async Task<string> All(Territory? territory, CancellationToken cancel) =>
        CalendarFile.Write((await list.Since(clock.GetUtcNow() - Past, territory, Most, cancel)).Select(Event), "Reuniones del programa");

    private CalendarEvent Event(Meeting meeting) => new(
        $"{meeting.Id.Value:D}@coopasistente", meeting.Version, meeting.StartsAt, meeting.EndsAt, meeting.ChangedAt, MeetingTerms.Title(meeting.Kind, meeting.Topic),
        string.Join(", ", new[] { meeting.Venue, programmes.Place(meeting.Country, meeting.PlaceCode) }.Where(part => part.Length > 0)),
        options.Value.PublicUrl($"reuniones/{meeting.Id.Value:D}").ToString(), meeting.State == MeetingState.Cancelled);
}
