using System.Globalization;

namespace CoopAssistant.Programme.Figures;

/// <summary>
/// How long something took, in bands: these can be added over months and places, which no average can. A band is named by where it begins;
/// what still waits is <see cref="None"/>.
/// </summary>
public sealed record WaitBands(IReadOnlyList<int> Begins)
{
    public const string None = "no";

    /// <summary>Whole days: the same day, 1–2, 3–6, 7–14, 15–29, 30 and more.</summary>
    public static WaitBands Days { get; } = new([0, 1, 3, 7, 15, 30]);

    /// <summary>Whole working minutes: under 15, under an hour, under 4 hours, under 8 hours (a day of work), longer.</summary>
    public static WaitBands Minutes { get; } = new([0, 15, 60, 240, 480]);

    /// <summary>All bands from the shortest, without <see cref="None"/>.</summary>
    public IReadOnlyList<string> Codes { get; } = [.. Begins.Select(begin => begin.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Where the band begins and ends; the end does not belong to it and is null for the last. Null for no or an unknown band.</summary>
    public (int From, int? Until)? Find(string? code)
    {
        for (var at = 0; at < Begins.Count; at++)
            if (Codes[at] == code) return (Begins[at], at + 1 < Begins.Count ? Begins[at + 1] : null);
        return null;
    }

    /// <summary>The band into which something falls.</summary>
    public string CodeOf(int took)
    {
        var at = Begins.Count - 1;
        while (at > 0 && Begins[at] > took) at--;
        return Codes[at];
    }
}
