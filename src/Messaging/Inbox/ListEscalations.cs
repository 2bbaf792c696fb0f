using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>What waited too long, the newest first: what still waits, or what was answered since.</summary>
public sealed class ListEscalations(MessagingDb db, ProgrammeDb programme)
{
    public const int PageSize = 25;

    /// <param name="Name">Of the woman; empty where nobody knows it.</param>
    /// <param name="Registration">Null for a conversation, then <paramref name="Ticket"/> is not.</param>
    public sealed record Line(
        string Name, RegistrationId? Registration, long? Ticket, ServiceLevel Level, string Country, string? RegionCode, string? PlaceCode, DateTimeOffset Since, DateTimeOffset At, DateTimeOffset? EndedAt);

    public sealed record Result(IReadOnlyList<Line> Lines, int Open, int Ended);

    /// <param name="page">From 1.</param>
    public async Task<Result> Handle(bool ended, Territory? territory, int page, CancellationToken cancel)
    {
        var visible = programme.Escalations.AsNoTracking().Within(territory);
        var (open, done) = (await visible.CountAsync(e => e.EndedAt == null, cancel), await visible.CountAsync(e => e.EndedAt != null, cancel));
        var rows = await visible.Where(e => e.EndedAt != null == ended).OrderByDescending(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var (registrations, tickets) = (rows.Where(e => e.RegistrationId != null).Select(e => e.RegistrationId!.Value).ToList(), rows.Where(e => e.TicketId != null).Select(e => e.TicketId!.Value).ToList());
        var women = await programme.Registrations.Where(r => registrations.Contains(r.Id)).Join(programme.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { r.Id, p.GivenNames, p.Surnames }).ToListAsync(cancel);
        var threads = await db.Tickets.Where(t => tickets.Contains(t.Id)).Select(t => new { t.Id, t.ConversationId, db.Contacts.First(c => c.Id == t.ConversationId).ProfileName }).ToListAsync(cancel);
        var contacts = threads.ConvertAll(t => t.ConversationId);
        var speakers = (await db.ContactParticipants.Where(l => contacts.Contains(l.ContactId)).Join(programme.Participants, l => l.ParticipantId, p => p.Id, (l, p) => new { l.ContactId, l.LinkedAt, p.GivenNames, p.Surnames }).ToListAsync(cancel))
            .GroupBy(l => l.ContactId).ToDictionary(same => same.Key, same => same.MaxBy(l => l.LinkedAt)!);

        string Name(Escalation e) => e.RegistrationId is { } id
            ? women.Find(w => w.Id == id) is { } woman ? $"{woman.GivenNames} {woman.Surnames}" : ""
            : threads.Find(t => t.Id == e.TicketId) is { } thread ? speakers.GetValueOrDefault(thread.ConversationId) is { } her ? $"{her.GivenNames} {her.Surnames}" : thread.ProfileName ?? "" : "";
        return new(rows.ConvertAll(e => new Line(Name(e), e.RegistrationId, e.TicketId, e.Level, e.Country, e.RegionCode, e.PlaceCode, e.Since, e.At, e.EndedAt)), open, done);
    }
}
