using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Reminders;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Invitations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Reminders;

/// <summary>
/// Reminds those whose hour has come. The reminder and what is said are saved together, each with its version: of two processes, or a
/// process and her own message, one wins and the other leaves it. Names no lesson: others may see her phone. Outside WhatsApp's 24 hours an
/// approved template says it, where there is one; else it waits for her.
/// </summary>
internal sealed class SendReminders(
    IServiceScopeFactory scopes, BotContent content, LearnReading reading, CourseShelf shelf, ApprovedTemplates templates, IEnumerable<ITurnCommitted> listeners, TimeProvider clock)
{
    private const int AtOnce = 100;
    private const int MostRounds = 200;

    /// <summary>Who wrote so lately is not to be disturbed.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromHours(2);

    /// <returns>How many women were reminded.</returns>
    public async Task<int> Handle(CancellationToken cancel)
    {
        var sent = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var due = await Due(cancel);
            foreach (var contact in due)
                if (await Remind(contact, cancel))
                    sent++;
            if (due.Count < AtOnce) break;
        }
        return sent;
    }

    private async Task<List<long>> Due(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<CoursesDb>().Reminders.AsNoTracking()
            .Where(r => r.NextAt <= now).OrderBy(r => r.NextAt).ThenBy(r => r.ContactId).Take(AtOnce).Select(r => r.ContactId).ToListAsync(cancel);
    }

    private async Task<bool> Remind(long contact, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoursesDb>();
        var now = clock.GetUtcNow();
        if (await db.Reminders.SingleOrDefaultAsync(r => r.ContactId == contact && r.NextAt <= now, cancel) is not { } reminder) return false;
        var conversation = await scope.ServiceProvider.GetRequiredService<MessagingDb>().Conversations.SingleOrDefaultAsync(c => c.Id == contact, cancel);
        var isSaid = conversation is not null && !conversation.HasOptedOut && !await HasFinished(conversation, now, cancel) ? Say(reminder, conversation, now) : Ended(reminder);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        if (isSaid) foreach (var listener in listeners) listener.Committed(contact, conversation!.Channel);
        return isSaid;
    }

    private bool Say(Reminder reminder, Conversation conversation, DateTimeOffset now)
    {
        var zone = content.Programmes.Find(reminder.Country)?.Country.TimeZone ?? TimeZoneInfo.Utc;
        var template = templates.For(TemplatePurpose.Lessons, StoredState.Read(conversation.State)?.Language ?? "", reminder.Country);
        if (!reminder.IsHerTime(zone, now) || now - conversation.LastInboundAt < Busy) reminder.WaitForHerTime(zone, now);
        else if (!reminder.FallsDue(conversation.LastInboundAt)) return false;
        else if (conversation.IsHeld || (conversation.HasParked && conversation.MustWaitForHer(now, template is not null))) reminder.PutOff(zone, now);
        else
        {
            conversation.Say(new OutgoingMessage(content.SpeechFor(reminder.Country)[Texts.LearnReminder]) { Template = template }, author: null, now);
            reminder.Reminded(zone, now);
            return true;
        }
        return false;
    }

    private async Task<bool> HasFinished(Conversation conversation, DateTimeOffset now, CancellationToken cancel)
    {
        if (shelf.Courses.Count == 0) return false;
        var speaks = StoredState.Read(conversation.State)?.Participants is [var first, ..] ? new ParticipantId(first) : (ParticipantId?)null;
        return (await reading.Progress(shelf.Courses[0].Id, new Learner(speaks, conversation.Id), now, cancel)).FinishedAt is not null;
    }

    private static bool Ended(Reminder reminder)
    {
        reminder.End();
        return false;
    }
}
