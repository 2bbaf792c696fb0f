using System.Globalization;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>A form on paper by which a woman agreed that an institution sees her data, or took that back: where it is found, and who answers for it.</summary>
/// <param name="TakenBy">Name of who took it from her.</param>
/// <param name="Reference">By which the form is found again: its number, its folder.</param>
/// <param name="RecordedBy">Staff id.</param>
public sealed record PaperForm(DateOnly SignedOn, string TakenBy, string Reference, string RecordedBy)
{
    public const int Longest = 100;

    /// <summary>Older forms do not say what is shared today.</summary>
    public const int MostDays = 365;

    /// <summary>For the history.</summary>
    internal string Evidence => $"En papel: hoja {Reference}, firmada el {SignedOn.ToString("d 'de' MMMM 'de' yyyy", CultureInfo.GetCultureInfo("es"))}. La recibió {TakenBy}.";

    /// <param name="problem">What is missing or wrong; null where the form is fine.</param>
    internal static PaperForm? Read(DateOnly? signedOn, string? takenBy, string? reference, string recordedBy, DateOnly today, out PaperProblem? problem)
    {
        var (by, where) = (CheckAlly.Short(takenBy, Longest), CheckAlly.Short(reference, Longest));
        problem = signedOn is not { } day ? PaperProblem.NoDay
            : day > today ? PaperProblem.DayToCome
            : day < today.AddDays(-MostDays) ? PaperProblem.TooOld
            : by is null || !FreeText.SaysSomething(by) ? PaperProblem.NobodyTookIt
            : where is null || !where.Any(char.IsLetterOrDigit) ? PaperProblem.NoReference
            : null;
        return problem is null ? new PaperForm(signedOn!.Value, by!, where!, recordedBy) : null;
    }
}

public enum PaperProblem { NoDay, DayToCome, TooOld, NobodyTookIt, NoReference }
