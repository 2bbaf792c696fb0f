using System.Globalization;
using System.Text;

namespace CoopAssistant.Benchmarks.Web;

/// <summary>Medians as a Markdown table, each beside ours.</summary>
internal static class Table
{
    public static string Of(IReadOnlyDictionary<Competitor, List<Visit>> measured)
    {
        var ours = measured[Competitor.All[0]];
        var table = new StringBuilder("| | bytes | × ours | input usable, ms | × ours | greeted, ms | × ours |\n|---|---|---|---|---|---|---|\n");
        foreach (var competitor in Competitor.All)
        {
            var visits = measured[competitor];
            table.Append(CultureInfo.InvariantCulture, $"| {competitor.Name}");
            foreach (var what in new Func<Visit, double>[] { v => v.Bytes, v => v.Usable, v => v.Greeted })
            {
                var value = Median(visits, what);
                table.Append(double.IsNaN(value)
                    ? " | – | –"
                    : string.Create(CultureInfo.InvariantCulture, $" | {value:N0} | {value / Median(ours, what):F1}"));
            }
            table.Append(" |\n");
        }
        return table.ToString();
    }

    private static double Median(IEnumerable<Visit> visits, Func<Visit, double> what)
    {
        var sorted = visits.Select(what).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
