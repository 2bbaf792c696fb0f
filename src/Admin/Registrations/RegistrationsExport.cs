using System.Globalization;
using System.Runtime.CompilerServices;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Registrations;

/// <summary>Registrations as lines of a table, one each, read while they are sent; with a dictionary of its columns.</summary>
internal sealed class RegistrationsExport(FindRegistrations find, ProgrammeDb db, Programmes programmes)
{
    private sealed record Line(Registration Registration, Participant Participant);

    private sealed record Column(string Name, string Meaning, Func<Line, IReadOnlyDictionary<string, SubmittedAnswer>, string?> Cell, bool IsPersonal = false);

    /// <summary>All of them into a file; the export tells how far it is.</summary>
    public async Task Write(Stream file, FindRegistrations.Request request, bool withPersonalData, bool isCsv, Export export, CancellationToken cancel)
    {
        export.Expect(await (await find.All(request, cancel)).CountAsync(cancel));
        var lines = export.Counted(Lines(request, withPersonalData, cancel));
        var headings = Headings(withPersonalData);
        if (isCsv) await CsvFile.Write(file, headings, lines, cancel);
        else await XlsxFile.Write(file, [new LongSheet("Registros", Below(headings, lines, cancel)), new LongSheet("Diccionario", Dictionary(withPersonalData))], cancel);
    }

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Below(IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<string?>> lines, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return headings;
        await foreach (var line in lines.WithCancellation(cancel)) yield return line;
    }

    /// <param name="withPersonalData">Document and phone too; whoever asks for them must be allowed to see them.</param>
    private async IAsyncEnumerable<IReadOnlyList<string?>> Lines(
        FindRegistrations.Request request, bool withPersonalData, [EnumeratorCancellation] CancellationToken cancel)
    {
        var columns = Columns(withPersonalData);
        var found = (await find.All(request, cancel)).Join(db.Participants.AsNoTracking(), r => r.ParticipantId, p => p.Id, (r, p) => new Line(r, p));
        await foreach (var line in found.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var answers = SubmittedAnswers.FromJson(line.Registration.AnswersJson).DistinctBy(a => a.Question, StringComparer.Ordinal).ToDictionary(a => a.Question, StringComparer.Ordinal);
            yield return [.. columns.Select(column => column.Cell(line, answers))];
        }
    }

    private IReadOnlyList<string> Headings(bool withPersonalData) => [.. Columns(withPersonalData).Select(column => column.Name)];

    /// <summary>What each column means.</summary>
    private async IAsyncEnumerable<IReadOnlyList<string?>> Dictionary(bool withPersonalData)
    {
        yield return ["Columna", "Qué significa"];
        foreach (var column in Columns(withPersonalData)) yield return [column.Name, column.Meaning];
        await Task.CompletedTask;
    }

    private List<Column> Columns(bool withPersonalData)
    {
        List<Column> columns =
        [
            new("folio", "Código del registro, como lo lee la mujer", (l, _) => Programmes.Folio(l.Registration.Folio)),
            new("estado", "Dónde está el registro: " + string.Join(", ", StatusWords.InOrder.Select(StatusWords.Name)), (l, _) => StatusWords.Name(l.Registration.Status)),
            new("nombres", "Nombres como los escribió", (l, _) => l.Participant.GivenNames),
            new("apellidos", "Apellidos como los escribió", (l, _) => l.Participant.Surnames),
            new("año de nacimiento", "Vacío si no lo dijo", (l, _) => l.Participant.BirthYear?.ToString(CultureInfo.InvariantCulture)),
            new("documento", "Cédula o carnet; vacío si aún no lo dio", (l, _) => l.Participant.Document, IsPersonal: true),
            new("teléfono", "Con código de país; vacío si no dio uno", (l, _) => l.Participant.Phone, IsPersonal: true),
            new("país", "Programa en que se registró", (l, _) => programmes.Country(l.Registration.Country)),
            new("región", "Provincia, comarca o departamento", (l, _) => programmes.Region(l.Registration.Country, l.Registration.RegionCode)),
            new("código de región", "Código ISO 3166-2 cuando lo hay", (l, _) => l.Registration.RegionCode),
            new("lugar", "El lugar más exacto que eligió", (l, _) => programmes.Place(l.Registration.Country, l.Registration.PlaceCode)),
            new("código de lugar", "Código del lugar en el programa", (l, _) => l.Registration.PlaceCode),
            new("comunidad", "Con sus palabras", (l, _) => l.Registration.Community),
            new("actividad", "Rubro principal", (l, _) => programmes.Rubro(l.Registration.Country, l.Registration.Rubro)),
            new("idioma", "Idioma que prefiere (BCP 47)", (l, _) => l.Participant.Language),
            new("recibido", "Día y hora en su país", (l, _) => Time(l.Registration.SubmittedAt, l.Registration.Country)),
            new("último cambio", "Día y hora en su país", (l, _) => Time(l.Registration.ChangedAt, l.Registration.Country)),
            new("dato que falta", "Lo que el personal le pidió; vacío si no falta nada", (l, _) => l.Registration.MissingInformation),
            new("documento repetido", "sí cuando otro registro lleva el mismo documento", (l, _) => l.Registration.HasDuplicateDocument ? "sí" : "no"),
        ];
        foreach (var question in programmes.All.SelectMany(pack => pack.Form.Questions).DistinctBy(question => question.Id, StringComparer.Ordinal))
        {
            var (id, personal) = (question.Id, question.Kind is QuestionKind.Document or QuestionKind.Phone or QuestionKind.Pin);
            columns.Add(new("respuesta: " + id, $"Respuesta a «{question.Label}» del formulario, como la confirmó", (_, answers) => answers.GetValueOrDefault(id)?.Display, personal));
        }
        return withPersonalData ? columns : [.. columns.Where(column => !column.IsPersonal)];
    }

    private string Time(DateTimeOffset at, string country) => programmes.Local(at, country).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
