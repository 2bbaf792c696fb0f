using System.Globalization;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Words;

namespace CoopAssistant.Admin.Words;

/// <summary>How texts and answers are called on the screen, and where they are.</summary>
internal static class WordsTerms
{
    public static readonly IReadOnlyList<(WordsKind Kind, string Slug, string One, string Many)> Kinds =
    [
        (WordsKind.Text, "texto", "Texto", "Lo que dice el asistente"), (WordsKind.Answer, "respuesta", "Pregunta frecuente", "Preguntas frecuentes"),
        (WordsKind.Office, "oficina", "Oficina", "Oficinas"), (WordsKind.Emergency, "emergencia", "Líneas de emergencia", "Líneas de emergencia"),
    ];

    private static readonly Dictionary<string, string> Sections = new(StringComparer.Ordinal)
    {
        ["invite"] = "Invitaciones a leer lo que espera",
        ["option"] = "Opciones de todas partes", ["greeting"] = "Saludo y permiso", ["menu"] = "Menú", ["faq"] = "Después de una respuesta", ["information"] = "Preguntas y oficinas", ["offices"] = "Buscar oficina",
        ["person"] = "Hablar con una persona", ["register"] = "Registro", ["form"] = "Preguntas del registro", ["refusal"] = "Cuando no se entiende un dato", ["proof"] = "Folio y PIN", ["status"] = "Cómo va mi registro",
        ["groups"] = "Grupos", ["meetings"] = "Reuniones", ["attendance"] = "Asistencia", ["followUp"] = "Seguimiento", ["missing"] = "Datos que faltan", ["mydata"] = "Mis datos", ["preferences"] = "Preferencias", ["mailing"] = "Avisos",
        ["violence"] = "Violencia y emergencias", ["restart"] = "Empezar de nuevo", ["withdrawal"] = "Retirar un registro", ["words"] = "Palabras de siempre", ["learn"] = "Lecciones", ["paper"] = "Constancia", ["unspoken"] = "Fotos, audios y emojis", ["error"] = "Cuando algo falla",
    };

    public static string Slug(WordsKind kind) => Kinds.First(known => known.Kind == kind).Slug;

    public static WordsKind? Kind(string? slug) => Kinds.Where(known => known.Slug == slug).Select(known => (WordsKind?)known.Kind).FirstOrDefault();

    public static string One(WordsKind kind) => Kinds.First(known => known.Kind == kind).One;

    public static string Section(string section) => Sections.GetValueOrDefault(section, section);

    public static IEnumerable<string> KnownSections => Sections.Keys;

    public static string Address(WordsKey key, string page = "") =>
        $"/textos/{Slug(key.Kind)}/{Uri.EscapeDataString(key.Name)}{(page.Length == 0 ? "" : "/" + page)}{(key.IsForAll ? "" : "?pais=" + key.Country)}";

    /// <summary>Null where the address names nothing that can be written.</summary>
    public static WordsKey? Read(string kind, string name, string? country) => Kind(kind) is { } known ? new WordsKey(known, name, country ?? "") : null;

    /// <summary>Its title in a list: the words themselves, for nobody knows a text by its key.</summary>
    public static string Title(this DeskWords words) => words.Text switch
    {
        WordsText.Said said => said.Ways.Count > 0 ? said.Ways[0] : "(sin texto)",
        WordsText.Answer answer => answer.Question.Length > 0 ? answer.Question : "(sin pregunta)",
        WordsText.OwnAnswer own => own.Text,
        WordsText.Office office => office.Name.Length > 0 ? char.ToUpper(office.Name[0], Plural.Spanish) + office.Name[1..] : words.Key.Name,
        WordsText.Emergency => "Líneas de emergencia",
        _ => words.Filed is WordsText.Answer filed ? filed.Question : words.Key.Name,
    };

    /// <summary>One line a fact, to be compared and searched.</summary>
    /// <param name="programmes">Who knows places by their names; null for their codes.</param>
    public static string Lines(WordsText? text, Programmes? programmes = null) => string.Join('\n', (text switch
    {
        WordsText.Said said => said.Ways.Select((way, at) => said.Ways.Count > 1 ? $"{at + 1}. {way}" : way),
        WordsText.Answer answer => [$"Pregunta: {answer.Question}", $"Respuesta: {answer.Text}", .. answer.Wordings.Select(wording => $"Forma de preguntar: {wording}"), .. Review(answer.IsUnconfirmed, answer.Review)],
        WordsText.OwnAnswer own => [$"Respuesta: {own.Text}"],
        WordsText.Office office => [$"Nombre: {office.Name}", .. Known(("Lugar", office.Town), ("Dirección", office.Address), ("Teléfono", office.Phone), ("Nota", office.Note)), .. (office.Covers ?? []).Select(place => $"Atiende: {PlaceName(place, programmes)}"), .. Review(office.IsUnconfirmed, office.Review)],
        WordsText.Emergency emergency => [$"Antes: {emergency.Before}", .. emergency.Lines.Select(Line), $"Después: {emergency.After}", .. Review(false, emergency.Review)],
        _ => Enumerable.Empty<string>(),
    }).Where(line => line.Length > 0));

    private static string PlaceName(string code, Programmes? programmes) => programmes?.Place(code.Split('-')[0], code) ?? code;

    private static string Line(EmergencyText line) =>
        $"Línea: {line.Number} {line.Name}{(line.Text.Length > 0 ? $" ({line.Text})" : "")}{(line.IsUnconfirmed ? ", sin confirmar" : "")}{(line.Review is { } day ? $", revisar el {Day(day)}" : "")}";

    private static IEnumerable<string> Known(params (string Name, string Value)[] facts) => facts.Where(fact => fact.Value.Length > 0).Select(fact => $"{fact.Name}: {fact.Value}");

    private static IEnumerable<string> Review(bool isUnconfirmed, DateOnly? review) => [isUnconfirmed ? "Sin confirmar" : "", review is { } day ? $"Revisar el {Day(day)}" : ""];

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", Plural.Spanish);

    public static string Field(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Author(IReadOnlyDictionary<string, string> names, string by) => by.Length == 0 ? "Una importación" : names.GetValueOrDefault(by, "Alguien que ya no tiene cuenta");
}
