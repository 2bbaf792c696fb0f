namespace CoopAssistant.Admin.Accounts;

/// <summary>Addresses of this app, as opposed to ones that lead a person away after signing in.</summary>
internal static class LocalAddress
{
    /// <summary>The wanted address where it is a path of this app, else <paramref name="fallback"/>.</summary>
    public static string Or(string? wanted, string fallback) =>
        wanted is ['/', ..] and not ['/', '/' or '\\', ..] && !wanted.Any(char.IsControl) ? wanted : fallback;
}
