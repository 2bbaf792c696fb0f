using CoopAssistant.Bot.Certificates;
using CoopAssistant.Bot.Invitations;
using CoopAssistant.Bot.Reminders;
using CoopAssistant.Bot.Stops;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Recordings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Registers the dialogs and who conducts them. A further dialog is one more <c>AddDialog</c>.</summary>
public static class ConversationsModule
{
    /// <summary>
    /// Needs <see cref="ProgrammePacks"/> and <see cref="FrequentQuestions"/> registered. Wording and phrases are read from the content folder
    /// with the first <see cref="IConductor"/>; what is wrong there is said file by file (<see cref="BotContentFile.Check"/> says it sooner).
    /// </summary>
    /// <param name="whatsApp">Number on which women write, for links they pass on; null or empty where there is none.</param>
    public static IServiceCollection AddConversations(this IServiceCollection services, string contentPath, string? whatsApp = null)
    {
        services.AddSingleton(provider => BotContentFile.Load(
            contentPath, provider.GetRequiredService<ProgrammePacks>(), provider.GetRequiredService<FrequentQuestions>(), whatsApp).Following(provider.GetService<WordsShelf>()));
        services.AddSingleton<FrequentAnswers>();
        services.AddSingleton<InviteToRead>();
        services.AddSingleton<Reading>();
        services.AddSingleton<GlobalWords>();
        services.AddSingleton<PersonComing>();
        services.AddSingleton(provider => new InstalledDialogs(provider.GetServices<DialogName>().Select(dialog => dialog.Name)));
        services
            .AddDialog<Greeting>(DialogNames.Greeting).AddDialog<Menu>(DialogNames.Menu).AddDialog<Register>(DialogNames.Register)
            .AddDialog<Proving>(DialogNames.Proof).AddDialog<Status>(DialogNames.Status).AddDialog<MyData>(DialogNames.MyData)
            .AddDialog<Missing>(DialogNames.Missing).AddDialog<Person>(DialogNames.Person).AddDialog<Preferences>(DialogNames.Preferences)
            .AddDialog<Mailing>(DialogNames.Mailing).AddDialog<Information>(DialogNames.Information).AddDialog<Offices>(DialogNames.Offices)
            .AddDialog<Violence>(DialogNames.Violence).AddDialog<Restart>(DialogNames.Restart)
            .AddDialog<Learn>(DialogNames.Lessons).AddDialog<Groups>(DialogNames.Groups)
            .AddDialog<Meetings>(DialogNames.Meetings).AddDialog<Attendance>(DialogNames.Attendance)
            .AddDialog<Withdrawal>(DialogNames.Withdrawal)
            .AddDialog<Sharing>(DialogNames.Sharing)
            .AddDialog<FollowUps>(DialogNames.FollowUp);
        services.AddSingleton<FollowUpReading>().AddSingleton<FollowUpForm>().AddSingleton<SendFollowUps>();
        services.AddSingleton<SharingReading>();
        services.AddSingleton<MeetingReading>().AddSingleton<MeetingNeeds>().AddSingleton<SendMeetingReminders>();
        services.AddSingleton<MyDataSpeech>().AddSingleton<GroupAnswer>().AddSingleton<GroupFounding>();
        services.TryAddSingleton<VoiceShelf>();
        services.AddSingleton<StatusVoices>().AddSingleton<LearnMenu>().AddSingleton<LearnLesson>().AddSingleton<LearnReview>().AddSingleton<LearnReading>().AddSingleton<LearnSpeech>().AddSingleton<LearnCertificate>().AddSingleton<LearnVoice>().AddSingleton<LearnReminder>().AddSingleton<ApprovedTemplates>().AddSingleton<SendReminders>().AddSingleton<FindStops>().AddSingleton<CertificateLinks>();
        services.AddDataProtection().SetApplicationName("CoopAssistant.Bot");
        services.AddSingleton<ICalmWords, CalmWords>();
        return services.AddSingleton<IConductor, Conductor>();
    }

    /// <summary>One more dialog, under the name kept in states.</summary>
    public static IServiceCollection AddDialog<TDialog>(this IServiceCollection services, string name) where TDialog : class, IDialog
    {
        services.AddSingleton(new DialogName(name));
        services.AddSingleton<TDialog>();
        return services.AddSingleton<IDialog>(provider => provider.GetRequiredService<TDialog>());
    }

    internal sealed record DialogName(string Name);
}
