using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoopAssistant.Admin.Accounts;

/// <summary>Signing in takes two steps everywhere but in Development: who has not set the second up sees only the page that does it.</summary>
internal static class SecondStep
{
    public const string SetUpPath = "/cuenta/dos-pasos";

    private static readonly string[] Open = [SetUpPath, "/salir", "/recursos", "/error", "/no-encontrado", "/health"];

    public static bool IsRequired(this IHostEnvironment environment) => !environment.IsDevelopment();

    public static void UseSecondStep(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IHostEnvironment>().IsRequired()) return;
        app.Use((http, next) =>
        {
            var isMissing = http.User.Identity?.IsAuthenticated == true && !http.User.HasClaim(StaffClaims.SecondStep, "1");
            if (!isMissing || Array.Exists(Open, path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal))) return next(http);
            http.Response.Redirect(SetUpPath);
            return Task.CompletedTask;
        });
    }
}
