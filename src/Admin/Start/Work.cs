using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;

namespace CoopAssistant.Admin.Start;

/// <summary>Who asks what there is to do.</summary>
/// <param name="Staff">Her or his id.</param>
/// <param name="Territory">Null for everything.</param>
public sealed record WorkRequest(string Staff, Territory? Territory)
{
    /// <summary>The institution whose own user asks; null for staff of the ministry.</summary>
    public AllyId? Ally { get; init; }

    /// <summary>What waits too long comes before directors first, before administration later.</summary>
    public ServiceLevel Level { get; init; } = ServiceLevel.Director;
}

/// <summary>One kind of work that waits: a count that leads to its list, and what has waited longest.</summary>
/// <param name="Address">The filtered list behind the count.</param>
/// <param name="One">What there is one of, in a sentence after the number.</param>
/// <param name="None">The whole sentence where there are none.</param>
public sealed record Work(string Address, int Count, string One, string Many, string None)
{
    /// <summary>When what waits too long comes before administration.</summary>
    public const string BeforeAdministration = "Pasado el segundo plazo; donde nadie dirige la oficina, pasado el primero";

    public string? More { get; init; }

    /// <summary>Somebody waits while nobody does it.</summary>
    public bool IsPressing { get; init; }

    /// <summary>Heading above <see cref="Items"/>; null where the count says it all.</summary>
    public string? Heading { get; init; }

    /// <summary>What has waited longest, first.</summary>
    public IReadOnlyList<WorkItem> Items { get; init; } = [];
}

/// <param name="About">Place, reason or what is missing.</param>
public sealed record WorkItem(string Address, string Title, string About, DateTimeOffset Since)
{
    public string? Country { get; init; }
    public string? AssignedTo { get; init; }

    /// <summary>Against the clock of her office, instead of how long ago it was; null where none runs.</summary>
    public ServiceClock.Standing? Clock { get; init; }

    /// <summary>Where a form gives it to who asks; null where that cannot be.</summary>
    public string? Take { get; init; }
}

/// <summary>Finds one kind of work for the first page. Each room registers its own; the page knows none of them.</summary>
public interface IWorkSource
{
    /// <summary>Place on the page; what women wait for comes first.</summary>
    int Order { get; }

    /// <summary>Who does not have this permission is not asked to do this work.</summary>
    string Permission { get; }

    Task<Work> Read(WorkRequest request, CancellationToken cancel);
}
