using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>A woman of a segment on the phone or browser where she is told news.</summary>
public sealed class Listener
{
    public long ContactId { get; init; }
    public ParticipantId ParticipantId { get; init; }
}

/// <summary>A registered woman with what segments ask of her; once for each registration.</summary>
public sealed class Addressee
{
    public ParticipantId ParticipantId { get; init; }
    public string Country { get; init; } = "";
    public string? RegionCode { get; init; }
    public string? PlaceCode { get; init; }
    public RegistrationStatus Status { get; init; }
    public string? Rubro { get; init; }
    public string Language { get; init; } = "";

    /// <summary>Where she is told news; null without a chat.</summary>
    public long? ContactId { get; init; }
    public bool IsInGroup { get; init; }
    public bool Began { get; init; }
    public bool Finished { get; init; }
}

/// <summary>A phone or browser, and whether a broadcast may go there now.</summary>
public sealed class Candidate
{
    public long ContactId { get; init; }
    public Channel Channel { get; init; }
    public DateTimeOffset LastInboundAt { get; init; }
    public Unreachable Reason { get; init; }

    /// <summary>WhatsApp's window is closed: a template is paid for.</summary>
    public bool IsOutside { get; init; }
}

/// <summary>Who a segment is, as queries: the women, where each is told, and why some may not be.</summary>
public sealed class Audience(MessagingDb db, ProgrammeDb programme, IFindLearners learners, TimeProvider clock)
{
    /// <summary>Their registrations; a woman may have several.</summary>
    public IQueryable<Registration> Women(BroadcastSegment segment)
    {
        var found = programme.Registrations.AsNoTracking().Where(r => r.Country == segment.Country).Within(segment.Territory);
        if (segment.Statuses.Count > 0)
        {
            var statuses = segment.Statuses.ToList();
            found = found.Where(r => statuses.Contains(r.Status));
        }
        else found = found.Live();
        if (segment.Rubro is { } rubro) found = found.Where(r => r.Rubro == rubro);
        if (segment.Language is { } language) found = found.Where(r => programme.Participants.Any(p => p.Id == r.ParticipantId && p.Language == language));
        if (segment.Group is { } id)
        {
            var group = new GroupId(id);
            found = found.Where(r => programme.GroupMembers.Where(m => m.GroupId == group && m.State == MemberState.Member).Select(m => m.ParticipantId).Contains(r.ParticipantId));
        }
        var members = Members();
        if (segment.InGroup == GroupFilter.InOne) found = found.Where(r => members.Any(m => m.ParticipantId == r.ParticipantId));
        if (segment.InGroup == GroupFilter.InNone) found = found.Where(r => !members.Any(m => m.ParticipantId == r.ParticipantId));
        var (began, finished) = (learners.Began(), learners.Finished());
        return segment.Learning switch
        {
            LearningFilter.NotBegun => found.Where(r => !began.Any(id => id == r.ParticipantId)),
            LearningFilter.Begun => found.Where(r => began.Any(id => id == r.ParticipantId) && !finished.Any(id => id == r.ParticipantId)),
            LearningFilter.Finished => found.Where(r => finished.Any(id => id == r.ParticipantId)),
            _ => found,
        };
    }

    /// <summary>Where each of them is told news: the contact she was linked to first, as for every notice.</summary>
    public IQueryable<Listener> Listeners(BroadcastSegment segment)
    {
        IQueryable<ContactParticipant> links = db.ContactParticipants;
        return Women(segment).Join(
                links.Where(l => !links.Any(o => o.ParticipantId == l.ParticipantId && (o.LinkedAt < l.LinkedAt || (o.LinkedAt == l.LinkedAt && o.ContactId < l.ContactId)))),
                r => r.ParticipantId, l => l.ParticipantId, (r, l) => new Listener { ContactId = l.ContactId, ParticipantId = l.ParticipantId });
    }

    /// <summary>The phones and browsers of a broadcast: its segment's, or those that an earlier one did not reach.</summary>
    public IQueryable<long> Contacts(Broadcast broadcast) =>
        broadcast.RepeatsId is { } earlier ? NotReached(earlier) : Listeners(broadcast.Segment).Select(l => l.ContactId).Distinct();

    /// <summary>Not said, refused, or gone out without a word that it arrived.</summary>
    public IQueryable<long> NotReached(long broadcast) => db.BroadcastRecipients.AsNoTracking()
        .Where(r => r.BroadcastId == broadcast && (r.State != RecipientState.Said
            || db.Messages.Any(m => m.Id == r.MessageId && m.Delivery != Delivery.None && m.Delivery != Delivery.Delivered && m.Delivery != Delivery.Read)))
        .Select(r => r.ContactId);

    /// <summary>Whether it may go to each of these contacts at this moment.</summary>
    public IQueryable<Candidate> Candidates(IQueryable<long> contacts, bool isTemplate) => Candidates(db.Conversations.AsNoTracking().Where(c => contacts.Contains(c.Id)), isTemplate);

    /// <summary>All phones and browsers, as for a template.</summary>
    internal IQueryable<Candidate> Phones() => Candidates(db.Conversations.AsNoTracking().OrderBy(c => c.Id), isTemplate: true);

    /// <summary>All women, with what segments ask of them.</summary>
    internal IQueryable<Addressee> Addressees()
    {
        var (members, began, finished) = (Members(), learners.Began(), learners.Finished());
        return programme.Registrations.AsNoTracking().OrderBy(r => r.ParticipantId).Select(r => new Addressee
        {
            ParticipantId = r.ParticipantId, Country = r.Country, RegionCode = r.RegionCode, PlaceCode = r.PlaceCode, Status = r.Status, Rubro = r.Rubro,
            Language = programme.Participants.Where(p => p.Id == r.ParticipantId).Select(p => p.Language).First(),
            ContactId = db.ContactParticipants.Where(l => l.ParticipantId == r.ParticipantId).OrderBy(l => l.LinkedAt).ThenBy(l => l.ContactId).Select(l => (long?)l.ContactId).FirstOrDefault(),
            IsInGroup = members.Any(m => m.ParticipantId == r.ParticipantId), Began = began.Any(id => id == r.ParticipantId), Finished = finished.Any(id => id == r.ParticipantId),
        });
    }

    private IQueryable<GroupMember> Members() =>
        programme.GroupMembers.Where(m => m.State == MemberState.Member && programme.Groups.Any(g => g.Id == m.GroupId && g.State != GroupState.Dissolved));

    private IQueryable<Candidate> Candidates(IQueryable<Conversation> conversations, bool isTemplate)
    {
        var closed = clock.GetUtcNow() - Conversation.OpenWindow;
        return conversations.Select(c => new Candidate
        {
            ContactId = c.Id, Channel = c.Channel, LastInboundAt = c.LastInboundAt, IsOutside = c.Channel == Channel.WhatsApp && c.LastInboundAt <= closed,
            Reason = c.HasOptedOut ? Unreachable.OptedOut
                : !programme.Consents.Where(s => s.ContactId == c.Id && s.Purpose == ConsentPurpose.Contact).OrderByDescending(s => s.Id).Select(s => s.IsGranted).FirstOrDefault() ? Unreachable.NoConsent
                : c.OutOfReachSince >= c.LastInboundAt ? Unreachable.FailingNumber
                : !isTemplate && c.Channel == Channel.WhatsApp && c.LastInboundAt <= closed ? Unreachable.WindowClosed
                : Unreachable.None,
        });
    }

    /// <summary>Their first names on a contact, in one: "Ana y Eva". Empty where none of the segment is there any more.</summary>
    public async Task<(string Names, string Language)> WhoListens(BroadcastSegment segment, long contact, CancellationToken cancel)
    {
        var women = await Listeners(segment).Where(l => l.ContactId == contact)
            .Join(programme.Participants, l => l.ParticipantId, p => p.Id, (_, p) => new { p.Id, p.GivenNames, p.Language, p.CreatedAt }).Distinct().OrderBy(p => p.CreatedAt).ToListAsync(cancel);
        return (string.Join(" y ", women.Select(w => w.GivenNames.Split(' ', 2)[0]).Distinct(StringComparer.Ordinal).Take(3)), women.Count > 0 ? women[0].Language : "");
    }
}
