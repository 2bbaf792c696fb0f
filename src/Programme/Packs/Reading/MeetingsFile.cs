using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>meetings.yaml</c>.</summary>
internal static class MeetingsFile
{
    private const int LongestNotice = 300;
    private static readonly string[] OfMeeting = ["que", "cuando", "donde", "institucion"];

    public static MeetingRules Read(YamlMap map, CountryFile country)
    {
        var hour = map.Number("reminderHour", 6, 21);
        var kinds = map.Map("kinds");
        var names = Enum.GetValues<MeetingKind>().ToDictionary(kind => kind, kind => kinds.Text(EnumNames.Written(kind), 30));
        kinds.Done();
        var notices = map.Map("notices");
        var rules = new MeetingRules(hour, names, new MeetingNotices(
            Notice("invited"), Notice("moved"), Notice("cancelled"), Notice("freed"), Notice("withdrawn"), Notice("reminder"), Notice("unanswered")));
        notices.Done();
        map.Done();
        return rules;

        string Notice(string key)
        {
            var text = notices.Text(key, LongestNotice);
            Checks.Placeholders(notices, key, text, country.Words.Keys.Append(Placeholders.Office).Concat(OfMeeting));
            return text;
        }
    }
}
