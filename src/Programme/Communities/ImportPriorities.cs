using System.Globalization;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Places;
using CoopAssistant.Programme.Registrations;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Communities;

/// <summary>
/// Takes a list of prioritised communities (<c>lugar,comunidad,prioridad,motivo</c>, commas or semicolons): known ones get the priority,
/// others are identified. All or nothing: with a wrong line nothing changes and every wrong line is named. Repeating it changes nothing.
/// </summary>
public sealed class ImportPriorities(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    public const int MostLines = 5000;
    private static readonly string[] Header = ["lugar", "comunidad", "prioridad", "motivo"];

    public sealed record Request(string Country, string Csv, string Author, Territory? Territory);

    /// <param name="Problems">By line of the file; with any, nothing was imported.</param>
    public sealed record Result(int Identified, int Changed, int Unchanged, IReadOnlyList<(int Line, string Message)> Problems);

    private sealed record Row(string PlaceCode, string? Region, string Name, int Priority, string Reason);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var problems = new List<(int, string)>();
        var rows = Read(request, problems);
        if (problems.Count > 0) return new(0, 0, 0, problems);

        var (identified, changed, now) = (0, 0, clock.GetUtcNow());
        var known = (await db.Communities.Where(c => c.Country == request.Country).ToListAsync(cancel)).ToDictionary(c => (c.PlaceCode, c.PlainName));
        foreach (var row in rows)
        {
            var isKnown = known.TryGetValue((row.PlaceCode, Plain.Of(row.Name)), out var community);
            if (!isKnown)
            {
                community = Community.Identify(CommunityId.New(clock), request.Country, row.Region, row.PlaceCode, row.Name, request.Author, now);
                known[(row.PlaceCode, community.PlainName)] = community;
                db.Communities.Add(community);
                identified++;
            }
            var before = community!.Version;
            community.Prioritise(row.Priority, row.Reason, request.Author, now);
            if (isKnown && community.Version != before) changed++;
        }
        await db.SaveAsync(cancel);
        return new(identified, changed, rows.Count - identified - changed, []);
    }

    private List<Row> Read(Request request, List<(int Line, string Message)> problems)
    {
        var rows = new List<Row>();
        if (packs.Find(request.Country)?.Places is not { } places) return rows;
        using var parser = new CsvParser(new StringReader(request.Csv), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim, BadDataFound = null, Delimiter = request.Csv.Split('\n', 2)[0].Contains(';', StringComparison.Ordinal) ? ";" : ",",
        });
        if (!parser.Read() || !parser.Record!.Select(Plain.Of).SequenceEqual(Header, StringComparer.Ordinal))
        {
            problems.Add((1, $"La primera línea debe ser: {string.Join(",", Header)}"));
            return rows;
        }
        while (parser.Read())
        {
            if (rows.Count + problems.Count >= MostLines)
            {
                problems.Add((parser.RawRow, "El archivo es demasiado largo: use hasta 5.000 líneas."));
                break;
            }
            if (ReadRow(parser, request, places, problems) is { } row) rows.Add(row);
        }
        return rows;
    }

    private static Row? ReadRow(CsvParser parser, Request request, PlaceCatalogue places, List<(int Line, string Message)> problems)
    {
        var before = problems.Count;
        if (parser.Record is not [var where, var written, var urgency, var because])
        {
            problems.Add((parser.RawRow, $"Esta línea tiene {parser.Count} columnas; deben ser {Header.Length}. Ponga entre comillas un texto que lleva comas."));
            return null;
        }
        var place = places.Find(where) ?? (places.Matcher.Match(where) as PlaceMatch.Exact)?.Place;
        var name = FreeText.Shorten(FreeText.Clean(written), Community.LongestName);
        if (place is null) problems.Add((parser.RawRow, $"No se sabe qué lugar es «{where}». Escriba su código, o el nombre con su distrito o municipio exacto."));
        else if (request.Territory is { } territory && !territory.Covers(request.Country, places.RegionOf(place.Code), place.Code)) problems.Add((parser.RawRow, $"«{where}» no está en su territorio."));
        if (!FreeText.SaysSomething(name)) problems.Add((parser.RawRow, "Falta el nombre de la comunidad."));
        if (!int.TryParse(urgency, NumberStyles.None, CultureInfo.InvariantCulture, out var priority) || priority is < 1 or > Community.LeastPriority)
            problems.Add((parser.RawRow, $"La prioridad es un número de 1 (la más urgente) a {Community.LeastPriority}; dice «{urgency}»."));
        var reason = FreeText.Shorten(FreeText.Clean(because), Community.LongestReason);
        if (reason.Length == 0) problems.Add((parser.RawRow, "Falta el motivo de la prioridad."));
        return problems.Count > before ? null : new Row(place!.Code, places.RegionOf(place.Code), name, priority, reason);
    }
}
