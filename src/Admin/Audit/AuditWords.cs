using CoopAssistant.Admin.Words;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Audit;

namespace CoopAssistant.Admin.Audit;

/// <summary>Kinds of records and their fields as staff read them. What has no word yet is shown as the code calls it.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["Registration"] = "registro", ["Participant"] = "mujer", ["StaffMember"] = "cuenta", ["Ticket"] = "conversación", ["Conversation"] = "chat", ["Consent"] = "consentimiento",
        ["Course"] = "curso", ["CourseVersion"] = "versión de curso", ["Group"] = "grupo", ["RegistrationNote"] = "nota", ["SavedView"] = "vista guardada", ["Audit"] = "auditoría",
        ["Registrations"] = "registros", ["GroupEntry"] = "paso de grupo", ["GroupMember"] = "socia de grupo", ["GroupOfficer"] = "cargo", ["GroupFile"] = "archivo de grupo",
        ["CannedAnswer"] = "respuesta lista", ["TicketNote"] = "nota de conversación", ["Certificate"] = "constancia",
        ["WordsDraft"] = "borrador de un texto", ["WordsVersion"] = "texto publicado",
        ["Meeting"] = "reunión", ["MeetingGuest"] = "lista de una reunión", ["CalendarFeed"] = "calendario propio",
        ["Ally"] = "institución aliada", ["AllyContact"] = "contacto de una institución", ["Agreement"] = "convenio", ["Commitment"] = "compromiso", ["Referral"] = "derivación", ["ReferralPerson"] = "persona de una derivación",
        ["Goal"] = "meta", ["OfficeSchedule"] = "horario de oficina", ["OfficeClosure"] = "día cerrado", ["MonthlyReport"] = "informe del mes", ["FollowUpRound"] = "ronda de seguimiento", ["FollowUpAnswer"] = "respuesta de seguimiento", ["FollowUpReport"] = "informe de seguimiento",
        ["AnswerCorrection"] = "corrección", ["PaperList"] = "lista en papel", ["PaperRow"] = "fila de una lista", ["Message"] = "mensaje",
    };

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["Status"] = "estado", ["Delivery"] = "envío", ["MissingInformation"] = "dato que falta", ["AssignedTo"] = "a quién toca", ["ClosedAt"] = "cierre", ["WaitingSince"] = "espera", ["IsHeld"] = "atendida por personas",
        ["Role"] = "trabajo", ["Country"] = "país", ["RegionCode"] = "región", ["OfficeCode"] = "oficina", ["DisplayName"] = "nombre", ["DeactivatedAt"] = "desactivación",
        ["PasswordHash"] = "contraseña", ["TwoFactorEnabled"] = "dos pasos", ["LockoutEnd"] = "bloqueo", ["HasDuplicateDocument"] = "documento repetido", ["AnswersJson"] = "respuestas",
        ["FailedProofs"] = "intentos de PIN", ["AwaitedFromHer"] = "lo que se espera de ella", ["HasParked"] = "mensajes en espera", ["Community"] = "comunidad", ["PlaceCode"] = "lugar",
        ["Count"] = "cantidad", ["Text"] = "texto", ["ChangedBy"] = "quién escribe", ["BasedOn"] = "versión de la que sigue",
        ["AllyId"] = "institución", ["State"] = "estado", ["Sharing"] = "permiso", ["Until"] = "último día", ["RenewBy"] = "día de renovar", ["AnsweredAt"] = "respuesta", ["EndedAt"] = "fin", ["Result"] = "resultado",
        ["Document"] = "documento", ["Phone"] = "teléfono", ["GivenNames"] = "nombres", ["Surnames"] = "apellidos", ["Name"] = "nombre", ["ReissuedAt"] = "impresa de nuevo",
    };

    /// <summary>Answer/costo/PA/3: kind, name, country and, of a version, its number.</summary>
    private static string? WordsPage(string id) =>
        id.Split('/') is [var kind, var name, var country, ..] && Enum.TryParse<WordsKind>(kind, out var known) ? WordsTerms.Address(new WordsKey(known, name, country), "historial") : null;

    public static string Kind(string subject) => Kinds.GetValueOrDefault(subject, subject);

    public static string Detail(SearchAudit.Line line) =>
        line.Detail is null ? "" : string.Join("; ", line.Detail.Split("; ").Select(part =>
        {
            var (field, rest) = part.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at ? (part[..at], part[at..]) : (part, "");
            return Fields.GetValueOrDefault(field, field) + rest;
        }));

    /// <summary>Where the record can be seen; null where it has no page.</summary>
    public static string? Page(SearchAudit.Line line) => (line.Subject, line.SubjectId) switch
    {
        (_, null) => null,
        ("Registration", { } id) => "/registros/" + id,
        ("Ally", { } id) => "/aliadas/" + id,
        ("Agreement", { } id) => "/aliadas/convenios/" + id,
        ("Referral", { } id) => "/aliadas/derivaciones/" + id,
        ("Meeting", { } id) => "/reuniones/" + id,
        ("StaffMember", { } id) => "/personal/" + id,
        ("FollowUpReport", { } id) => $"/grupos/{id}/seguimiento",
        ("Group", { } id) => "/grupos/" + id,
        ("WordsDraft" or "WordsVersion", { } id) when WordsPage(id) is { } page => page,
        ("Ticket", { } id) => "/conversaciones/" + id,
        _ => null,
    };
}
