namespace CoopAssistant.Data.Keys;

/// <summary>One key of ASP.NET's data protection (cookies, antiforgery), as the XML it hands over.</summary>
public sealed class ProtectionKey
{
    private ProtectionKey() { }

    public long Id { get; private set; }
    public string? Name { get; private set; }
    public string Xml { get; private set; } = "";
}
