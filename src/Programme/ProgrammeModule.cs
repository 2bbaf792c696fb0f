using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Registrations;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme;

/// <summary>Registers the use cases of Programme. The window <see cref="ProgrammeDb"/> is registered by Data.</summary>
public static class ProgrammeModule
{
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        services.AddScoped<SubmitRegistration>();
        services.AddScoped<MoveRegistration>();
        services.AddScoped<RecordAccess>();
        return services;
    }
}
