using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Messaging;

/// <summary>Registers the use cases of Messaging. The window <see cref="MessagingDb"/> is registered by Data.</summary>
public static class MessagingModule
{
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddScoped<OpenTicket>();
        services.AddScoped<NoteWaiting>();
        services.AddOutbox();
        services.AddScoped<ReadThread>();
        services.AddScoped<ReadSince>();
        return services;
    }
}
