using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Shell;

/// <summary>The page that explains a refusal or a failure is asked for by GET, also where a form was refused: nobody sends the form to it.</summary>
internal static class Explanations
{
    public static IApplicationBuilder UseExplanationsByGet(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var explains = http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
        if (explains)
        {
            http.Request.Method = HttpMethods.Get;
            // The form's verdict is spoken; kept, it would refuse the page that explains it.
            http.Features.Set<IAntiforgeryValidationFeature>(null);
        }
        await next(http);

        // A refused form has a content type but no content, which would pass for an answer.
        if (!explains && !http.Response.HasStarted && http.Response.StatusCode >= StatusCodes.Status400BadRequest) http.Response.ContentType = null;
    });
}
