using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Security;

/// <summary>Slows who tries passwords, codes and links from one address; accounts have a lock of their own besides.</summary>
internal static class DoorLimits
{
    public const int TriesAMinute = 30;

    private static readonly string[] Doors = ["/entrar", "/invitacion", "/primera-cuenta"];

    public static IServiceCollection AddDoorLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsTry(http.Request)
            ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesAMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("rest"));
        limits.OnRejected = async (rejected, cancel) =>
        {
            rejected.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
            await rejected.HttpContext.Response.WriteAsync("Demasiados intentos desde esta conexión. Espere un minuto y vuelva a intentarlo.", cancel);
        };
    });

    private static bool IsTry(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && Array.Exists(Doors, door => request.Path.StartsWithSegments(door, StringComparison.Ordinal));
}
