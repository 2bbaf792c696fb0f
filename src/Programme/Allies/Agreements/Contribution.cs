namespace CoopAssistant.Programme.Allies.Agreements;

/// <summary>Who contributes. Stored as its number.</summary>
public enum Party
{
    Ministry = 0,
    Ally = 1,

    /// <summary>Somebody else who signed; named in the words.</summary>
    Other = 2,
}

/// <summary>One thing that one party of an agreement contributes.</summary>
public sealed class Contribution
{
    public const int Longest = 200;

    private Contribution() { }

    public Contribution(Party party, string what) => (Party, What) = (party, what);

    public long Id { get; private set; }
    public Party Party { get; private set; }
    public string What { get; private set; } = "";
}

/// <summary>What an agreement says.</summary>
/// <param name="Region">First-level place where it holds; null for the whole country.</param>
/// <param name="Until">Last day, inclusive; null without an end.</param>
/// <param name="RenewBy">Null for the country's usual days before the end.</param>
public sealed record AgreementTerms(string Title, string? Number, string? Region, DateOnly From, DateOnly? Until, DateOnly? RenewBy, IReadOnlyList<Contribution> Contributions);
