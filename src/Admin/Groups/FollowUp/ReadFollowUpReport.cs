using System.Globalization;
using CoopAssistant.Admin.Figures;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Admin.Groups.FollowUp;

/// <summary>What cooperatives told in a period, of a country or region, fit to leave the office: see <see cref="FollowUpFigures"/> for what is hidden.</summary>
internal sealed class ReadFollowUpReport(ReadFollowUpNumbers read, Programmes programmes, TimeProvider clock)
{
    private static readonly (string, string)[] Definitions =
    [
        ("Cooperativas que contaron", "Las que en el período respondieron por el chat o en una visita. De cada una vale su ronda más nueva del período."),
        ("Suma y promedio", "De las cooperativas que respondieron esa pregunta; las que la dejaron sin responder no cuentan."),
        ("Al empezar y ahora", "Las mismas cooperativas, el día de su reconocimiento y en la ronda de este informe."),
        ("Mujeres por edad, idioma y territorio", "Socias de esas cooperativas, según lo que dijeron al registrarse; el territorio (comarca o provincia, autonomía indígena o municipio) es el de su cooperativa."),
    ];

    /// <param name="reader">Country of who reads it, for times where the query names none; null for all.</param>
    public async Task<Report> Handle(FiguresQuery query, Territory? territory, string? reader, CancellationToken cancel)
    {
        var found = await read.Handle(new(query.First, query.Last, territory) { Country = query.Country, Region = query.Region }, cancel);
        var now = clock.GetUtcNow();
        return new(
            $"Seguimiento {Spell.Months(query.First, query.Last)}", query.Where(programmes), $"Contado el {programmes.Moment(found.Min(numbers => numbers.ReadAt) ?? now, query.Country ?? reader)}",
            [.. found.SelectMany(numbers => Parts(FollowUpFigures.Of(numbers, numbers.Pack.DayOf(now)), found.Count > 1))],
            $"Este informe puede salir de la oficina. Una suma se muestra solo si junta {FollowUpFigures.FewestCooperatives} cooperativas o más, y no se muestra ningún número de mujeres o personas de 1 a {Suppression.Smallest - 1}. "
            + $"Tampoco los que permitirían calcularlo restando; todos ellos dicen «{Report.HiddenCell}».",
            Definitions);
    }

    private IEnumerable<ReportPart> Parts(FollowUpFigures figures, bool isOneOfSeveral)
    {
        var (pack, of) = (figures.Pack, isOneOfSeveral ? $", {figures.Pack.Country.Name}" : "");
        yield return new($"Cooperativas{of}", [new("Cooperativas activas", figures.Cooperatives), new("Contaron cómo van", figures.Told, FigureWords.Percent(Math.Min(figures.Told, figures.Cooperatives), figures.Cooperatives))]);
        if (figures.Told == 0) yield break;
        foreach (var amount in figures.Amounts.Where(amount => amount.Answered > 0))
        {
            yield return new(amount.Indicator.Question.Label + of, [.. Totals(pack, amount)]);
            foreach (var (split, parts) in amount.Parts.Where(split => split.Value.Count > 1))
                yield return new($"{amount.Indicator.Question.Label}{By(split)}{of}", [.. parts.Select(part => Line(pack, amount.Indicator, Name(pack, split, part.Code), part.Sum))]);
        }
        foreach (var choice in figures.Choices)
            yield return new($"{choice.Indicator.Question.Label}{of}", [.. choice.Cells.Select(cell => new ReportLine(FollowUpTerms.Shown(pack, choice.Indicator.Question, cell.Code), cell.Count))], "Cuántas cooperativas.");
        yield return new($"Mujeres por edad{of}", Women(figures.Ages, code => code.Length == 0 ? "No dijo su edad" : Age(code)));
        yield return new($"Mujeres por idioma{of}", Women(figures.Languages, code => code == "es" ? "Español" : programmes.Language(code)), "El idioma que dicen hablar mejor.");
        if (figures.Territories.Cells.Any(cell => cell.Code.Length > 0))
            yield return new($"Mujeres por territorio{of}", Women(figures.Territories, code => code.Length == 0 ? "No se sabe" : char.ToUpper(code[0], Plural.Spanish) + code[1..]), "Dónde está su cooperativa.");
    }

    private static IEnumerable<ReportLine> Totals(ProgrammePack pack, FollowUpFigures.Amount amount)
    {
        yield return new("Cooperativas que respondieron", amount.Answered);
        yield return Line(pack, amount.Indicator, "Suma", amount.Sum);
        yield return Line(pack, amount.Indicator, "Promedio por cooperativa", amount.Average);
        if (amount.Baseline is null) yield break;
        yield return Line(pack, amount.Indicator, $"Al empezar, {Plural.Of(amount.Compared, "cooperativa", "cooperativas")}", amount.Baseline);
        yield return Line(pack, amount.Indicator, "Las mismas, ahora", amount.Now);
    }

    private static ReportLine Line(ProgrammePack pack, Indicator indicator, string name, long? amount) =>
        new(name, amount, Text: amount is { } known ? FollowUpTerms.Amount(pack, indicator, known) : null);

    private static ReportLine[] Women(FollowUpFigures.Table table, Func<string, string> say) =>
        [.. table.Cells.Select(cell => new ReportLine(say(cell.Code), cell.Count, cell.Count is { } count && table.Total is { } total ? FigureWords.Percent(count, total) : "")), new ReportLine("Total", table.Total)];

    private static string Age(string from) => from switch { "18" => "Menos de 30 años", "60" => "60 años o más", _ => $"{from} a {int.Parse(from, CultureInfo.InvariantCulture) + 14} años" };

    private static string By(FollowUpSplit split) => split switch { FollowUpSplit.Region => ", por región", FollowUpSplit.Rubro => ", por actividad", _ => ", por ronda" };

    private string Name(ProgrammePack pack, FollowUpSplit split, string code) => split switch
    {
        FollowUpSplit.Region => code.Length == 0 ? "Sin región" : programmes.Region(pack.Country.Code, code),
        FollowUpSplit.Rubro => programmes.Rubro(pack.Country.Code, code),
        _ => FollowUpTerms.Round(int.Parse(code, CultureInfo.InvariantCulture)),
    };
}
