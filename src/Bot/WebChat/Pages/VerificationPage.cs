namespace CoopAssistant.Bot.WebChat.Pages;

/// <summary>What a checked certificate shows to anyone.</summary>
internal sealed record VerificationShown(string Code, string Initials, string Course, string Lessons, string Hours, string Day, string Caveat);

/// <param name="Asked">What was typed, to be put right; empty where it was right.</param>
internal sealed record VerificationState(string Asked, bool IsWrong, VerificationShown? Found);

/// <summary>The page on which anyone checks a certificate; small, and without script.</summary>
internal static class VerificationPage
{
    private const int LongestAsked = 40;
    private static readonly Template Html = Template.Load("Pages/verify.html");

    public static string Of(SitePages pages, SiteWords words, VerificationState state)
    {
        var found = state.Found;
        return Html.Fill(pages.With(
            ("heading", words["verify", "title"]), ("found", found is null ? "" : "yes"), ("form", found is null ? "yes" : ""),
            ("message", state.IsWrong ? words["verify", "unknown"] : ""), ("asked", state.Asked.Length > LongestAsked ? state.Asked[..LongestAsked] : state.Asked),
            ("code", found?.Code ?? ""), ("initials", found?.Initials ?? ""), ("day", found?.Day ?? ""), ("caveat", found?.Caveat ?? ""),
            ("completed", found is null ? "" : words["verify", "did"].Replace("{curso}", found.Course, StringComparison.Ordinal)
                .Replace("{lecciones}", found.Lessons, StringComparison.Ordinal).Replace("{horas}", found.Hours, StringComparison.Ordinal))));
    }

    /// <summary>The same page with one sentence only.</summary>
    public static string Saying(SitePages pages, string heading, string message) => Html.Fill(pages.With(
        ("heading", heading), ("found", ""), ("form", ""), ("message", message), ("asked", ""), ("code", ""), ("initials", ""), ("completed", ""), ("day", ""), ("caveat", "")));
}
