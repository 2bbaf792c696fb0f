using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Figures;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Invitations;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Messaging.Web;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.PaperLists;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Messaging;

/// <summary>Registers the use cases of Messaging. The window <see cref="MessagingDb"/> is registered by Data.</summary>
public static class MessagingModule
{
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddScoped<LinkParticipant>();
        services.AddScoped<ITraceParticipants, TraceWriters>();
        services.AddScoped<OpenTicket>();
        services.AddScoped<NoteWaiting>();
        services.AddScoped<EscalateTickets>();
        services.AddScoped<ListEscalations>();
        services.AddScoped<ReadOpening>();
        services.AddScoped<ListTickets>();
        services.AddScoped<ReadTicket>();
        services.AddScoped<ReplyToTicket>();
        services.AddScoped<TakeTicket>();
        services.AddScoped<AssignTicket>();
        services.AddScoped<HandBack>();
        services.AddScoped<HandBackAfterSilence>();
        services.AddScoped<CloseTicket>();
        services.AddScoped<BeginThread>();
        services.AddScoped<SnoozeTicket>();
        services.AddScoped<ReopenTicket>();
        services.AddScoped<ConversationNotes>();
        services.AddScoped<CannedAnswers>();
        services.AddScoped<ReadMessageFile>();
        services.AddScoped<FindUnread>();
        services.AddBroadcastCases();
        services.AddScoped<ForeseeNotice>();
        services.AddScoped<SpeakHerStatus>();
        services.AddScoped<IListen<RegistrationMoved>, TellHerOfHerRegistration>();
        services.AddScoped<IListen<MembershipChanged>, TellHerOfHerGroup>();
        services.AddScoped<IListen<GroupMoved>, TellHerOfHerGroup>();
        services.AddScoped<IListen<StepChanged>, TellHerOfHerGroup>();
        services.AddScoped<TellHerOfHerMeeting>();
        services.AddScoped<TellHerOfFollowUp>();
        services.AddScoped<IListen<GuestHears>, TellHerOfHerMeeting>();
        services.AddScoped<IListen<ReferralHeard>, TellHerOfHerReferral>();
        services.AddScoped<ICountFigures, CountGreetings>();
        services.AddScoped<ICountFigures, CountDeliveries>();
        services.AddScoped<ICountFigures, CountAnswers>();
        services.AddOutbox();
        services.AddWordsDesk();
        services.AddScoped<ReadThread>();
        services.AddScoped<LeaveWebChat>();
        return services;
    }
}
