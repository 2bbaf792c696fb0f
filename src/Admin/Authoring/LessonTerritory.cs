using System.Security.Claims;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Authoring;

/// <summary>
/// Who may write which lessons: what is of all countries is written by who works for all of them, a country's own text by its people too, and who
/// works for a part of a country reads. Asked once for everything that is sent to a course.
/// </summary>
internal static class LessonTerritory
{
    /// <param name="country">Empty for what is of all countries.</param>
    public static bool MayWriteLessons(this ClaimsPrincipal user, string country) =>
        user.May(Permission.EditContent) && (user.Territory() is not { } territory || territory.Countries.Contains(country, StringComparer.Ordinal));

    /// <summary>For who opens what she or he may not write.</summary>
    public static string WhyOnlyRead(ClaimsPrincipal user) => "El curso es de todos los países: lo cambia quien trabaja para todo el programa. "
        + (user.Territory() is { Countries.Count: > 0 } ? "Usted escribe los textos propios de su país." : "Su cuenta es de una parte de un país: usted lo lee.");

    public static IApplicationBuilder UseLessonTerritory(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Path.StartsWithSegments("/cursos", StringComparison.OrdinalIgnoreCase, out var course) || !http.User.May(Permission.EditContent) || await MayWrite(http)) await next(http);
        else http.Response.Redirect($"/cursos{string.Join('/', course.Value!.Split('/').Take(2))}?aviso=leccion-de-todos");
    });

    /// <summary>The country stands in the address or in the form; said twice, both count.</summary>
    private static async Task<bool> MayWrite(HttpContext http)
    {
        if (http.User.Territory() is null) return true;
        string?[] said = [http.Request.Query["pais"], http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted))["pais"] : default];
        var countries = said.OfType<string>().Where(country => country.Length > 0).ToList();
        return countries.Count > 0 && countries.TrueForAll(http.User.MayWriteLessons);
    }
}
