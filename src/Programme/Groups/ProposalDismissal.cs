namespace CoopAssistant.Programme.Groups;

/// <summary>Staff decided against a proposed group, for now: it comes back when it has grown by a quarter.</summary>
public sealed class ProposalDismissal
{
    private ProposalDismissal() { }

    internal ProposalDismissal(string country, string key, int women, string author, string reason, DateTimeOffset at) =>
        (Country, Key, Women, Author, Reason, At) = (country, key, women, author, reason, at);

    public long Id { get; private set; }
    public string Country { get; private set; } = "";

    /// <summary>See <see cref="GroupProposal.Key"/>. Unique in its country.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Women it had then.</summary>
    public int Women { get; private set; }
    public string Author { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>From how many women it is proposed again.</summary>
    public int ComesBackAt => Women + Math.Max(1, (Women + 3) / 4);

    internal void Renew(int women, string author, string reason, DateTimeOffset at) => (Women, Author, Reason, At) = (women, author, reason, at);
}
