using System.Globalization;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Meetings;

namespace CoopAssistant.Admin.Meetings;

/// <summary>Staff's words for meetings and their guests.</summary>
internal static class MeetingTerms
{
    public static IReadOnlyList<(GuestNeeds Need, string Name)> Needs { get; } =
        [(GuestNeeds.Childcare, "Cuidado de hijas e hijos"), (GuestNeeds.Transport, "Transporte"), (GuestNeeds.Language, "Otro idioma")];

    public static string Name(MeetingKind kind) => kind switch
    {
        MeetingKind.Visit => "Visita", MeetingKind.Workshop => "Taller", MeetingKind.Assembly => "Asamblea", _ => "Reunión",
    };

    public static string Title(MeetingKind kind, string? topic) => topic is null ? Name(kind) : $"{Name(kind)}: {topic}";

    public static string Name(MeetingView view) => view switch
    {
        MeetingView.Upcoming => "Por venir", MeetingView.ToClose => "Por cerrar", MeetingView.Held => "Hechas", _ => "Canceladas",
    };

    public static string Slug(MeetingView view) => view switch
    {
        MeetingView.Upcoming => "por-venir", MeetingView.ToClose => "por-cerrar", MeetingView.Held => "hechas", _ => "canceladas",
    };

    public static MeetingView OfSlug(string? slug) => Enum.GetValues<MeetingView>().FirstOrDefault(view => Slug(view) == slug);

    public static string Name(MeetingState state, bool isOver) => state switch
    {
        MeetingState.Held => "Hecha", MeetingState.Cancelled => "Cancelada", _ => isOver ? "Por cerrar" : "Planeada",
    };

    public static string Tone(MeetingState state, bool isOver) => state switch
    {
        MeetingState.Held => "good", MeetingState.Cancelled => "bad", _ => isOver ? "warn" : "accent",
    };

    public static string Name(GuestAnswer answer) => answer switch
    {
        GuestAnswer.Yes => "Sí va", GuestAnswer.Waiting => "En espera de lugar", GuestAnswer.No => "No puede", GuestAnswer.Withdrawn => "Invitación retirada", _ => "No ha respondido",
    };

    public static string Tone(GuestAnswer answer) => answer switch
    {
        GuestAnswer.Yes => "good", GuestAnswer.Waiting => "warn", GuestAnswer.Open => "accent", _ => "",
    };

    public static string Said(GuestNeeds needs) => string.Join(", ", Needs.Where(need => needs.HasFlag(need.Need)).Select(need => need.Name));

    public static string Sentence(MeetingProblem problem) => problem switch
    {
        MeetingProblem.NoVenue => "Escriba el lugar, como lo conocen las mujeres.",
        MeetingProblem.EndsBeforeItStarts => "La hora de fin debe ser después de la de inicio.",
        MeetingProblem.TooFarAway => "Revise el día: está a más de dos años.",
        MeetingProblem.WrongCapacity => $"El cupo va de 1 a {Plural.Number(Meeting.LargestCapacity)}. Si no hay límite, déjelo vacío.",
        MeetingProblem.WrongHours => "Las horas de curso van de 0 a 24, por ejemplo 2,5.",
        MeetingProblem.NoSuchInstitution => "Elija una institución de la lista.",
        MeetingProblem.NoSuchHost => "Elija un grupo o una comunidad de su territorio.",
        _ => "Elija qué clase de reunión es.",
    };

    /// <param name="whom">Name of the woman it is about; null where it is about none, or who looks may not see names.</param>
    public static string Done(MeetingEntry entry, string? whom, string country, Programmes programmes)
    {
        var she = whom ?? "Una mujer";
        return entry.Kind switch
        {
            MeetingEntryKind.Planned => "Se planeó la reunión",
            MeetingEntryKind.Changed => "Cambiaron los datos",
            MeetingEntryKind.Moved => $"Se movió; antes era el {Before(entry, country, programmes)}",
            MeetingEntryKind.Held => "Se hizo",
            MeetingEntryKind.Cancelled => "Se canceló",
            MeetingEntryKind.Reopened => "Se abrió otra vez",
            MeetingEntryKind.Invited => entry.ParticipantId is null ? $"Se invitó a {Count(entry)}" : $"Se invitó a {(whom ?? "una mujer")}",
            MeetingEntryKind.Withdrawn => $"Se retiró la invitación a {(whom ?? "una mujer")}",
            MeetingEntryKind.Answered => $"{she}: {Name(Enum.TryParse<GuestAnswer>(entry.Detail, out var answer) ? answer : GuestAnswer.Open).ToLowerInvariant()}",
            MeetingEntryKind.PlaceFreed => $"{she} pasó de la espera a tener lugar",
            MeetingEntryKind.AttendanceTaken => $"Se guardó la asistencia: {Count(entry)}",
            _ => $"Se quitó la asistencia de {(whom ?? "una mujer")}",
        };
    }

    private static string Count(MeetingEntry entry) =>
        int.TryParse(entry.Detail, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Plural.Of(count, "mujer", "mujeres") : "";

    private static string Before(MeetingEntry entry, string country, Programmes programmes) =>
        DateTimeOffset.TryParse(entry.Detail, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var before) ? programmes.Moment(before, country) : "";
}
