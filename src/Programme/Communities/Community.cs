using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Communities;

/// <summary>Where the programme works or might: a place with its people, what was learned there, and how urgent it is.</summary>
public sealed class Community : IInTerritory
{
    /// <summary>1 is most urgent.</summary>
    public const int LeastPriority = 5;
    public const int LongestName = 80;
    public const int LongestReason = 500;

    private readonly List<CommunityEntry> _entries = [];

    private Community() { }

    public CommunityId Id { get; private set; }
    public string Country { get; private set; } = "";
    public string? RegionCode { get; private set; }

    /// <summary>Code of the most exact place it lies in.</summary>
    public string PlaceCode { get; private set; } = "";

    /// <summary>Its own name: village, neighbourhood, ayllu. Unique in its place, accents and capitals aside.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name as it is compared.</summary>
    public string PlainName { get; private set; } = "";
    public CommunityState State { get; private set; }

    /// <summary>1 to <see cref="LeastPriority"/>; null where nobody set one.</summary>
    public int? Priority { get; private set; }
    public string? PriorityReason { get; private set; }

    /// <summary>Answers of the socio-economic study by question, as JSON; null before the study.</summary>
    public string? StudyJson { get; private set; }
    public DateTimeOffset? StudiedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<CommunityEntry> Entries => _entries;

    public IReadOnlyList<CommunityTrigger> Permitted => CommunityLifecycle.Rules.PermittedFrom(State);

    public static Community Identify(CommunityId id, string country, string? region, string placeCode, string name, string author, DateTimeOffset now)
    {
        var community = new Community
        {
            Id = id, Country = country, RegionCode = region, PlaceCode = placeCode, Name = name, PlainName = Plain.Of(name), ChangedAt = now,
        };
        community._entries.Add(new CommunityEntry(CommunityEntryKind.Identified, null, author, null, now));
        return community;
    }

    /// <summary>False, changing nothing, where the lifecycle does not permit it.</summary>
    public bool Move(CommunityTrigger trigger, string author, string? reason, DateTimeOffset now)
    {
        if (!CommunityLifecycle.Rules.TryMove(State, trigger, out var next)) return false;
        State = next;
        Note(CommunityEntryKind.Moved, trigger, author, reason, now);
        return true;
    }

    /// <param name="priority">1 to <see cref="LeastPriority"/>; null takes it away.</param>
    public void Prioritise(int? priority, string? reason, string author, DateTimeOffset now)
    {
        if (Priority == priority && PriorityReason == reason) return;
        (Priority, PriorityReason) = (priority, reason);
        Note(CommunityEntryKind.Prioritised, null, author, reason, now);
    }

    /// <summary>The study was made or mended.</summary>
    public void Study(string answersJson, string author, DateTimeOffset now)
    {
        (StudyJson, StudiedAt) = (answersJson, now);
        Note(CommunityEntryKind.Studied, null, author, null, now);
    }

    private void Note(CommunityEntryKind kind, CommunityTrigger? trigger, string author, string? detail, DateTimeOffset now)
    {
        _entries.Add(new CommunityEntry(kind, trigger, author, detail, now));
        ChangedAt = now;
        Version++;
    }
}
