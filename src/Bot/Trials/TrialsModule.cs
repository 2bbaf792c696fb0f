using CoopAssistant.Courses.Publishing;
using CoopAssistant.Messaging.Words;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Trials;

public static class TrialsModule
{
    /// <summary>Lends a host the bot's understanding, so that staff can try a sentence; nothing else of the bot runs there.</summary>
    /// <param name="contentPath">The content folder.</param>
    public static IServiceCollection AddTrials(this IServiceCollection services, string contentPath) =>
        services.AddSingleton<IUnderstand>(provider => new Understand(contentPath, provider.GetRequiredService<CourseShelf>(), provider.GetRequiredService<TimeProvider>()));
}
