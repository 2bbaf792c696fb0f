using CoopAssistant.Courses.Certificates;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Packs;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Recordings;
using CoopAssistant.Courses.Reminders;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Courses.Writing;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.PaperLists;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Courses;

/// <summary>Registers the use cases of Courses. The window <see cref="CoursesDb"/> is registered by Data.</summary>
public static class CoursesModule
{
    /// <param name="contentPath">The content folder: its courses fill an empty database before the host serves anybody. Null: whoever needs courses prepares them.</param>
    /// <param name="fillsWhileServing">True: the host serves already while it fills its shelf of courses; see <see cref="CourseShelf.Filled"/>.</param>
    public static IServiceCollection AddCourses(this IServiceCollection services, string? contentPath = null, bool fillsWhileServing = false)
    {
        services.AddSingleton<CourseShelf>();
        services.AddScoped<ImportCourses>();
        services.AddScoped<ITraceParticipants, TraceLearners>();
        services.AddScoped<IFindLearners, FindLearners>();
        services.AddSingleton<LessonRows>();
        services.AddScoped<FinishReview>();
        services.AddScoped<AdoptProgress>();
        services.AddScoped<ReadProgress>();
        services.AddScoped<IssueCertificate>();
        services.AddScoped<VerifyCertificate>();
        services.AddScoped<ReadCertificates>();
        services.AddScoped<IListen<ParticipantRenamed>, ReissueCertificates>();
        services.AddScoped<SetReminder>();
        services.AddScoped<SaveRecording>();
        services.AddScoped<WithdrawRecording>();
        services.AddScoped<ReadRecordingBytes>();
        services.AddScoped<ListRecordings>();
        services.AddScoped<ListMissingRecordings>();
        services.AddWriting().AddStatistics();
        services.AddSingleton(contentPath is null ? new CourseRules([], new JargonList()) : CourseRules.Of(contentPath));
        if (contentPath is null) return services;
        services.AddSingleton(new CoursesContent(contentPath));
        services.AddSingleton<PrepareCourses>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<KeepShelf>(provider, fillsWhileServing));
        services.AddCounting();
        return services;
    }
}
