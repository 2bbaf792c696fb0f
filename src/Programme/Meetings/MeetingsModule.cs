using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Meetings;

/// <summary>Use cases of meetings.</summary>
internal static class MeetingsModule
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<PlanMeeting>();
        services.AddScoped<FindMeetingHosts>();
        services.AddScoped<ChangeMeeting>();
        services.AddScoped<InviteToMeeting>();
        services.AddScoped<AnswerMeeting>();
        services.AddScoped<TakeAttendance>();
        services.AddScoped<AttendMeeting>();
        services.AddScoped<ListMeetings>();
        services.AddScoped<ReadMeeting>();
        services.AddScoped<ReadOwnMeetings>();
        services.AddScoped<FindMeetingByCode>();
        services.AddScoped<ReadTraining>();
        services.AddScoped<CalendarFeeds>();
        services.AddScoped<IListen<MembershipChanged>, LeaveMeetings>();
    }
}
