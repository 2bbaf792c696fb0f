using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Messaging.Words;

namespace CoopAssistant.Bot.Trials;

/// <summary>What a woman writes to come to a place, from the menu of her country on.</summary>
internal static class TrialPath
{
    /// <summary>Steps that stand for the first option she is offered, whatever it is.</summary>
    public const string FirstOption = "1";
    private const int MostConsents = 6;

    public static IEnumerable<string> To(TrialPlace place) => place switch
    {
        TrialPlace.Information => [Choices.Go + DialogNames.Information],
        TrialPlace.Offices => [Choices.Go + DialogNames.Offices],
        TrialPlace.Form => [Choices.Go + DialogNames.Register, .. Enumerable.Repeat(FirstOption, MostConsents)],
        TrialPlace.Lesson => [Choices.Go + DialogNames.Lessons, FirstOption],
        _ => [],
    };
}
