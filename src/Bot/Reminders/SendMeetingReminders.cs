using System.Globalization;
using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Reminders;

/// <summary>
/// Reminds women of a meeting the day before, at the hour each chose for her lessons or else at the country's. What is said and that
/// it was said are saved together, under the conversation's version: of two processes one wins. Only who agreed to messages hears it;
/// outside WhatsApp's 24 hours it waits until she writes, and so it names the day.
/// </summary>
internal sealed class SendMeetingReminders(IServiceScopeFactory scopes, BotContent content, IEnumerable<ITurnCommitted> listeners, TimeProvider clock)
{
    /// <summary>Nobody is reminded before.</summary>
    private const int EarliestHour = 6;

    /// <summary>How long after her hour it may still go out: an outage must not make it ring at night.</summary>
    private static readonly TimeSpan LatestAfterHour = TimeSpan.FromHours(2);

    /// <summary>Who wrote so lately is not to be disturbed; the next looks try again.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromMinutes(10);

    /// <returns>How many women were reminded.</returns>
    public async Task<int> Handle(CancellationToken cancel)
    {
        var sent = 0;
        foreach (var guest in await Due(cancel))
            if (await Remind(guest, cancel))
                sent++;
        return sent;
    }

    /// <summary>Guests of meetings that are tomorrow by their country's clock, who come or have not answered, and were not reminded.</summary>
    private async Task<List<long>> Due(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProgrammeDb>();
        var due = new List<long>();
        foreach (var pack in content.Programmes.All)
        {
            if (TimeZoneInfo.ConvertTime(clock.GetUtcNow(), pack.Country.TimeZone).Hour < EarliestHour) continue;
            var (country, tomorrow) = (pack.Country.Code, pack.DayOf(clock.GetUtcNow()).AddDays(1));
            var (from, until) = (StartOf(tomorrow, pack), StartOf(tomorrow.AddDays(1), pack));
            due.AddRange(await db.Meetings.AsNoTracking().Where(m => m.Country == country && m.State == MeetingState.Planned && m.StartsAt >= from && m.StartsAt < until)
                .SelectMany(m => m.Guests.Where(g => g.IsListed && g.ReminderSettledAt == null && (g.Answer == GuestAnswer.Open || g.Answer == GuestAnswer.Yes)))
                .OrderBy(g => g.Id).Select(g => g.Id).ToListAsync(cancel));
        }
        return due;
    }

    private async Task<bool> Remind(long id, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProgrammeDb>();
        var guest = await db.MeetingGuests.SingleAsync(g => g.Id == id, cancel);
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(m => m.Id == guest.MeetingId, cancel);
        if (guest.ReminderSettledAt is not null || content.Programmes.Find(meeting.Country) is not { } pack) return false;

        var foresee = scope.ServiceProvider.GetRequiredService<ForeseeNotice>();
        var (now, conversation) = (clock.GetUtcNow(), await foresee.Home(guest.ParticipantId, cancel));
        var since = TimeZoneInfo.ConvertTime(now, pack.Country.TimeZone).TimeOfDay - TimeSpan.FromHours(HourOf(conversation, pack));
        if (since < TimeSpan.Zero || (conversation is not null && since < LatestAfterHour && now - conversation.LastInboundAt < Busy)) return false;

        var isSaid = since < LatestAfterHour && conversation is not null && !IsNews(guest, now) && !WaitsForHer(conversation, now)
            && await foresee.Outlook(conversation, cancel) is NoticeOutlook.Now or NoticeOutlook.WhenSheWrites;
        if (isSaid)
        {
            var notices = pack.Meetings.Notices;
            await scope.ServiceProvider.GetRequiredService<TellHerOfHerMeeting>().Say(conversation!, pack, meeting, guest.ParticipantId, guest.Answer == GuestAnswer.Yes ? notices.Reminder : notices.Unanswered, cancel);
        }
        guest.SettleReminder(now);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // another process, or she writes just now
        }
        if (isSaid) foreach (var listener in listeners) listener.Committed(conversation!.Id, conversation.Channel);
        return isSaid;
    }

    /// <summary>She was asked or told of a change a few hours ago: that is reminder enough.</summary>
    private static bool IsNews(MeetingGuest guest, DateTimeOffset now) => guest.ToldAt is { } told && now - told < TimeSpan.FromHours(6);

    /// <summary>WhatsApp takes nothing from us now, and something waits for her already.</summary>
    private static bool WaitsForHer(Conversation conversation, DateTimeOffset now) =>
        conversation.HasParked && conversation.MustWaitForHer(now, hasTemplate: false);

    /// <summary>The hour she chose for the reminders of her lessons; else the country's.</summary>
    private static int HourOf(Conversation? conversation, ProgrammePack pack) =>
        conversation is not null && int.TryParse(StoredState.Read(conversation.State)?.Note(Notes.Reminder), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) ? hour : pack.Meetings.ReminderHour;

    private static DateTimeOffset StartOf(DateOnly day, ProgrammePack pack)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, pack.Country.TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }
}
