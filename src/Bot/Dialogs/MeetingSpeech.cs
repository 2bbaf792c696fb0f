using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>How a meeting is told, and what the dialogs of meetings keep of it.</summary>
internal static class MeetingSpeech
{
    /// <summary>Kind, topic, day, hour and place.</summary>
    public static (string, string)[] Words(ProgrammePack pack, MeetingKind kind, string? topic, DateTimeOffset startsAt, string venue) =>
        [("que", MeetingWords.What(pack, kind, topic)), ("cuando", MeetingWords.When(pack, startsAt)), ("donde", venue)];

    /// <summary>Her next meeting with how she answered, and her hours; empty where she has neither.</summary>
    public static string NextAndHours(this BotContent content, IReadOnlyList<ReadOwnMeetings.Own> meetings, Training training, string? country)
    {
        var say = content.SpeechFor(country);
        var told = new List<string>();
        if (meetings.FirstOrDefault(m => m.Answer != GuestAnswer.No) is { } next && content.Programmes.Find(next.Country) is { } pack)
            told.Add($"{say.Say(Texts.MeetingsNext, Words(pack, next.Kind, next.Topic, next.StartsAt, next.Venue))}\n{say[Standing(next.Answer)]}");
        if (training.Minutes > 0) told.Add(say.Say(Texts.MeetingsHours, ("horas", MeetingWords.Hours(training.Minutes))));
        return string.Join("\n\n", told);
    }

    /// <summary>What her answer is, in a sentence.</summary>
    public static TextKey Standing(GuestAnswer answer) => answer switch
    {
        GuestAnswer.Yes => Texts.MeetingsSaidYes,
        GuestAnswer.Waiting => Texts.MeetingsSaidWaiting,
        GuestAnswer.No => Texts.MeetingsSaidNo,
        _ => Texts.MeetingsSaidNothing,
    };

    public static ConversationState For(ConversationState state, MeetingId meeting, ParticipantId her) =>
        state.Without(Notes.Needs).With(Notes.Meeting, meeting.Value.ToString("N", CultureInfo.InvariantCulture)).With(Notes.Woman, her.Value.ToString("N", CultureInfo.InvariantCulture));

    public static MeetingId? Meeting(ConversationState state) => Guid.TryParse(state.Note(Notes.Meeting), out var id) ? new MeetingId(id) : null;

    public static ParticipantId? Her(ConversationState state) => Guid.TryParse(state.Note(Notes.Woman), out var id) ? new ParticipantId(id) : null;
}

internal static partial class Texts
{
    private static string[] OfMeeting => ["que", "cuando", "donde"]; // other files use it before this one is set up

    public static readonly TextKey MeetingsNext = Text("meetings.next", OfMeeting);
    public static readonly TextKey MeetingsHours = Text("meetings.hours", "horas");
    public static readonly TextKey MeetingsSaidYes = Text("meetings.saidYes");
    public static readonly TextKey MeetingsSaidNo = Text("meetings.saidNo");
    public static readonly TextKey MeetingsSaidWaiting = Text("meetings.saidWaiting");
    public static readonly TextKey MeetingsSaidNothing = Text("meetings.saidNothing");
}
