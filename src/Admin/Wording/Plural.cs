using System.Globalization;

namespace CoopAssistant.Admin.Wording;

/// <summary>A count with its noun: «1 registro», «1.204 registros», «ningún registro» is left to the page.</summary>
internal static class Plural
{
    public static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");

    public static string Of(long count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    public static string Number(long count) => count.ToString("N0", Spanish);
}
