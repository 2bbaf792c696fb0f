using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Admin.Wording;

/// <summary>Staff's short words for statuses and steps, and how they stand in addresses.</summary>
internal static class StatusWords
{
    /// <summary>In the order of the work.</summary>
    public static IReadOnlyList<RegistrationStatus> InOrder { get; } =
    [
        RegistrationStatus.Received, RegistrationStatus.InReview, RegistrationStatus.InformationMissing, RegistrationStatus.WaitingList,
        RegistrationStatus.OutOfCoverage, RegistrationStatus.Accepted, RegistrationStatus.Withdrawn, RegistrationStatus.Closed,
    ];

    public static string Name(RegistrationStatus status) => status switch
    {
        RegistrationStatus.Received => "Recibido",
        RegistrationStatus.InReview => "En revisión",
        RegistrationStatus.InformationMissing => "Falta un dato",
        RegistrationStatus.WaitingList => "Lista de espera",
        RegistrationStatus.OutOfCoverage => "Fuera de cobertura",
        RegistrationStatus.Accepted => "Aceptado",
        RegistrationStatus.Withdrawn => "Retirado",
        RegistrationStatus.Closed => "Cerrado",
        _ => status.ToString(),
    };

    public static string Slug(RegistrationStatus status) => status switch
    {
        RegistrationStatus.Received => "recibido",
        RegistrationStatus.InReview => "revision",
        RegistrationStatus.InformationMissing => "falta-dato",
        RegistrationStatus.WaitingList => "espera",
        RegistrationStatus.OutOfCoverage => "fuera",
        RegistrationStatus.Accepted => "aceptado",
        RegistrationStatus.Withdrawn => "retirado",
        RegistrationStatus.Closed => "cerrado",
        _ => status.ToString(),
    };

    /// <summary>Null for no or an unknown word.</summary>
    public static RegistrationStatus? OfSlug(string? slug) => InOrder.Where(status => Slug(status) == slug).Select(status => (RegistrationStatus?)status).FirstOrDefault();

    /// <summary>Class of the coloured ground behind the word.</summary>
    public static string Tone(RegistrationStatus status) => status switch
    {
        RegistrationStatus.Received => "accent",
        RegistrationStatus.InformationMissing => "warn",
        RegistrationStatus.Accepted => "good",
        RegistrationStatus.OutOfCoverage => "bad",
        _ => "",
    };

    /// <summary>What a button says.</summary>
    public static string Do(RegistrationTrigger trigger) => trigger switch
    {
        RegistrationTrigger.Review => "Pasar a revisión",
        RegistrationTrigger.AskForInformation => "Pedir un dato",
        RegistrationTrigger.ReceiveInformation => "Anotar el dato que faltaba",
        RegistrationTrigger.Accept => "Aceptar",
        RegistrationTrigger.PutOnWaitingList => "Poner en lista de espera",
        RegistrationTrigger.DeclareOutOfCoverage => "Marcar fuera de cobertura",
        RegistrationTrigger.Withdraw => "Retirar",
        RegistrationTrigger.Close => "Cerrar",
        RegistrationTrigger.Reopen => "Reabrir",
        RegistrationTrigger.Undo => "Deshacer el último paso",
        _ => trigger.ToString(),
    };

    /// <summary>What the history says; null is the submission.</summary>
    public static string Done(RegistrationTrigger? trigger) => trigger switch
    {
        null => "Envió su registro",
        RegistrationTrigger.Review => "Pasó a revisión",
        RegistrationTrigger.AskForInformation => "Se pidió un dato",
        RegistrationTrigger.ReceiveInformation => "Llegó el dato que faltaba",
        RegistrationTrigger.Accept => "Aceptado",
        RegistrationTrigger.PutOnWaitingList => "A lista de espera",
        RegistrationTrigger.DeclareOutOfCoverage => "Fuera de cobertura",
        RegistrationTrigger.Withdraw => "Retirado",
        RegistrationTrigger.Close => "Cerrado",
        RegistrationTrigger.Reopen => "Reabierto",
        RegistrationTrigger.Undo => "Se deshizo el paso anterior",
        _ => trigger.ToString()!,
    };

    public static bool IsFinal(RegistrationTrigger trigger) =>
        trigger is RegistrationTrigger.Close or RegistrationTrigger.Withdraw or RegistrationTrigger.DeclareOutOfCoverage;
}
