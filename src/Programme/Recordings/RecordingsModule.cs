using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoopAssistant.Programme.Recordings;

/// <summary>Use cases of what <c>estado</c> says by voice. Who serves registers <see cref="KeepVoices"/> too.</summary>
internal static class RecordingsModule
{
    public static void AddRecordings(this IServiceCollection services)
    {
        services.TryAddSingleton<VoiceShelf>();
        services.AddScoped<SaveStatusVoice>();
        services.AddScoped<ListStatusVoices>();
        services.AddScoped<ListOutdatedVoices>();
        services.AddScoped<WithdrawStatusVoice>();
        services.AddScoped<ReadStatusVoiceBytes>();
    }
}
