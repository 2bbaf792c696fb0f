using CoopAssistant.Programme;

namespace CoopAssistant.Admin.Allies.Referrals;

/// <summary>To whom, why, and what would be shared; on its way.</summary>
public sealed class ReferForm
{
    public string? Ally { get; set; }
    public string? Reason { get; set; }
    public List<string>? Fields { get; set; }

    /// <summary>Members of a group who are asked.</summary>
    public List<Guid>? Asks { get; set; }

    internal AllyId AllyId => Guid.TryParse(Ally, out var id) ? new AllyId(id) : default;
}
