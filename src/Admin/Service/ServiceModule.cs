using CoopAssistant.Programme.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Admin.Service;

/// <summary>Offices' hours, the clock of answers, and what waits too long.</summary>
internal static class ServiceModule
{
    public static void AddServiceClock(this IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton(provider =>
        {
            var admin = provider.GetRequiredService<IOptions<AdminOptions>>().Value;
            return new ServiceDefaults { AnswerWithin = admin.AnswerWithin, ReviewWithin = admin.ReviewWithin };
        }));
        services.Replace(ServiceDescriptor.Scoped<IOfficeDirectors, OfficeDirectors>());
        services.AddHostedService<EscalateWhatIsLate>();
    }
}
