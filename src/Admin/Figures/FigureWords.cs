using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Figures.Goals;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Admin.Figures;

/// <summary>Figures as staff read them, and what each one counts: the page and the report say the same.</summary>
internal static class FigureWords
{
    public static IReadOnlyList<(string Name, string Meaning)> Definitions { get; } =
    [
        ("Saludaron", "Teléfonos o navegadores que escribieron por primera vez en el período. Solo para todo el programa: todavía no se sabe de dónde son."),
        ("Aceptaron el aviso", "De los chats del programa, los que en el período aceptaron por primera vez que guardemos sus datos."),
        ("Se registraron", "Registros enviados en el período, cada uno en el mes en que llegó, según la hora de su país."),
        ("Revisadas", "De esos registros, los que el personal ya atendió al menos una vez."),
        ("Aceptadas", "De esos registros, los que hoy están aceptados."),
        ("En un grupo", "De esos registros, los de mujeres que hoy son socias de un grupo o de una cooperativa que no está disuelto."),
        ("En una cooperativa activa", "De esos registros, los de mujeres que hoy son socias de una cooperativa reconocida y activa."),
        ("Primera revisión", "Días completos desde que llegó el registro hasta que el personal dio el primer paso. «Sin revisar»: siguen recibidos."),
        ("Decisión", "Días completos hasta la primera decisión: aceptado, lista de espera, fuera de cobertura o cerrado. Lo que ella retiró no cuenta."),
        ("Primera respuesta", "Horas de trabajo de su oficina desde que la conversación pasó a una persona hasta la primera respuesta del personal. Noches, fines de semana y feriados no cuentan."),
        ("Mensajes", "Los que salen por WhatsApp en el período y cómo están hoy: enviado, entregado (llegó a su teléfono), leído, no llegó. El chat web no necesita envío."),
        ("Empezaron a aprender", "Mujeres que abrieron su primera lección en el período."),
        ("Terminaron el curso", "Mujeres que en el período hicieron la última lección que cuenta."),
        ("Grupos formados", "Grupos creados en el período."),
        ("Cooperativas reconocidas", "Grupos que en el período pasaron a ser cooperativa."),
    ];

    public static string Rubro(Programmes programmes, string code) =>
        code.Length == 0 ? "No dijo actividad" : programmes.All.SelectMany(pack => pack.Rubros).FirstOrDefault(rubro => rubro.Code == code)?.Label ?? code;

    public static string Source(string code) => code switch
    {
        "" => "No se sabe",
        RegistrationSource.WhatsApp => "WhatsApp",
        RegistrationSource.Web => "Chat web",
        RegistrationSource.Paper => "Lista en papel",
        RegistrationSource.Terminal => "Pruebas en la terminal",
        _ when code.StartsWith(RegistrationSource.PosterPrefix, StringComparison.Ordinal) => "Afiche " + code[RegistrationSource.PosterPrefix.Length..],
        _ => code,
    };

    public static string Stage(RegistrationStage stage) => stage switch
    {
        RegistrationStage.Reviewed => "revisadas", RegistrationStage.Grouped => "en un grupo", _ => "en una cooperativa activa",
    };

    public static string Days(string code) => code switch
    {
        "0" => "menos de 1 día", "1" => "1 a 2 días", "3" => "3 a 6 días", "7" => "7 a 14 días", "15" => "15 a 29 días", "30" => "30 días o más", _ => "todavía no",
    };

    public static string Minutes(string code) => code switch
    {
        "0" => "menos de 15 minutos", "15" => "15 minutos a 1 hora", "60" => "1 a 4 horas", "240" => "4 a 8 horas", "480" => "8 horas o más", _ => "sin respuesta",
    };

    /// <summary>In the order of a message's life.</summary>
    public static IReadOnlyList<(string Code, string Name)> Deliveries { get; } =
    [
        ("Read", "Leído"), ("Delivered", "Entregado"), ("Sent", "Enviado"), ("Queued", "En camino"), ("Pending", "Por enviar"), ("Sending", "Enviándose"),
        ("Uncertain", "Por comprobar"), ("Parked", "Espera que ella escriba"), ("Failed", "No llegó"),
    ];

    public static IReadOnlyList<GoalKind> Goals { get; } = [GoalKind.Registrations, GoalKind.Groups, GoalKind.Cooperatives, GoalKind.CoursesFinished];

    public static string Goal(GoalKind kind) => kind switch
    {
        GoalKind.Registrations => "Registros", GoalKind.Groups => "Grupos formados", GoalKind.Cooperatives => "Cooperativas reconocidas", _ => "Terminaron el curso",
    };

    /// <summary>Region, or the whole country.</summary>
    public static string Place(Programmes programmes, string country, string region) =>
        region.Length == 0 ? "Todo " + programmes.Country(country) : $"{programmes.Region(country, region)}, {programmes.Country(country)}";

    /// <summary>Whole percent; nothing where there is nothing to be part of.</summary>
    public static string Percent(int part, int of) => of == 0 ? "" : $"{(int)Math.Round(100.0 * part / of, MidpointRounding.AwayFromZero)} %";
}
