using CoopAssistant.Admin.Figures;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Registrations;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Registrations;

/// <summary>What leads to the list of registrations from a figure, as its address says it. What it says wrongly counts as not said.</summary>
/// <param name="Parameters">As they stand in the address.</param>
internal sealed record FactsQuery(RegistrationFacts Facts, DateOnly? First, DateOnly? Last, IReadOnlyList<(string Name, string Value)> Parameters)
{
    /// <summary>One day instead of months; null for those.</summary>
    public DateOnly? On { get; init; }

    /// <summary>In addresses: none named, not known.</summary>
    public const string None = "ninguno";

    private static readonly string[] Names = ["desde", "hasta", "dia", "rubro", "fuente", "etapa", "revision", "decision", "sinregion"];

    /// <summary>Null where the address says nothing of this.</summary>
    public static FactsQuery? Of(IQueryCollection query, Programmes programmes)
    {
        var said = Names.Select(name => (name, Value: query[name].ToString().Trim())).Where(part => part.Value.Length is > 0 and <= 40).ToDictionary(part => part.name, part => part.Value, StringComparer.Ordinal);
        string? Get(string name) => said.GetValueOrDefault(name);
        var (first, last) = (Months.Read(Get("desde")), Months.Read(Get("hasta")));
        if (first is null || last is null || last < first) (first, last) = (null, null);
        var day = Day(Get("dia"));
        var facts = new RegistrationFacts
        {
            Submitted = day is { } one ? programmes.Spans(one) : first is { } from && last is { } until ? programmes.Spans(from, until) : null,
            Rubro = Code(Get("rubro")),
            Source = Code(Get("fuente")),
            Stage = Get("etapa") switch
            {
                "revisado" => RegistrationStage.Reviewed, "grupo" => RegistrationStage.Grouped, "cooperativa" => RegistrationStage.InCooperative, _ => null,
            },
            Reviewed = Band(Get("revision")),
            Decided = Band(Get("decision")),
            WithoutRegion = Get("sinregion") == "1",
        };
        return facts == new RegistrationFacts() ? null : new(facts, first, last, [.. said.Select(part => (part.Key, part.Value))]) { On = day };
    }

    /// <summary>«registradas en octubre de 2026, tejido y bordado».</summary>
    public string Say(Programmes programmes)
    {
        var parts = new List<string>();
        if (On is { } day) parts.Add($"registradas el {day.ToString("d 'de' MMMM 'de' yyyy", Plural.Spanish)}");
        else if (First is { } first && Last is { } last) parts.Add("registradas " + Spell.Months(first, last));
        if (Facts.Rubro is { } rubro) parts.Add(FigureWords.Rubro(programmes, rubro));
        if (Facts.Source is { } source) parts.Add(FigureWords.Source(source));
        if (Facts.Stage is { } stage) parts.Add(FigureWords.Stage(stage));
        if (Facts.Reviewed is { } review) parts.Add("primera revisión: " + FigureWords.Days(review));
        if (Facts.Decided is { } decision) parts.Add("decisión: " + FigureWords.Days(decision));
        if (Facts.WithoutRegion) parts.Add("sin región");
        return string.Join(", ", parts);
    }

    private static string? Code(string? said) => said == None ? "" : said;

    private static DateOnly? Day(string? said) => DateOnly.TryParseExact(said, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;

    private static string? Band(string? said) => said == WaitBands.None || WaitBands.Days.Find(said) is not null ? said : null;
}
