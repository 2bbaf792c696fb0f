using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Security;

/// <summary>Endpoints that change something insist on the form's antiforgery token, whether or not they bind a form.</summary>
internal static class FormToken
{
    public static RouteHandlerBuilder RequireFormToken(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(Required.Instance)
        .AddEndpointFilter(async (context, next) =>
            context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
                ? await next(context)
                : TypedResults.Problem("Esta página estuvo abierta mucho tiempo. Recárguela e inténtelo otra vez.", statusCode: StatusCodes.Status400BadRequest));

    private sealed class Required : IAntiforgeryMetadata
    {
        public static Required Instance { get; } = new();

        public bool RequiresValidation => true;
    }
}
