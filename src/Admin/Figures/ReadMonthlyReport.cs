using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Figures.Goals;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Admin.Figures;

/// <summary>The report of a month. Paper leaves the house: small cells of tables about women are hidden, and the total with them where it would tell.</summary>
internal sealed class ReadMonthlyReport(ReadFigures read, ReadGoals goals, Programmes programmes)
{
    /// <param name="query">Its last month is the report's.</param>
    /// <param name="reader">Country of who reads it, for times where the query names none; null for all.</param>
    public async Task<Report> Handle(FiguresQuery query, Territory? territory, string? reader, CancellationToken cancel)
    {
        var month = query.Last;
        var found = await read.Handle(new(month, month, territory) { Country = query.Country, Region = query.Region }, cancel);
        var year = await goals.Handle(new(month.Year, territory) { Country = query.Country, Region = query.Region }, cancel);
        var regions = Table("Por región", [.. found.ByRegion.Where(region => region.Count > 0).Select(region => (RegionName(region), region.Count))]);
        var rubros = Table("Por actividad", [.. found.Codes(FigureKind.Rubro).Select(rubro => (FigureWords.Rubro(programmes, rubro.Code), rubro.Count))]);
        var sources = Table("Cómo llegaron", [.. found.Codes(FigureKind.Source).Select(source => (FigureWords.Source(source.Code), source.Count))]);
        var statuses = Table("Dónde están hoy", [.. StatusWords.InOrder.Select(status => (StatusWords.Name(status), found.Of(FigureKind.Status, status.ToString())))]);
        var hidesTotal = new[] { regions, rubros, sources, statuses }.Any(table => table.HidesTotal);
        return new(
            $"Informe de {Spell.Month(month)}", query.Where(programmes), found.CountedAt is { } at ? $"Cifras contadas el {programmes.Moment(at, query.Country ?? reader)}" : "Las cifras todavía no se han contado",
            [
                new("Resumen", [.. Summary(found, hidesTotal)]), regions.Part, rubros.Part, sources.Part, statuses.Part,
                Bands("Primera revisión de los registros del mes", found, FigureKind.Reviewed, WaitBands.Days, FigureWords.Days, "sin revisar"),
                Bands("Decisión sobre los registros del mes", found, FigureKind.Decided, WaitBands.Days, FigureWords.Days, "sin decidir"),
                new("Primera respuesta en conversaciones", Service(found, FigureKind.Answered, WaitBands.Minutes, FigureWords.Minutes, "sin respuesta")),
                new("Mensajes por WhatsApp", [.. FigureWords.Deliveries.Select(d => (d.Name, Count: found.Of(FigureKind.Delivery, d.Code))).Where(d => d.Count > 0)
                    .Select(d => new ReportLine(d.Name, d.Count, FigureWords.Percent(d.Count, found.Total(FigureKind.Delivery))))]),
                new("Aprendizaje", [Line("Empezaron a aprender", found.Of(FigureKind.LearningBegun)), new("Lecciones terminadas", found.Of(FigureKind.LessonFinished)), Line("Terminaron el curso", found.Of(FigureKind.CourseFinished))]),
                new("Grupos", [new("Grupos formados", found.Of(FigureKind.GroupFounded)), new("Cooperativas reconocidas", found.Of(FigureKind.Recognised))]),
                new($"Metas de {month.Year}", [.. year.Select(goal => new ReportLine($"{FigureWords.Goal(goal.Kind)}, {FigureWords.Place(programmes, goal.Country, goal.Region)}: meta {Plural.Number(goal.Count)}", Suppression.Of(goal.Reached), Suppression.Of(goal.Reached) is null || goal.Percent is null ? "" : $"{goal.Percent} %"))],
                    "Logrado en el año hasta cuando se contó."),
            ],
            $"Este informe puede salir de la oficina: en las tablas sobre mujeres no se muestra ningún número de 1 a {Suppression.Smallest - 1}. "
            + $"Tampoco los que permitirían calcularlo restando; todos ellos dicen «{Report.HiddenCell}». El cero se muestra, menos donde toda la tabla está oculta. En la pantalla de Cifras están completos.",
            FigureWords.Definitions);
    }

    private static IEnumerable<ReportLine> Summary(ReadFigures.Result found, bool hidesTotal)
    {
        var registered = found.Of(FigureKind.Registered);
        if (found.Total(FigureKind.Greeted) > 0)
        {
            yield return new("Saludaron", found.Total(FigureKind.Greeted));
            yield return new("Aceptaron el aviso", found.Of(FigureKind.Agreed));
        }
        yield return new("Se registraron", hidesTotal ? null : registered);
        yield return Line("Revisadas", WaitBands.Days.Codes.Sum(code => found.Of(FigureKind.Reviewed, code)), hidesTotal ? 0 : registered);
        yield return Line("Aceptadas", found.Of(FigureKind.Status, nameof(RegistrationStatus.Accepted)), hidesTotal ? 0 : registered);
        yield return Line("En un grupo", found.Of(FigureKind.Grouped), hidesTotal ? 0 : registered);
        yield return Line("En una cooperativa activa", found.Of(FigureKind.InCooperative), hidesTotal ? 0 : registered);
    }

    private static ReportLine Line(string name, int count, int of = 0) => Suppression.Of(count) is { } shown ? new(name, shown, FigureWords.Percent(shown, of)) : new(name, null);

    private static (ReportPart Part, bool HidesTotal) Table(string title, IReadOnlyList<(string Name, int Count)> cells)
    {
        var shown = Suppression.Of([.. cells.Select(cell => cell.Count)]);
        var total = shown.Total ?? 0;
        return (new(title, [.. cells.Select((cell, at) => new ReportLine(cell.Name, shown.Cells[at], shown.Cells[at] is { } count ? FigureWords.Percent(count, total) : ""))]), shown.Total is null);
    }

    private static ReportPart Bands(string title, ReadFigures.Result found, FigureKind kind, WaitBands bands, Func<string, string> say, string none) =>
        Table(title, [.. bands.Codes.Append(WaitBands.None).Select(code => (code == WaitBands.None ? none : say(code), found.Of(kind, code)))]).Part;

    /// <summary>About the office's work, not about women: shown as it is.</summary>
    private static IReadOnlyList<ReportLine> Service(ReadFigures.Result found, FigureKind kind, WaitBands bands, Func<string, string> say, string none) =>
        [.. bands.Codes.Append(WaitBands.None).Select(code => new ReportLine(code == WaitBands.None ? none : say(code), found.Of(kind, code), FigureWords.Percent(found.Of(kind, code), found.Total(kind))))];

    private string RegionName(ReadFigures.RegionCount region) =>
        region.Region.Length == 0 ? $"{programmes.Country(region.Country)}, sin región" : $"{programmes.Region(region.Country, region.Region)}, {programmes.Country(region.Country)}";
}
