using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Recordings;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>The recorded voices of what <c>estado</c> tells. Found in memory; she knows their length and weight before they are sent.</summary>
internal sealed class StatusVoices(BotContent content, VoiceShelf shelf)
{
    public const string Listen = "status:listen";

    /// <summary>Codes of what is told and can be heard, joined by commas; empty where she only reads.</summary>
    public string Told(ConversationState state, Registration newest, IReadOnlyList<ReadOwnGroup.Standing> groups)
    {
        if (shelf.IsEmpty || content.Programmes.Find(newest.Country) is not { } pack || pack.Country.Code != state.Country) return "";
        var mine = groups.Where(group => group.Membership == MemberState.Member && group.Country == state.Country).ToList();
        var isInGroup = mine.Count > 0 && newest.Status == RegistrationStatus.Accepted; // then the group tells the rest
        var spoken = (isInGroup ? [] : new[] { SpokenStatus.Of(pack, newest.Status) })
            .Concat(mine.SelectMany(group => GroupSpeech.ShownSteps(pack, group)).Select(shown => SpokenStatus.Of(pack, shown.Step)));
        return string.Join(',', spoken.Where(each => shelf.Find(each, state.Language) is not null).Select(each => each!.Code).Distinct(StringComparer.Ordinal));
    }

    public IReadOnlyList<RecordingFile> Files(ConversationState state, string codes) =>
        codes.Length == 0 || content.Programmes.Find(state.Country) is not { } pack ? [] : [.. codes.Split(',').Select(code => shelf.Find(pack, code, state.Language)).OfType<RecordingFile>()];

    /// <summary>What they weigh, and then they themselves.</summary>
    public IEnumerable<OutgoingMessage> Played(ConversationState state, IReadOnlyList<RecordingFile> files)
    {
        if (files.Count == 0 || content.Programmes.Find(state.Country) is not { } pack) return [];
        return Sounds(files).Prepend(new OutgoingMessage(SpeakHerStatus.Weight(pack, files)));
    }

    /// <summary>Offers them with their weight.</summary>
    public static Option Offer(Speech say, IReadOnlyList<RecordingFile> files) => new(Listen, say.Say(
        Texts.LearnListen, ("s", files.Sum(file => file.Seconds).ToString(CultureInfo.InvariantCulture)), ("kb", files.Sum(file => file.Kilobytes).ToString(CultureInfo.InvariantCulture))));

    /// <summary>She asked for them: they are sent, and what else was offered is offered again. Nothing is told anew, for her phone may be in other hands by now.</summary>
    public Decision Hear(ConversationState state, IReadOnlyList<RecordingFile> files)
    {
        var others = state.OfferedValues.Zip(state.OfferedLabels, (value, label) => new Option(value, label)).Where(option => option.Value != Listen);
        return state.Without(Notes.Voices).Says([.. Sounds(files), content.SpeechFor(state.Country)[Texts.StatusHeard].Asking([.. others])]);
    }

    private static IEnumerable<OutgoingMessage> Sounds(IEnumerable<RecordingFile> files) => files.Select(file => new OutgoingMessage("") { Media = OutgoingMedia.Voice(file) });
}

internal static partial class Texts
{
    public static readonly TextKey StatusHeard = Text("status.heard");
}
