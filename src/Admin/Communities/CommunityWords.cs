using CoopAssistant.Programme.Communities;

namespace CoopAssistant.Admin.Communities;

/// <summary>Staff's words for communities.</summary>
internal static class CommunityWords
{
    public static IReadOnlyList<CommunityState> InOrder { get; } =
        [CommunityState.Identified, CommunityState.Active, CommunityState.Paused, CommunityState.Closed, CommunityState.Discarded];

    public static string Name(CommunityState state) => state switch
    {
        CommunityState.Identified => "Identificada",
        CommunityState.Active => "Activa",
        CommunityState.Paused => "En pausa",
        CommunityState.Closed => "Cerrada",
        _ => "Descartada",
    };

    public static string Slug(CommunityState state) => Name(state).ToLowerInvariant().Replace(' ', '-');

    public static CommunityState? OfSlug(string? slug) => slug is null ? null : InOrder.Where(state => Slug(state) == slug).Select(state => (CommunityState?)state).FirstOrDefault();

    public static string Tone(CommunityState state) => state switch
    {
        CommunityState.Identified => "accent", CommunityState.Active => "good", CommunityState.Paused => "warn", _ => "",
    };

    public static string Do(CommunityTrigger trigger) => trigger switch
    {
        CommunityTrigger.Activate => "Empezar a trabajar aquí",
        CommunityTrigger.Pause => "Poner en pausa",
        CommunityTrigger.Resume => "Seguir",
        CommunityTrigger.Discard => "Descartar",
        CommunityTrigger.Close => "Cerrar",
        _ => "Abrir otra vez",
    };

    public static string Done(CommunityEntry entry) => entry.Kind switch
    {
        CommunityEntryKind.Identified => "Se identificó la comunidad",
        CommunityEntryKind.Prioritised => "Cambió la prioridad",
        CommunityEntryKind.Studied => "Se guardó el estudio",
        CommunityEntryKind.VisitPlanned => "Se planeó una visita",
        CommunityEntryKind.Visited => "Se hizo la visita",
        _ => entry.Trigger switch
        {
            CommunityTrigger.Activate => "Empezó el trabajo",
            CommunityTrigger.Pause => "Quedó en pausa",
            CommunityTrigger.Resume => "Siguió el trabajo",
            CommunityTrigger.Discard => "Se descartó",
            CommunityTrigger.Close => "Se cerró",
            _ => "Se abrió otra vez",
        },
    };
}
