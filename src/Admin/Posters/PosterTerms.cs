using CoopAssistant.Programme;
using CoopAssistant.Programme.Posters;

namespace CoopAssistant.Admin.Posters;

/// <summary>Staff's words for posters, and the choice of where one hangs as a form sends it: c:guid, r:guid, o:PA/cocle, l:PA or l:PA/PA-2.</summary>
internal static class PosterTerms
{
    public static string Name(PosterPlace place) => place switch
    {
        PosterPlace.Community => "Comunidad", PosterPlace.Office => "Oficina", PosterPlace.Meeting => "Reunión o taller", _ => "Otro lugar",
    };

    public static string Sentence(PosterProblem problem) => problem switch
    {
        PosterProblem.NoTitle => "Escriba dónde se pone, por ejemplo: Feria de Soná.", _ => "Elija un lugar de su territorio.",
    };

    /// <summary>Null for a choice that was not offered.</summary>
    public static MakePoster.Request? Read(string? choice, MakePoster.Request request) => choice?.Split(':', 2) switch
    {
        ["c", var id] when Guid.TryParse(id, out var community) => request with { Community = new CommunityId(community) },
        ["r", var id] when Guid.TryParse(id, out var meeting) => request with { Meeting = new MeetingId(meeting) },
        ["o", var office] when office.Split('/') is [var country, var code] => request with { Office = (country, code) },
        ["l", var place] => request with { Elsewhere = place.Split('/') is [var country, var region] ? (country, region) : (place, null) },
        _ => null,
    };
}
