using System.Globalization;
using System.Security.Claims;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Learning;
using CoopAssistant.Admin.Registrations;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Registrations;
using Microsoft.AspNetCore.Http.Extensions;

namespace CoopAssistant.Admin.Figures;

/// <summary>Lines of the charts, each number with the list behind it for who may see that.</summary>
internal sealed class FigureLists(FiguresQuery query, Programmes programmes, ClaimsPrincipal user)
{
    private readonly bool _seesRegistrations = user.May(Permission.SeeRegistrations);

    public string? Month(DateOnly month) => _seesRegistrations ? (query with { First = month, Last = month }).Address("/registros") : null;

    public string? Day(DateOnly day)
    {
        if (!_seesRegistrations) return null;
        var address = new QueryBuilder { { "dia", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } };
        foreach (var (name, value) in Place()) address.Add(name, value);
        return "/registros" + address;
    }

    /// <summary>Registrations of the period and place, with more said.</summary>
    public string? Registrations(params (string Name, string? Value)[] more) => _seesRegistrations ? query.Address("/registros", more) : null;

    public IReadOnlyList<FigureRow> Regions(ReadFigures.Result found) =>
    [
        .. found.ByRegion.Where(region => region.Count > 0).Select(region => new FigureRow(
            region.Region.Length == 0 ? $"{programmes.Country(region.Country)}, sin región" : programmes.All.Count > 1 ? $"{programmes.Region(region.Country, region.Region)}, {programmes.Country(region.Country)}" : programmes.Region(region.Country, region.Region),
            region.Count,
            !_seesRegistrations ? null : (query with { Country = region.Country, Region = region.Region.Length == 0 ? null : region.Region }).Address("/registros", ("sinregion", region.Region.Length == 0 ? "1" : null)))),
    ];

    public IReadOnlyList<FigureRow> Rubros(ReadFigures.Result found) =>
        [.. found.Codes(FigureKind.Rubro).Select(rubro => new FigureRow(FigureWords.Rubro(programmes, rubro.Code), rubro.Count, Registrations(("rubro", Named(rubro.Code)))))];

    public IReadOnlyList<FigureRow> Sources(ReadFigures.Result found) =>
        [.. found.Codes(FigureKind.Source).Select(source => new FigureRow(FigureWords.Source(source.Code), source.Count, Registrations(("fuente", Named(source.Code)))))];

    public IReadOnlyList<FigureRow> Reviews(ReadFigures.Result found) =>
        [.. WaitBands.Days.Codes.Append(WaitBands.None).Select(code => new FigureRow(code == WaitBands.None ? "sin revisar" : FigureWords.Days(code), found.Of(FigureKind.Reviewed, code), Registrations(("revision", code))))];

    public IReadOnlyList<FigureRow> Decisions(ReadFigures.Result found) =>
        [.. WaitBands.Days.Codes.Append(WaitBands.None).Select(code => new FigureRow(code == WaitBands.None ? "sin decidir" : FigureWords.Days(code), found.Of(FigureKind.Decided, code), Registrations(("decision", code))))];

    public IReadOnlyList<FigureRow> Answers(ReadFigures.Result found) =>
        [.. WaitBands.Minutes.Codes.Append(WaitBands.None).Select(code => new FigureRow(FigureWords.Minutes(code), found.Of(FigureKind.Answered, code), Conversations(code)))];

    public IReadOnlyList<FigureRow> Deliveries(ReadFigures.Result found) =>
    [
        .. FigureWords.Deliveries.Select(delivery => new FigureRow(delivery.Name, found.Of(FigureKind.Delivery, delivery.Code), user.May(Permission.SeeDeliveries) ? query.Address("/envios", ("como", delivery.Code)) : null))
            .Where(row => row.Count > 0),
    ];

    public IReadOnlyList<FigureRow> Learning(ReadFigures.Result found)
    {
        string? List(LearnedWhat what) => _seesRegistrations ? query.Address("/aprendizaje/mujeres", ("que", LearnersQuery.Word(what))) : null;
        return
        [
            new("Empezaron a aprender", found.Of(FigureKind.LearningBegun), List(LearnedWhat.Begun)), new("Lecciones terminadas", found.Of(FigureKind.LessonFinished), List(LearnedWhat.Lesson)),
            new("Terminaron el curso", found.Of(FigureKind.CourseFinished), List(LearnedWhat.Finished)),
        ];
    }

    public IReadOnlyList<FigureRow> Groups(ReadFigures.Result found)
    {
        var sees = user.May(Permission.SeeGroups);
        return
        [
            new("Grupos formados", found.Of(FigureKind.GroupFounded), sees ? query.Address("/grupos") : null),
            new("Cooperativas reconocidas", found.Of(FigureKind.Recognised), sees ? query.Address("/grupos", ("que", "reconocidas")) : null),
        ];
    }

    public string? Status(RegistrationStatus status) => Registrations(("estado", StatusWords.Slug(status)));

    private string? Conversations(string code) => user.May(Permission.AnswerConversations) ? query.Address("/conversaciones", ("espera", code)) : null;

    private IEnumerable<KeyValuePair<string, string>> Place()
    {
        if (query.Country is { } country) yield return new("pais", country);
        if (query.Region is { } region) yield return new("region", region);
    }

    private static string Named(string code) => code.Length == 0 ? FactsQuery.None : code;
}
