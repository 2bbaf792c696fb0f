using Microsoft.AspNetCore.Components;

namespace CoopAssistant.Admin.Shell;

/// <summary>Links to a part of the page that is open. They carry its whole address, as a mere <c>#part</c> would be of the base's, the first page; so nothing is fetched again.</summary>
internal static class OnThisPage
{
    public static string Part(this NavigationManager navigation, string anchor)
    {
        ArgumentNullException.ThrowIfNull(navigation);
        return $"{new Uri(navigation.Uri).PathAndQuery}#{anchor}";
    }
}
