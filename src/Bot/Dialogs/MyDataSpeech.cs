using System.Globalization;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>All that is kept of her, told in as few messages as it fits in: her answers, her group, her meetings and hours, and which institutions see what of them.</summary>
internal sealed class MyDataSpeech(BotContent content, Reading reading, MeetingReading meetings, SharingReading sharing)
{
    private const int MostInAMessage = 1200;
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");

    public async Task<IReadOnlyList<OutgoingMessage>> Tell(Registration registration, ParticipantId her, CancellationToken cancel)
    {
        var say = content.SpeechFor(registration.Country);
        var lines = new List<string> { say.Say(Texts.MyDataShow, ("folio", MyData.Spoken(registration.Folio))) };
        lines.AddRange(SubmittedAnswers.FromJson(registration.AnswersJson).Select(answer => $"{answer.Label}: {answer.Display}"));
        foreach (var group in await reading.GroupsOf(her, cancel))
            lines.Add("\n" + say.Say(group.Membership == MemberState.Member ? Texts.MyDataGroup : Texts.MyDataInvited, ("grupo", group.Name)));
        var kept = await meetings.All(her, cancel);
        if (kept.Count > 0) lines.Add("\n" + say[Texts.MyDataMeetings]);
        lines.AddRange(kept.Select(meeting => Meeting(meeting, say)).OfType<string>());
        if (await meetings.Training(her, cancel) is { Minutes: > 0 and var minutes }) lines.Add(say.Say(Texts.MeetingsHours, ("horas", MeetingWords.Hours(minutes))));
        if (content.Told(await sharing.Of(her, cancel), registration.Country) is { Length: > 0 } shared) lines.AddRange(["\n" + say[Texts.MyDataShared], shared]);
        return InMessages(lines);
    }

    private string? Meeting(ReadOwnMeetings.Kept meeting, Speech say)
    {
        if (content.Programmes.Find(meeting.Country) is not { } pack) return null;
        var on = TimeZoneInfo.ConvertTime(meeting.StartsAt, pack.Country.TimeZone).ToString("d 'de' MMMM 'de' yyyy", Spanish);
        var said = !meeting.IsListed ? null : say[meeting.Answer == GuestAnswer.Withdrawn ? Texts.MyDataUninvited : MeetingSpeech.Standing(meeting.Answer)];
        var needs = meeting.Needs == GuestNeeds.None ? null : say.Say(Texts.MyDataAskedFor, ("apoyo", MeetingNeeds.Noted(say, meeting.Needs)));
        return string.Join(' ', new[] { $"– {MeetingWords.What(pack, meeting.Kind, meeting.Topic)}, {on}.", said, needs, meeting.Came ? say[Texts.MyDataCame] : null }.OfType<string>());
    }

    private static List<OutgoingMessage> InMessages(IEnumerable<string> lines)
    {
        var told = new List<OutgoingMessage>();
        var text = "";
        foreach (var line in lines)
        {
            if (text.Length > 0 && text.Length + line.Length > MostInAMessage)
            {
                told.Add(new OutgoingMessage(text));
                text = line.TrimStart('\n');
            }
            else text = text.Length == 0 ? line : $"{text}\n{line}";
        }
        told.Add(new OutgoingMessage(text));
        return told;
    }
}

internal static partial class Texts
{
    public static readonly TextKey MyDataShow = Text("mydata.show", "folio");
    public static readonly TextKey MyDataShared = Text("mydata.shared");
    public static readonly TextKey MyDataGroup = Text("mydata.group", "grupo");
    public static readonly TextKey MyDataInvited = Text("mydata.invited", "grupo");
    public static readonly TextKey MyDataMeetings = Text("mydata.meetings");
    public static readonly TextKey MyDataUninvited = Text("mydata.uninvited");
    public static readonly TextKey MyDataAskedFor = Text("mydata.askedFor", "apoyo");
    public static readonly TextKey MyDataCame = Text("mydata.came");
}
