using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Security;

/// <summary>
/// A form that began and did not end was sent from a page that was still coming or was cut off: it is refused, as what is missing in it would
/// pass for taken out. Browsers with scripts hold it back themselves (<c>whole.asset.js</c>).
/// </summary>
internal static class WholeForms
{
    /// <summary>The first field of a form that must come whole.</summary>
    public const string Begins = "forma-empieza";

    /// <summary>Its last.</summary>
    public const string Ends = "forma-termina";

    /// <summary>What the answer's status is; <c>/no-encontrado</c> says it in words.</summary>
    public const int Status = StatusCodes.Status422UnprocessableEntity;

    public static IApplicationBuilder UseWholeForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (await IsWhole(http)) await next(http);
        else http.Response.StatusCode = Status;
    });

    private static async Task<bool> IsWhole(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return true;
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true }) return true; // refused elsewhere, and cannot be read
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return !form.ContainsKey(Begins) || form.ContainsKey(Ends);
    }
}
