using CoopAssistant.Programme.Posters;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Bot.WebChat;

/// <summary>Remembers for a day, where no script can read it, by which poster's link she came to our page (<c>/?origen=PA-K7Q4</c>), until her conversation begins.</summary>
internal static class PosterCookie
{
    public const string Query = "origen";
    private const string Name = "coop-origen";

    /// <summary>Nothing where the address carries no code.</summary>
    public static void Keep(HttpContext http, Origins origins)
    {
        if (!PosterCode.TryParse(http.Request.Query[Query], out var code)) return;
        http.Response.Cookies.Append(Name, code.Text, new CookieOptions
        {
            HttpOnly = true, IsEssential = true, Path = "/", MaxAge = TimeSpan.FromDays(1), SameSite = SameSiteMode.Lax,
            Secure = origins.BaseUrl(http.Request).StartsWith("https:", StringComparison.Ordinal),
        });
    }

    public static string? Read(HttpRequest request) => PosterCode.TryParse(request.Cookies[Name], out var code) ? code.Text : null;
}
