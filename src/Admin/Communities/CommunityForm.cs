namespace CoopAssistant.Admin.Communities;

/// <summary>A new community on its way.</summary>
public sealed class CommunityForm
{
    public string? Name { get; set; }
    public string? Place { get; set; }
}
