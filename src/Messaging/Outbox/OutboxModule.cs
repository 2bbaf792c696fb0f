using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Messaging.Outbox;

internal static class OutboxModule
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<OutboxSignal>()
        .AddScoped<ClaimDeliveries>()
        .AddScoped<NoteDeliveries>()
        .AddScoped<NoteStatuses>()
        .AddScoped<RecordRefusal>()
        .AddScoped<ListStaleDeliveries>()
        .AddScoped<FindKnownProviderIds>()
        .AddScoped<ListDeliveryFailures>()
        .AddScoped<ListSent>()
        .AddScoped<ShowDeliveryHealth>()
        .AddScoped<RetryDelivery>();
}
