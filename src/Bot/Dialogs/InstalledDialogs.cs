namespace CoopAssistant.Bot.Dialogs;

/// <summary>Names of the dialogs this house has, so that a menu offers only what is there.</summary>
internal sealed class InstalledDialogs(IEnumerable<string> names)
{
    private readonly HashSet<string> _names = new(names, StringComparer.Ordinal);

    public bool Has(string name) => _names.Contains(name);
}
