using System.Globalization;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Meetings;

/// <summary>A meeting in the words of its country: the same in the chat, in a notice and in a calendar.</summary>
public static class MeetingWords
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");

    /// <summary>"Taller: el libro de caja", or the kind alone.</summary>
    public static string What(ProgrammePack pack, MeetingKind kind, string? topic)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var name = pack.Meetings.Kinds[kind];
        return topic is null ? name : $"{name}: {topic}";
    }

    /// <summary>"martes 16 de marzo, 9:00 a. m.", by the country's clock.</summary>
    public static string When(ProgrammePack pack, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return TimeZoneInfo.ConvertTime(at, pack.Country.TimeZone).ToString("dddd d 'de' MMMM, h:mm tt", Spanish);
    }

    /// <summary>{que} {cuando} {donde} {institucion} and the country's words for the place.</summary>
    public static Dictionary<string, string> Of(ProgrammePack pack, string? placeCode, MeetingKind kind, string? topic, MeetingSlot slot, string? institution)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(slot);
        return new Dictionary<string, string>(pack.WordsFor(placeCode), StringComparer.Ordinal)
        {
            ["que"] = What(pack, kind, topic),
            ["cuando"] = When(pack, slot.StartsAt),
            ["donde"] = slot.Venue,
            ["institucion"] = pack.InstitutionName(institution ?? pack.Ministry.Code),
        };
    }

    public static Dictionary<string, string> Of(ProgrammePack pack, Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return Of(pack, meeting.PlaceCode, meeting.Kind, meeting.Topic, new(meeting.StartsAt, meeting.EndsAt, meeting.Venue), meeting.Institution);
    }

    /// <summary>Minutes as hours: "4", "2,5".</summary>
    public static string Hours(int minutes) => (minutes / 60m).ToString("0.##", Spanish);
}
