using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Admin.Groups;

/// <summary>What describes a group, on its way.</summary>
public sealed class GroupForm
{
    public string? Name { get; set; }
    public string? Place { get; set; }
    public string? Rubro { get; set; }
    public string? Language { get; set; }
    public string? Phone { get; set; }
    public string? Reason { get; set; }
    public int Version { get; set; }

    internal GroupDescription Describe(string country, string? place) =>
        new(country, null, place, Name ?? "", Rubro ?? "", string.IsNullOrWhiteSpace(Language) ? "es" : Language) { ContactPhone = string.IsNullOrWhiteSpace(Phone) ? null : Phone.Trim() };
}
