using System.Globalization;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Allies.Agreements;

/// <summary>
/// What the ministry and an institution signed (convenio): what each contributes, from when to when, and by when its renewal is to be settled.
/// Of a region where it holds there alone. What happened to it is kept with author, reason and time.
/// </summary>
public sealed class Agreement : IInTerritory
{
    public const int LongestTitle = 160;
    public const int LongestNumber = 60;
    public const int MostContributions = 40;

    private readonly List<Contribution> _contributions = [];
    private readonly List<AgreementEntry> _entries = [];

    private Agreement() { }

    public AgreementId Id { get; private set; }
    public AllyId AllyId { get; private set; }
    public string Country { get; private set; } = "";
    public string? RegionCode { get; private set; }

    /// <summary>Always null: an agreement is of a country or a region.</summary>
    public string? PlaceCode { get; private set; }
    public string Title { get; private set; } = "";
    public string? Number { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive; null without an end.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Day by which somebody settles whether it goes on; null where it has no end.</summary>
    public DateOnly? RenewBy { get; private set; }

    /// <summary>Ended before its time; null while it was not.</summary>
    public DateOnly? EndedOn { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<Contribution> Contributions => _contributions;
    public IReadOnlyList<AgreementEntry> Entries => _entries;

    public AgreementTerms Terms => new(Title, Number, RegionCode, From, Until, RenewBy, [.. _contributions.OrderBy(c => c.Id)]);

    internal static Agreement Sign(AgreementId id, Ally ally, AgreementTerms terms, string author, DateTimeOffset now)
    {
        var agreement = new Agreement { Id = id, AllyId = ally.Id, Country = ally.Country };
        agreement.Take(terms);
        agreement.Note(AgreementEntryKind.Signed, null, author, null, now);
        return agreement;
    }

    /// <summary>How it stands on a day.</summary>
    public AgreementState StateOn(DateOnly day) =>
        EndedOn is { } ended && ended <= day ? AgreementState.Ended : day < From ? AgreementState.ToCome : Until is { } last && last < day ? AgreementState.Expired : AgreementState.InForce;

    internal void Change(AgreementTerms terms, string author, DateTimeOffset now)
    {
        Take(terms);
        Note(AgreementEntryKind.Changed, null, author, null, now);
    }

    /// <summary>It goes on until another day. False where it was ended, or the day is no later.</summary>
    internal bool Renew(DateOnly until, DateOnly renewBy, string author, string? reason, DateTimeOffset now)
    {
        if (EndedOn is not null || until <= (Until ?? From)) return false;
        var before = Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (Until, RenewBy) = (until, renewBy);
        return Note(AgreementEntryKind.Renewed, before, author, reason, now);
    }

    /// <summary>It will not be renewed: nobody is reminded again.</summary>
    internal bool LetExpire(string author, string? reason, DateTimeOffset now)
    {
        if (EndedOn is not null || RenewBy is null) return false;
        RenewBy = null;
        return Note(AgreementEntryKind.NotRenewed, null, author, reason, now);
    }

    internal bool End(DateOnly on, string author, string? reason, DateTimeOffset now)
    {
        if (EndedOn is not null) return false;
        (EndedOn, RenewBy) = (on, null);
        return Note(AgreementEntryKind.Ended, null, author, reason, now);
    }

    private void Take(AgreementTerms terms)
    {
        (Title, Number, RegionCode, From, Until, RenewBy) = (terms.Title, terms.Number, terms.Region, terms.From, terms.Until, terms.RenewBy);
        if (_contributions.Select(c => (c.Party, c.What)).SequenceEqual(terms.Contributions.Select(c => (c.Party, c.What)))) return;
        _contributions.Clear();
        _contributions.AddRange(terms.Contributions.Select(c => new Contribution(c.Party, c.What)));
    }

    private bool Note(AgreementEntryKind kind, string? detail, string author, string? reason, DateTimeOffset now)
    {
        _entries.Add(new AgreementEntry(kind, detail, author, reason, now));
        Version++;
        return true;
    }
}

public enum AgreementState { ToCome, InForce, Expired, Ended }
