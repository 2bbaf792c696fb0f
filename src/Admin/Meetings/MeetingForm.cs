using System.Globalization;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Admin.Meetings;

/// <summary>What describes a meeting, on its way: days and hours by the country's clock.</summary>
public sealed class MeetingForm
{
    public const string Finding = "buscar";
    public const string Planning = "planear";
    private const string Group = "g:";
    private const string Community = "c:";

    /// <summary>An end before the start is meant for the next day where it is no longer than this; else it is a slip.</summary>
    private static readonly TimeSpan LongestNight = TimeSpan.FromHours(8);

    /// <summary>Whom it is for, as <c>g:</c> or <c>c:</c> and the id.</summary>
    public string? Host { get; set; }

    /// <summary>What is typed to find her group or community.</summary>
    public string? Find { get; set; }

    /// <summary>For what was typed the groups and communities stand there that are seen.</summary>
    public string? SeenFind { get; set; }

    /// <summary>The button, <see cref="Finding"/> or <see cref="Planning"/>; none where Enter was pressed in a field.</summary>
    public string? Do { get; set; }

    /// <summary>Enter after other words were typed to find somebody looks for them; anywhere else it plans.</summary>
    public bool IsFinding => Do == Finding || (Do != Planning && (Find ?? "").Trim() != (SeenFind ?? "").Trim());

    public string? Kind { get; set; }
    public string? Topic { get; set; }
    public string? Day { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? Venue { get; set; }
    public string? Capacity { get; set; }
    public string? Institution { get; set; }
    public string? Hours { get; set; }
    public bool PriorCourse { get; set; }
    public bool Childcare { get; set; }
    public bool Invite { get; set; }
    public string? Reason { get; set; }
    public int Version { get; set; }

    public static string HostOf(FindMeetingHosts.Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Group is { } group ? HostOf(group) : HostOf(row.Community!.Value);
    }

    public static string HostOf(GroupId group) => Group + group.Value.ToString("D");

    public static string HostOf(CommunityId community) => Community + community.Value.ToString("D");

    public GroupId? GroupId => Read(Group) is { } id ? new GroupId(id) : null;

    public CommunityId? CommunityId => Read(Community) is { } id ? new CommunityId(id) : null;

    /// <summary>As it stands.</summary>
    public static MeetingForm Of(Meeting meeting, ProgrammePack pack)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(pack);
        var (from, until) = (TimeZoneInfo.ConvertTime(meeting.StartsAt, pack.Country.TimeZone), TimeZoneInfo.ConvertTime(meeting.EndsAt, pack.Country.TimeZone));
        return new()
        {
            Kind = meeting.Kind.ToString(), Topic = meeting.Topic, Day = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), From = from.ToString("HH:mm", CultureInfo.InvariantCulture),
            Until = until.ToString("HH:mm", CultureInfo.InvariantCulture), Venue = meeting.Venue, Capacity = meeting.Capacity?.ToString(CultureInfo.InvariantCulture), Institution = meeting.Institution,
            Hours = meeting.CourseMinutes == 0 ? null : MeetingWords.Hours(meeting.CourseMinutes), PriorCourse = meeting.IsPriorCourse, Childcare = meeting.OffersChildcare, Version = meeting.Version,
        };
    }

    /// <summary>What was typed and cannot be read becomes a value that the rules refuse, so that they say what to do.</summary>
    public MeetingPlan Plan() => new(Enum.TryParse<MeetingKind>(Kind, out var kind) ? kind : (MeetingKind)(-1), Topic)
    {
        Capacity = string.IsNullOrWhiteSpace(Capacity) ? null : int.TryParse(Capacity, NumberStyles.None, CultureInfo.InvariantCulture, out var places) ? places : -1,
        Institution = string.IsNullOrWhiteSpace(Institution) ? null : Institution,
        CourseMinutes = string.IsNullOrWhiteSpace(Hours) ? 0
            : decimal.TryParse(Hours.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours <= 24 ? (int)(hours * 60) : -1,
        IsPriorCourse = PriorCourse,
        OffersChildcare = Childcare,
    };

    public MeetingSlot Slot(ProgrammePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var (from, until) = (At(Day, From, pack), At(Day, Until, pack));
        if (until <= from && until > DateTimeOffset.MinValue && until.AddDays(1) - from <= LongestNight) until = until.AddDays(1);
        return new(from, until, Venue ?? "");
    }

    private static DateTimeOffset At(string? day, string? hour, ProgrammePack pack)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || !TimeOnly.TryParse(hour, CultureInfo.InvariantCulture, out var at)) return DateTimeOffset.MinValue;
        var local = on.ToDateTime(at);
        return new DateTimeOffset(local, pack.Country.TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }

    private Guid? Read(string prefix) => Host is not null && Host.StartsWith(prefix, StringComparison.Ordinal) && Guid.TryParse(Host.AsSpan(prefix.Length), out var id) ? id : null;
}
