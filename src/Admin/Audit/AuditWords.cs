using System.Text.RegularExpressions;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Allies;
using CoopAssistant.Admin.Allies.Referrals;
using CoopAssistant.Admin.Broadcasts;
using CoopAssistant.Admin.Communities;
using CoopAssistant.Admin.Figures;
using CoopAssistant.Admin.Groups;
using CoopAssistant.Admin.Groups.FollowUp;
using CoopAssistant.Admin.Meetings;
using CoopAssistant.Admin.PaperLists;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Admin.Words;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Allies.Commitments;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.PaperLists;

namespace CoopAssistant.Admin.Audit;

/// <summary>Kinds of records, their fields and what these held, as staff read them. What has no word yet is said plainly, never as the code calls it.</summary>
internal static partial class AuditWords
{
    private const string OtherKind = "otro registro";
    private const string OtherField = "otro dato";

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
        ["Broadcast"] = "difusión", ["BroadcastPrice"] = "precio de los mensajes", ["BroadcastRecipient"] = "destinataria de una difusión", ["Contact"] = "contacto", ["ContactParticipant"] = "chat de una mujer",
        ["Community"] = "comunidad", ["CommunityEntry"] = "historia de una comunidad", ["ConversationNote"] = "nota de conversación", ["CourseTranslation"] = "traducción de un curso",
        ["LessonDraft"] = "borrador de una lección", ["LessonEdit"] = "cambio de una lección", ["LessonVersion"] = "lección publicada", ["OutlineDraft"] = "borrador del orden de un curso", ["OutlineVersion"] = "orden publicado de un curso",
        ["Recording"] = "voz de una lección", ["StatusVoice"] = "voz de un aviso", ["DuplicateVerdict"] = "decisión sobre repetidos", ["Enrolment"] = "curso de una mujer", ["GroupStep"] = "paso de grupo", ["PlaceAlias"] = "nombre de un lugar",
        ["UnknownPlace"] = "lugar sin entender", ["Poster"] = "afiche", ["ProposalDismissal"] = "propuesta descartada", ["Reminder"] = "recordatorio",
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
        ["DaysToReview"] = "días hasta la revisión", ["DaysToDecision"] = "días hasta la decisión", ["NewInformationAt"] = "llegada del dato", ["HasGroup"] = "tiene grupo", ["IsInStatistics"] = "cuenta en las cifras", ["Rubro"] = "actividad", ["Source"] = "cómo llegó",
        ["BirthYear"] = "año de nacimiento", ["DocumentEnd"] = "final del documento", ["Language"] = "idioma", ["PrefersAudio"] = "prefiere audios", ["PinHash"] = "PIN",
        ["SnoozedUntil"] = "pospuesta hasta", ["MinutesToAnswer"] = "minutos hasta la respuesta", ["Reason"] = "motivo", ["HasOptedOut"] = "pidió no recibir mensajes", ["InvitedAt"] = "invitación a escribir", ["OutOfReachSince"] = "número sin recibir desde",
        ["Email"] = "correo", ["UserName"] = "correo", ["EmailConfirmed"] = "correo confirmado", ["PhoneNumber"] = "teléfono", ["PhoneNumberConfirmed"] = "teléfono confirmado", ["LockoutEnabled"] = "se bloquea por intentos",
        ["Title"] = "título", ["TextsJson"] = "mensaje", ["SegmentJson"] = "a quiénes", ["VariablesJson"] = "espacios del mensaje", ["PerMinute"] = "mensajes por minuto", ["ConfirmedAt"] = "confirmación", ["Confirmed"] = "cuántas se confirmaron",
        ["Currency"] = "moneda", ["Micros"] = "precio", ["EstimateMicros"] = "costo estimado", ["IsPrepared"] = "lista para salir", ["PreparedUpTo"] = "preparación", ["NextBatchAt"] = "próxima tanda", ["RepeatsId"] = "difusión que repite",
        ["Kind"] = "clase", ["Topic"] = "tema", ["Venue"] = "lugar de la reunión", ["StartsAt"] = "comienzo", ["EndsAt"] = "hora de fin", ["Capacity"] = "cupo", ["CourseMinutes"] = "horas de curso", ["IsPriorCourse"] = "curso previo", ["OffersChildcare"] = "cuidado de niños",
        ["AttendanceTakenAt"] = "asistencia", ["Institution"] = "institución", ["Answer"] = "respuesta", ["Needs"] = "lo que necesita", ["IsListed"] = "en la lista", ["ListedAt"] = "anotada en la lista", ["AttendedAt"] = "asistió", ["AttendedBy"] = "quién anotó la asistencia",
        ["ToldAt"] = "aviso", ["ReminderSettledAt"] = "recordatorio", ["GroupId"] = "grupo", ["CommunityId"] = "comunidad", ["CoordinatorId"] = "coordinadora", ["ContactPhone"] = "teléfono de contacto", ["FoundedAt"] = "fundación", ["Code"] = "código",
        ["Origin"] = "origen", ["DueOn"] = "día previsto", ["StartedAt"] = "comienzo", ["Seat"] = "lugar en el grupo", ["SharesName"] = "comparte su nombre", ["Since"] = "desde", ["Body"] = "órgano", ["Office"] = "oficina", ["From"] = "primer día",
        ["EndedOn"] = "último día de verdad", ["RemovedAt"] = "retiro", ["RemovedBy"] = "quién lo quitó", ["RemovalReason"] = "motivo del retiro", ["Priority"] = "prioridad", ["PriorityReason"] = "motivo de la prioridad", ["StudiedAt"] = "estudio", ["StudyJson"] = "estudio",
        ["PlainName"] = "nombre para buscar", ["AnswerDays"] = "días para responder", ["AnswerBy"] = "plazo de respuesta", ["IsDiscreet"] = "discreta", ["Regions"] = "regiones", ["Short"] = "nombre corto", ["Post"] = "cargo", ["What"] = "qué", ["StepCode"] = "paso",
        ["AgreementId"] = "convenio", ["ReferredAt"] = "derivación", ["SentAt"] = "envío", ["AskedAt"] = "pregunta", ["Fields"] = "datos compartidos", ["AskOn"] = "día de preguntar", ["AskedOf"] = "a quién se pregunta", ["TimesAsked"] = "veces que se preguntó", ["WantsVisit"] = "pide una visita",
        ["Hours"] = "horario", ["AnswerMinutes"] = "plazo de respuesta", ["AnswerLimitMinutes"] = "plazo ante administración", ["ReviewMinutes"] = "plazo de revisión", ["ReviewLimitMinutes"] = "plazo ante administración", ["Month"] = "mes", ["Year"] = "año",
        ["FinishedAt"] = "fin", ["LastAt"] = "última vez", ["LessonsDone"] = "lecciones terminadas", ["WithdrawnAt"] = "retiro", ["RetiredAt"] = "retiro", ["SettledAt"] = "resuelto", ["SettledBy"] = "quién lo resolvió", ["Entries"] = "textos", ["File"] = "texto", ["Number"] = "número",
        ["Note"] = "nota", ["Kept"] = "registro que queda", ["FileName"] = "archivo", ["ProfileName"] = "nombre en el chat", ["Hour"] = "hora", ["NextAt"] = "próxima vez", ["Unanswered"] = "sin respuesta",
    };

    /// <summary>Answer/costo/PA/3: kind, name, country and, of a version, its number.</summary>
    private static string? WordsPage(string id) =>
        id.Split('/') is [var kind, var name, var country, ..] && Enum.TryParse<WordsKind>(kind, out var known) ? WordsTerms.Address(new WordsKey(known, name, country), "historial") : null;

    public static string Kind(string subject) => Kinds.GetValueOrDefault(subject, OtherKind);

    public static string Detail(SearchAudit.Line line) =>
        line.Detail is null ? "" : string.Join("; ", line.Detail.Split("; ").Select(part => Say(line.Subject, part)).Distinct(StringComparer.Ordinal));

    /// <summary>«AssignedTo», «Status: Received → InReview», or a sentence that was meant to be read.</summary>
    private static string Say(string subject, string part)
    {
        var (field, rest) = part.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at ? (part[..at], part[(at + 2)..]) : (part, "");
        if (!NameInCode().IsMatch(field)) return part;
        var word = Fields.GetValueOrDefault(field, OtherField);
        return word != OtherField && rest.Split(" → ") is [var before, var after] && Value(subject, field, before) is { } was && Value(subject, field, after) is { } became ? $"{word}: {was} → {became}" : word;
    }

    /// <summary>Null where it has no word: then that it changed is all that is said.</summary>
    private static string? Value(string subject, string field, string value) => (subject, field) switch
    {
        _ when value is "True" => "sí",
        _ when value is "False" => "no",
        _ when value.Length == 0 => "nada",
        ("Registration", "Status") => Word<RegistrationStatus>(value, StatusWords.Name),
        ("StaffMember", "Role") => Word<StaffRole>(value, RoleWords.Name),
        ("Message", "Delivery") => FigureWords.Deliveries.FirstOrDefault(known => known.Code == value).Name,
        ("Group", "State") => Word<GroupState>(value, GroupTerms.Name),
        ("GroupMember", "State") => Word<MemberState>(value, GroupTerms.Name),
        ("GroupStep", "State") => Word<StepState>(value, state => state switch { StepState.Open => "Abierto", StepState.Finished => "Terminado", _ => "Omitido" }),
        ("Meeting", "State") => Word<MeetingState>(value, state => MeetingTerms.Name(state, isOver: false)),
        ("Meeting", "Kind") => Word<MeetingKind>(value, MeetingTerms.Name),
        ("MeetingGuest", "Answer") => Word<GuestAnswer>(value, MeetingTerms.Name),
        ("Community", "State") => Word<CommunityState>(value, CommunityWords.Name),
        ("Commitment", "State") => Word<CommitmentState>(value, AllyTerms.Name),
        ("Referral", "State") => Word<ReferralState>(value, state => ReferralTerms.Name(state, result: null)),
        ("Referral", "Result") => Word<ReferralResult>(value, ReferralTerms.Name),
        ("ReferralPerson", "Sharing") => Word<SharingState>(value, ReferralTerms.Name),
        ("FollowUpRound", "State") => Word<FollowUpState>(value, state => FollowUpTerms.Name(state)),
        ("Broadcast", "State") => Word<BroadcastState>(value, BroadcastTerms.Name),
        ("PaperList", "State") => Word<PaperListState>(value, PaperWords.State),
        _ => null,
    };

    private static string? Word<TEnum>(string value, Func<TEnum, string> name) where TEnum : struct, Enum => Enum.TryParse<TEnum>(value, out var known) && Enum.IsDefined(known) ? name(known) : null;

    [GeneratedRegex("^[A-Z][a-z]+(?:[A-Z][a-z]+)*$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NameInCode();

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
