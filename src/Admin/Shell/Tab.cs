namespace CoopAssistant.Admin.Shell;

/// <summary>A link of <see cref="Tabs"/>.</summary>
/// <param name="Count">How many are behind it; null where that is not told.</param>
public sealed record Tab(string Address, string Name, bool IsHere, int? Count = null);
