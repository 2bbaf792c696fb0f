using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Reminders;

/// <summary>
/// Opens the rounds that have fallen due and asks the coordinators, by day. That she was asked and what is said are saved together, under the
/// conversation's version: of two processes one wins. Who may not be written to is left to the office; outside WhatsApp's 24 hours it waits until she writes.
/// </summary>
internal sealed class SendFollowUps(IServiceScopeFactory scopes, BotContent content, IEnumerable<ITurnCommitted> listeners, TimeProvider clock)
{
    /// <summary>Nobody is asked from this hour on.</summary>
    private const int LatestHour = 19;
    private const int AtOnce = 500;

    /// <summary>Who wrote so lately is not to be disturbed; the next looks try again.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromMinutes(10);

    /// <returns>How many coordinators were asked.</returns>
    public async Task<int> Handle(CancellationToken cancel)
    {
        foreach (var cooperative in await Use<OpenFollowUps, IReadOnlyList<OpenFollowUps.Cooperative>>(open => open.Due(cancel)))
            await Use<OpenFollowUps, bool>(open => open.Handle(cooperative, cancel));
        var sent = 0;
        foreach (var round in await Use<ProgrammeDb, List<long>>(db => Due(db, cancel)))
            if (await Ask(round, cancel))
                sent++;
        return sent;
    }

    /// <summary>Open rounds whose day has come, or whose coordinator is another one since.</summary>
    private async Task<List<long>> Due(ProgrammeDb db, CancellationToken cancel)
    {
        var due = new List<long>();
        foreach (var pack in content.Programmes.All)
        {
            var hour = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), pack.Country.TimeZone).Hour;
            if (hour < pack.FollowUp.AskHour || hour >= LatestHour) continue;
            var (country, today) = (pack.Country.Code, pack.DayOf(clock.GetUtcNow()));
            due.AddRange(await db.Groups.AsNoTracking().Where(g => g.Country == country && g.State == GroupState.Cooperative && g.CoordinatorId != null)
                .Join(db.FollowUpRounds.Where(r => r.Month > 0 && r.State == FollowUpState.Open), g => g.Id, r => r.GroupId, (g, r) => new { g.CoordinatorId, Round = r })
                .Where(l => l.Round.AskOn <= today || (l.Round.AskedOf != null && l.Round.AskedOf != l.CoordinatorId))
                .OrderBy(l => l.Round.DueOn).ThenBy(l => l.Round.Id).Take(AtOnce).Select(l => l.Round.Id).ToListAsync(cancel));
        }
        return due;
    }

    private async Task<bool> Ask(long id, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProgrammeDb>();
        var round = await db.FollowUpRounds.SingleAsync(r => r.Id == id, cancel);
        var group = await db.Groups.AsNoTracking().SingleAsync(g => g.Id == round.GroupId, cancel);
        if (round.State != FollowUpState.Open || group.CoordinatorId is not { } her || content.Programmes.Find(group.Country) is not { } pack) return false;

        var foresee = scope.ServiceProvider.GetRequiredService<ForeseeNotice>();
        var (now, conversation) = (clock.GetUtcNow(), await foresee.Home(her, cancel));
        if (conversation is not null && (now - conversation.LastInboundAt < Busy || conversation.IsHeld || WaitsForHer(conversation, now))) return false;
        var isSaid = conversation is not null && await foresee.Outlook(conversation, cancel) is NoticeOutlook.Now or NoticeOutlook.WhenSheWrites;
        if (isSaid)
        {
            var notices = pack.FollowUp.Notices;
            var text = round.TimesAsked > 0 && round.AskedOf == her ? notices.Reminder : notices.Due;
            await scope.ServiceProvider.GetRequiredService<TellHerOfFollowUp>().Say(conversation!, pack, group, round, her, text, cancel);
            round.Asked(her, pack.DayOf(now).AddDays(pack.FollowUp.RemindDays));
        }
        else round.CannotBeAsked(her);
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

    /// <summary>WhatsApp takes nothing from us now, and something waits for her already.</summary>
    private static bool WaitsForHer(Conversation conversation, DateTimeOffset now) =>
        conversation.HasParked && conversation.MustWaitForHer(now, hasTemplate: false);

    private async Task<T> Use<TUseCase, T>(Func<TUseCase, Task<T>> use) where TUseCase : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
