namespace CoopAssistant.Admin.Accounts;

/// <summary>What a browser calls itself, in words a person recognises: «Chrome en Windows».</summary>
internal static class DeviceWords
{
    private static readonly (string Sign, string Name)[] Browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Sign, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    public static string Of(string device)
    {
        var (browser, system) = (Find(Browsers, device), Find(Systems, device));
        return (browser, system) switch
        {
            (null, null) => "Un navegador",
            (null, _) => "Un navegador en " + system,
            (_, null) => browser,
            _ => $"{browser} en {system}",
        };
    }

    private static string? Find((string Sign, string Name)[] known, string device) =>
        Array.Find(known, k => device.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
