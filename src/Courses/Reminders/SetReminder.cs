using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Reminders;

/// <summary>She wants to be reminded of her lessons at an hour, or no more. Repeating it is harmless.</summary>
public sealed class SetReminder(CoursesDb db)
{
    /// <param name="Hour">From 0 to 23 by her country's clock; null: no more.</param>
    /// <param name="Zone">Her country's.</param>
    public sealed record Request(long ContactId, int? Hour, string Country, TimeZoneInfo Zone, DateTimeOffset At);

    public async Task Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reminder = await db.Reminders.SingleOrDefaultAsync(r => r.ContactId == request.ContactId, cancel);
        if (request.Hour is { } hour)
        {
            if (reminder is null) db.Reminders.Add(reminder = Reminder.Begin(request.ContactId));
            reminder.At(hour, request.Country, request.Zone, request.At);
        }
        else reminder?.End();
        await db.SaveAsync(cancel);
    }
}
