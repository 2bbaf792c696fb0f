using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Allies.Referrals;

namespace CoopAssistant.Admin.Allies.Referrals;

/// <summary>Words for referrals, of staff and of institutions.</summary>
internal static class ReferralTerms
{
    public static string Name(ReferralView view) => view switch
    {
        ReferralView.Late => "Atrasadas", ReferralView.AwaitingConsent => "Esperan su permiso", ReferralView.Sent => "Sin respuesta", ReferralView.Accepted => "Aceptadas", _ => "Terminadas",
    };

    public static string Slug(ReferralView view) => view switch
    {
        ReferralView.Late => "atrasadas", ReferralView.AwaitingConsent => "permiso", ReferralView.Sent => "enviadas", ReferralView.Accepted => "aceptadas", _ => "terminadas",
    };

    public static ReferralView? OfSlug(string? slug) => Enum.GetValues<ReferralView>().Where(view => Slug(view) == slug).Select(view => (ReferralView?)view).FirstOrDefault();

    public static string Name(ReferralState state, ReferralResult? result) => state switch
    {
        ReferralState.AwaitingConsent => "Espera el permiso de ella",
        ReferralState.Sent => "Enviada, sin respuesta",
        ReferralState.Accepted => "Aceptada",
        ReferralState.Rejected => "Rechazada",
        ReferralState.Finished => result is { } known ? Name(known) : "Terminada",
        ReferralState.Refused => "Ella dijo que no",
        ReferralState.ConsentWithdrawn => "Permiso retirado",
        _ => "Retirada por el programa",
    };

    public static string Tone(ReferralState state) => state switch
    {
        ReferralState.AwaitingConsent or ReferralState.Sent => "accent", ReferralState.Accepted or ReferralState.Finished => "good", ReferralState.Rejected => "warn", _ => "",
    };

    public static string Name(ReferralResult result) => result switch { ReferralResult.Helped => "Atendida", ReferralResult.NotReached => "No se logró contactar", _ => "No corresponde" };

    public static string Name(SharingState state) => state switch
    {
        SharingState.Asked => "Sin responder", SharingState.Agreed => "Dijo que sí", SharingState.Refused => "Dijo que no", SharingState.Withdrawn => "Retiró su permiso", _ => "Ya no se le pregunta",
    };

    public static string Tone(SharingState state) => state switch { SharingState.Agreed => "good", SharingState.Asked => "accent", SharingState.Withdrawn => "warn", _ => "" };

    public static string GroupField(string field) => field switch
    {
        SharedFields.GroupName => "Nombre del grupo", SharedFields.GroupRubro => "Actividad", SharedFields.GroupPlace => "Lugar", SharedFields.GroupSize => "Cuántas son", SharedFields.GroupSteps => "Pasos en curso", _ => field,
    };

    public static string Sentence(ReferralProblem problem) => problem switch
    {
        ReferralProblem.NoReason => "Escriba para qué ayuda se deriva: ella y la institución lo leen.",
        ReferralProblem.NothingShared => "Marque al menos un dato: sin datos la institución no puede atender.",
        ReferralProblem.NotShareable => "Ese dato no se comparte en este país.",
        ReferralProblem.NothingOfHers => "Marque qué datos de ellas se compartirían, o no le pregunte a ninguna.",
        ReferralProblem.AlreadyOpen => "Ya hay una derivación abierta a esa institución.",
        ReferralProblem.NotTakingPart => "No se deriva un registro cerrado o retirado, ni un grupo disuelto.",
        _ => "Elija una institución que trabaje en ese lugar.",
    };

    /// <param name="whom">Name of the woman it is about; null where it is about none.</param>
    public static string Done(ReferralEntry entry, string? whom) => entry.Kind switch
    {
        ReferralEntryKind.Referred => "Se derivó",
        ReferralEntryKind.Agreed => $"{whom ?? "Ella"} dio su permiso",
        ReferralEntryKind.Refused => $"{whom ?? "Ella"} dijo que no",
        ReferralEntryKind.ConsentWithdrawn => $"{whom ?? "Ella"} ya no comparte sus datos",
        ReferralEntryKind.Accepted => "La institución aceptó",
        ReferralEntryKind.Rejected => "La institución rechazó",
        ReferralEntryKind.Reported => "La institución informó",
        ReferralEntryKind.Finished => "La institución terminó",
        _ => "El programa la retiró",
    };

    /// <summary>"quedan 3 días hábiles", "vence hoy", "lleva 2 días hábiles de atraso".</summary>
    public static string Clock(AnswerClock clock) => clock switch
    {
        { IsLate: true, Days: 0 } => "venció hoy",
        { IsLate: true } => $"lleva {WorkingDays(clock.Days)} de atraso",
        { Days: 0 } => "vence hoy",
        { Days: 1 } => "queda 1 día hábil",
        _ => $"quedan {WorkingDays(clock.Days)}",
    };

    public static string WorkingDays(int days) => Plural.Of(days, "día hábil", "días hábiles");

    /// <summary>How she answered, beside the answer: where, on which text or which form.</summary>
    public static string Evidence(SharingConsent consent, IReadOnlyDictionary<string, string> names) => consent switch
    {
        { SignedOn: { } day } => $"en papel, hoja {consent.FormReference}, firmada el {AllyTerms.Day(day)}; la recibió {consent.TakenBy}; la anotó {names.GetValueOrDefault(consent.RecordedBy ?? "", "alguien que ya no tiene cuenta")}",
        { TextVersion.Length: > 0 } => $"texto {consent.TextVersion}, {consent.Channel}",
        _ => "",
    };

    public static string Sentence(PaperProblem? problem) => problem switch
    {
        PaperProblem.NoDay => "Diga qué día firmó ella.",
        PaperProblem.DayToCome => "El día de la firma todavía no llega.",
        PaperProblem.TooOld => "La hoja tiene más de un año: pídale una nueva.",
        PaperProblem.NobodyTookIt => "Escriba quién recibió la hoja.",
        PaperProblem.NoReference => "Escriba el número de la hoja, o dónde está guardada.",
        _ => "Esto ya no se puede anotar: la derivación o el permiso cambió.",
    };
}
