using System.Text.RegularExpressions;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Tests.Forms;

/// <summary>A form with every kind of question, and a small country.</summary>
internal static class TestForms
{
    internal static readonly DateOnly Today = new(2026, 3, 10);

    internal static readonly DocumentRules Cedula = new(
        "cedula-pa", "cédula",
        Pattern(@"^0*(?<prefijo>PE|E|N|(?:1[0-4]|[1-9])-?(?:AV|PI)?)-0*(?<tomo>\d{1,4})-0*(?<asiento>\d{1,6})$"),
        "{prefijo}-{tomo}-{asiento}", Pattern("^14(?:AV|PI)?-"), "8-123-456");

    internal static readonly PhoneRules Panama = new("507", Pattern(@"^6\d{7}$"), Pattern(@"^[2-9]\d{6}$"), "6123-4567");

    internal static readonly FormOption[] Rubros =
    [
        new("AGR", "Agricultura y huerto", ["huerto", "siembra", "café"]),
        new("ANI", "Cría de animales", ["gallinas", "pollos"]),
        new("ALI", "Pan, dulces y conservas", ["pan", "panadería", "dulces"]),
        new("TEX", "Tejido e hilado", ["tejido", "tejer", "hamacas"]),
        new("ART", "Artesanía", ["artesanías", "molas", "chácaras"]),
        new("OTR", "Otra actividad", ["otra", "otro"]),
        new("NS", "Todavía no sé", ["no sé", "todavía no"]) { IsExclusive = true },
    ];

    internal static readonly PlaceCatalogue Places = new(
        [new PlaceLevel("provincia", "provincias"), new PlaceLevel("distrito", "distritos")],
        [
            new Place("PA-2", "Coclé", "provincia", 1, null),
            new Place("PA-2.anton", "Antón", "distrito", 2, "PA-2"),
            new Place("PA-2.penonome", "Penonomé", "distrito", 2, "PA-2") { Aliases = ["peno"] },
            new Place("PA-4", "Chiriquí", "provincia", 1, null),
            new Place("PA-4.david", "David", "distrito", 2, "PA-4"),
            new Place("PA-4.san-felix", "San Félix", "distrito", 2, "PA-4"),
            new Place("PA-4.san-lorenzo", "San Lorenzo", "distrito", 2, "PA-4"),
            new Place("PA-8", "Panamá", "provincia", 1, null),
            new Place("PA-8.chepo", "Chepo", "distrito", 2, "PA-8"),
            new Place("PA-8-MADUGANDI", "Guna de Madugandí", "comarca", 1, null) { LiesWithin = "PA-8", Aliases = ["madugandí"] },
        ],
        PlaceWords.None);

    private static readonly FormWords Words = new("Sí", "No", "Después", "No respondió", "Este mismo número", "••••");

    internal static readonly FormDefinition Registration = new("registro", "Registro de interés",
    [
        new("nombres", new QuestionKind.Name(60), "¿Cómo se llama?", "Nombres") { Example = "María Elena", IsPersonal = true },
        new("apellidos", new QuestionKind.Name(60), "¿Y sus apellidos?", "Apellidos") { IsPersonal = true },
        new("nacimiento", new QuestionKind.BirthYear(18), "¿En qué año nació?", "Año de nacimiento") { IsPersonal = true },
        new("provincia", new QuestionKind.Place(1, null), "¿En qué provincia vive?", "Provincia o comarca"),
        new("distrito", new QuestionKind.Place(2, "provincia"), "¿En qué distrito?", "Distrito") { MaySkip = true },
        new("comunidad", new QuestionKind.Text(120), "¿Su comunidad?", "Comunidad") { IsPersonal = true },
        new("rubros", new QuestionKind.Choices(Rubros, 3), "¿En qué trabaja?", "Actividad"),
        new("rubro_otro", new QuestionKind.Text(80), "¿Cuál es esa otra actividad?", "Otra actividad") { When = [new Condition.Is("rubros", "OTR")] },
        new("grupo", new QuestionKind.YesNo(), "¿Ya tiene un grupo?", "Ya está en un grupo"),
        new("grupo_personas", new QuestionKind.Number(2, 500), "¿Cuántas son?", "Personas en el grupo") { MaySkip = true, When = [new Condition.Is("grupo", "yes")] },
        new("documento", new QuestionKind.Document(Cedula), "¿Su cédula?", "Cédula") { MayComeLater = true, MaySkip = true, IsPersonal = true },
        new("telefono", new QuestionKind.Phone(Panama, "Si es este, escriba ESTE."), "¿Su teléfono?", "Teléfono para llamarla") { IsPersonal = true },
        new("modo", new QuestionKind.Choice([new("texto", "Leer mensajes", ["leer"]), new("audio", "Escuchar audios", ["voz"])]), "¿Qué le resulta más fácil?", "Cómo prefiere recibir"),
        new("pin", new QuestionKind.Pin(4), "Elija una clave de 4 números", "Clave") { Example = "9316", IsPersonal = true },
    ])
    { Words = Words };

    private static Regex Pattern(string text) => new(text, RegexOptions.None, TimeSpan.FromSeconds(1));

    internal static FormSurroundings Around(DateOnly? today = null, string? ownPhone = "+50761234567") => new(today ?? Today, Places) { OwnPhone = ownPhone };

    internal static FormDefinition Only(QuestionKind kind, bool maySkip = false, bool mayComeLater = false) =>
        new("uno", "Una", [new("q", kind, "¿?", "Respuesta") { MaySkip = maySkip, MayComeLater = mayComeLater }]) { Words = Words };
}
