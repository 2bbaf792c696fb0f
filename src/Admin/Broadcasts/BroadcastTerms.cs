using System.Globalization;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Messaging.Outbox;

namespace CoopAssistant.Admin.Broadcasts;

/// <summary>Staff's words for broadcasts.</summary>
internal static class BroadcastTerms
{
    public static IReadOnlyList<BroadcastOutcome> Outcomes { get; } =
    [
        BroadcastOutcome.Waiting, BroadcastOutcome.OnItsWay, BroadcastOutcome.Delivered, BroadcastOutcome.Read, BroadcastOutcome.Answered, BroadcastOutcome.Failed, BroadcastOutcome.Skipped, BroadcastOutcome.NotSaid,
    ];

    public static string Name(BroadcastState state) => state switch
    {
        BroadcastState.Draft => "Borrador", BroadcastState.Preparing => "Preparándose", BroadcastState.Sending => "Enviándose", BroadcastState.Paused => "En pausa", BroadcastState.Cancelled => "Detenida", _ => "Terminada",
    };

    public static string Tone(BroadcastState state) => state switch
    {
        BroadcastState.Draft => "", BroadcastState.Preparing or BroadcastState.Sending => "accent", BroadcastState.Paused => "warn", BroadcastState.Cancelled => "bad", _ => "good",
    };

    public static string Name(BroadcastOutcome outcome) => outcome switch
    {
        BroadcastOutcome.Waiting => "Por enviar", BroadcastOutcome.OnItsWay => "En camino", BroadcastOutcome.Delivered => "Entregado", BroadcastOutcome.Read => "Leído", BroadcastOutcome.Answered => "Respondió",
        BroadcastOutcome.Failed => "No llegó", BroadcastOutcome.Skipped => "No se le escribió", _ => "Se detuvo antes",
    };

    public static string Slug(BroadcastOutcome outcome) => outcome switch
    {
        BroadcastOutcome.Waiting => "por-enviar", BroadcastOutcome.OnItsWay => "en-camino", BroadcastOutcome.Delivered => "entregado", BroadcastOutcome.Read => "leido", BroadcastOutcome.Answered => "respondio",
        BroadcastOutcome.Failed => "no-llego", BroadcastOutcome.Skipped => "no-se-escribio", _ => "detenido",
    };

    public static BroadcastOutcome? OfSlug(string? slug) => Outcomes.Where(o => Slug(o) == slug).Select(o => (BroadcastOutcome?)o).FirstOrDefault();

    public static string Reason(Unreachable reason) => reason switch
    {
        Unreachable.NoConsent => "No aceptó recibir mensajes",
        Unreachable.OptedOut => "Escribió BAJA",
        Unreachable.NoChat => "No tiene chat con el programa",
        Unreachable.WindowClosed => "Hace más de 24 horas que no escribe: solo le llega una plantilla",
        Unreachable.FailingNumber => "Su número no recibe: el último mensaje falló",
        Unreachable.LeftSegment => "Ya no está en el grupo al que va",
        _ => "",
    };

    /// <summary>Why, in words, for one line of the results; empty where nothing is to be said.</summary>
    public static string Why(ReadBroadcast.Row row) => row.Outcome switch
    {
        BroadcastOutcome.Failed => DeliveryExplanation.For(row.ErrorCode ?? "").Meaning,
        BroadcastOutcome.Skipped => Reason(row.Reason),
        _ => "",
    };

    public static string Learning(LearningFilter filter) => filter switch
    {
        LearningFilter.NotBegun => "No han empezado las lecciones", LearningFilter.Begun => "Empezaron y no han terminado", LearningFilter.Finished => "Terminaron el curso", _ => "Cualquiera",
    };

    public static string Sentence(BroadcastFault fault) => fault switch
    {
        BroadcastFault.NoText => "Escriba el mensaje, o elija una plantilla.",
        BroadcastFault.NoTitle => "Póngale un título, para encontrarla después. Ellas no lo ven.",
        BroadcastFault.EmptyGap => "Llene todos los espacios de la plantilla: WhatsApp no acepta uno vacío.",
        BroadcastFault.LineInGap => "Un espacio de la plantilla no puede tener saltos de línea ni cuatro espacios seguidos.",
        BroadcastFault.UnknownPlaceholder => "Entre llaves solo se puede usar {nombre}: lo demás llegaría tal cual.",
        BroadcastFault.TooLong => $"Es demasiado largo: hasta {Plural.Number(BroadcastMessage.MostInText)} letras, o {Plural.Number(BroadcastMessage.MostInTemplate)} con plantilla.",
        BroadcastFault.NoSuchTemplate => "Esa plantilla ya no está aprobada, o no existe en español. Elija otra.",
        _ => "Elija un lugar de su territorio.",
    };

    /// <summary>Who it is for, in a sentence.</summary>
    public static string Say(Broadcast broadcast, SegmentPlaces places, Programmes programmes)
    {
        var segment = broadcast.Segment;
        var parts = new List<string> { places.Say(segment) };
        if (segment.Statuses.Count > 0) parts.Add("registro: " + string.Join(", ", segment.Statuses.Select(s => StatusWords.Name(s).ToLowerInvariant())));
        if (segment.Rubro is { } rubro) parts.Add("actividad: " + programmes.Rubro(segment.Country, rubro));
        if (segment.Language is { } language) parts.Add("idioma: " + Language(programmes, language));
        if (segment.InGroup == GroupFilter.InOne) parts.Add("en un grupo");
        if (segment.InGroup == GroupFilter.InNone) parts.Add("sin grupo");
        if (segment.Group is not null) parts.Add("un grupo");
        if (segment.Learning != LearningFilter.Any) parts.Add(Learning(segment.Learning).ToLowerInvariant());
        return (broadcast.RepeatsId is null ? "" : "A quienes no les llegó. ") + string.Join(" · ", parts);
    }

    public static string Language(Programmes programmes, string tag) => tag == BroadcastMessage.WrittenLanguage ? "Español" : programmes.Language(tag);

    public static string Money(long micros, string currency) => $"{(micros / 1_000_000m).ToString("N2", Plural.Spanish)} {currency}";

    public static string Price(long micros) => (micros / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture);
}
