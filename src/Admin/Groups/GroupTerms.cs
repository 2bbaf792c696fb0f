using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Admin.Groups;

/// <summary>Staff's words for groups and their members.</summary>
internal static class GroupTerms
{
    public static IReadOnlyList<GroupState> InOrder { get; } = [GroupState.Forming, GroupState.Paused, GroupState.Cooperative, GroupState.Inactive, GroupState.Dissolved];

    public static string Name(GroupState state) => state switch
    {
        GroupState.Forming => "En formación",
        GroupState.Paused => "En pausa",
        GroupState.Cooperative => "Cooperativa",
        GroupState.Inactive => "Cooperativa inactiva",
        _ => "Disuelto",
    };

    public static string Slug(GroupState state) => state switch
    {
        GroupState.Forming => "formacion", GroupState.Paused => "pausa", GroupState.Cooperative => "cooperativa", GroupState.Inactive => "inactiva", _ => "disuelto",
    };

    public static GroupState? OfSlug(string? slug) => slug is null ? null : InOrder.Where(state => Slug(state) == slug).Select(state => (GroupState?)state).FirstOrDefault();

    public static string Tone(GroupState state) => state switch
    {
        GroupState.Forming => "accent", GroupState.Cooperative => "good", GroupState.Paused or GroupState.Inactive => "warn", _ => "",
    };

    public static string Do(GroupTrigger trigger) => trigger switch
    {
        GroupTrigger.Pause => "Poner en pausa",
        GroupTrigger.Resume => "Seguir",
        GroupTrigger.Recognise => "Ya es cooperativa",
        GroupTrigger.Deactivate => "Marcar inactiva",
        GroupTrigger.Reactivate => "Marcar activa",
        _ => "Disolver",
    };

    public static string Name(MemberState state) => state switch
    {
        MemberState.Invited => "Invitada, aún no responde",
        MemberState.Member => "Socia",
        MemberState.Refused => "Dijo que no",
        MemberState.Withdrawn => "Invitación retirada",
        MemberState.Left => "Salió",
        _ => "Pasó a otro grupo",
    };

    public static string Origin(GroupOrigin origin) => origin switch
    {
        GroupOrigin.Proposal => "Propuesta aceptada", GroupOrigin.Herself => "Se registró por el chat", _ => "Escrito por el personal",
    };

    /// <param name="whom">Name of the woman it is about; null for the whole group.</param>
    /// <param name="step">Name of the step it is about; null where it is about none.</param>
    public static string Done(GroupEntry entry, string? whom, string? step)
    {
        var she = whom ?? "Una mujer";
        return entry.Kind switch
        {
            GroupEntryKind.Founded => "Se registró el grupo",
            GroupEntryKind.Invited => $"Se invitó a {she}",
            GroupEntryKind.Joined => $"{she} entró al grupo",
            GroupEntryKind.Refused => $"{she} dijo que no",
            GroupEntryKind.InvitationWithdrawn => $"Se retiró la invitación a {she}",
            GroupEntryKind.Left => $"{she} salió del grupo",
            GroupEntryKind.MovedAway => $"{she} pasó a otro grupo",
            GroupEntryKind.CoordinatorAppointed => $"{she} coordina el grupo",
            GroupEntryKind.StepBegun => $"Empezó el paso «{step}»",
            GroupEntryKind.StepFinished => $"Terminó el paso «{step}»",
            GroupEntryKind.StepSkipped => $"Se saltó el paso «{step}»",
            GroupEntryKind.StepReturned => $"Se volvió al paso «{step}»",
            GroupEntryKind.LeftWithRegistration => $"{she} dejó el grupo porque se retiró su registro",
            GroupEntryKind.FormalityDone => $"Se hizo «{step}»{On(entry)}",
            GroupEntryKind.FormalityUndone => $"Se corrigió: «{step}» no se hizo{On(entry)}",
            GroupEntryKind.FormalityPlanned => entry.On is null ? $"Se quitó el día previsto de «{step}»" : $"«{step}» está previsto para{On(entry)}",
            GroupEntryKind.OfficeTaken => $"{she} fue elegida{On(entry)}: {step}",
            GroupEntryKind.OfficeLeft => $"{she} dejó el cargo{On(entry)}: {step}",
            GroupEntryKind.FileAdded => "Se guardó un archivo",
            GroupEntryKind.FileRemoved => "Se quitó un archivo",
            GroupEntryKind.StepNoted => $"Se anotaron datos del paso «{step}»",
            GroupEntryKind.Changed => "Cambiaron los datos del grupo",
            _ => Enum.TryParse<GroupTrigger>(entry.Code, out var trigger) ? Moved(trigger) : "Cambió el estado",
        };
    }

    private static string On(GroupEntry entry) => entry.On is { } on ? $" el {on.ToString("d MMM yyyy", Plural.Spanish)}" : "";

    private static string Moved(GroupTrigger trigger) => trigger switch
    {
        GroupTrigger.Pause => "Quedó en pausa",
        GroupTrigger.Resume => "Siguió su formación",
        GroupTrigger.Recognise => "Es una cooperativa reconocida",
        GroupTrigger.Deactivate => "La cooperativa quedó inactiva",
        GroupTrigger.Reactivate => "La cooperativa volvió a trabajar",
        _ => "Se disolvió",
    };
}
