using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Posters;

/// <summary>What a poster hangs at. Stored as its number.</summary>
public enum PosterPlace : byte { Community = 1, Office = 2, Meeting = 3, Elsewhere = 4 }

/// <summary>A paper with a code of its own, which tells later where a woman came from. Taken down, its code still counts: it may hang on somewhere.</summary>
public sealed class Poster : IInTerritory
{
    public const int LongestTitle = 60;

    private Poster() { }

    public long Id { get; private set; }

    /// <summary>See <see cref="PosterCode"/>. Unique.</summary>
    public string Code { get; private set; } = "";
    public string Country { get; private set; } = "";
    public string? RegionCode { get; private set; }
    public string? PlaceCode { get; private set; }
    public PosterPlace Kind { get; private set; }

    /// <summary>Where it hangs, in staff's words; stands small on the paper too.</summary>
    public string Title { get; private set; } = "";
    public CommunityId? CommunityId { get; private set; }
    public MeetingId? MeetingId { get; private set; }

    /// <summary>Code of the office; null for others.</summary>
    public string? Office { get; private set; }
    public string Author { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was taken down; null while it hangs.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }
    public int Version { get; private set; }

    public static Poster Make(PosterCode code, PosterSpot spot, string title, string author, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(spot);
        return new()
        {
            Code = code.Text, Country = spot.Country, RegionCode = spot.RegionCode, PlaceCode = spot.PlaceCode, Kind = spot.Kind, CommunityId = spot.Community, MeetingId = spot.Meeting,
            Office = spot.Office, Title = title, Author = author, At = now,
        };
    }

    /// <summary>False where it is down already.</summary>
    public bool Retire(DateTimeOffset now)
    {
        if (RetiredAt is not null) return false;
        RetiredAt = now;
        Version++;
        return true;
    }

    /// <summary>It hangs again.</summary>
    public bool Restore()
    {
        if (RetiredAt is null) return false;
        RetiredAt = null;
        Version++;
        return true;
    }
}

/// <summary>Where a poster hangs, and so whose it is.</summary>
public sealed record PosterSpot(PosterPlace Kind, string Country, string? RegionCode, string? PlaceCode) : IInTerritory
{
    public CommunityId? Community { get; init; }
    public MeetingId? Meeting { get; init; }
    public string? Office { get; init; }
}

/// <summary>What a woman did who came by a poster. Stored as its number.</summary>
public enum PosterEvent : byte { Greeted = 1, Registered = 2 }

/// <summary>A woman came by a poster. Each contact greets once.</summary>
public sealed class PosterArrival
{
    private PosterArrival() { }

    public PosterArrival(long posterId, RegistrationId registration, DateTimeOffset at) =>
        (PosterId, Event, RegistrationId, At) = (posterId, PosterEvent.Registered, registration, at);

    public long Id { get; private set; }
    public long PosterId { get; private set; }
    public PosterEvent Event { get; private set; }

    /// <summary>Who greeted; null for a registration.</summary>
    public long? ContactId { get; private set; }

    /// <summary>What she registered; null for a greeting.</summary>
    public RegistrationId? RegistrationId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
