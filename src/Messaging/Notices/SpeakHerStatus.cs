using System.Globalization;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Recordings;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Notices;

/// <summary>Gives a notice its voice where she prefers listening and somebody recorded it. She reads first what the voice weighs; without one nothing changes.</summary>
public sealed class SpeakHerStatus(ProgrammeDb db, VoiceShelf shelf)
{
    /// <summary>The notice, and behind it what is heard.</summary>
    /// <param name="spoken">What the notice says, as it is read aloud; null where nothing is.</param>
    public async Task<IReadOnlyList<OutgoingMessage>> With(OutgoingMessage notice, ProgrammePack pack, ParticipantId participant, SpokenStatus? spoken, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(pack);
        if (spoken is null || shelf.IsEmpty) return [notice];
        var her = await db.Participants.Where(p => p.Id == participant).Select(p => new { p.PrefersAudio, p.Language }).SingleOrDefaultAsync(cancel);
        if (her is not { PrefersAudio: true } || shelf.Find(spoken, her.Language) is not { } voice) return [notice];
        return [notice with { Text = $"{notice.Text}\n{Weight(pack, [voice])}" }, new OutgoingMessage("") { Media = OutgoingMedia.Voice(voice), About = notice.About }];
    }

    /// <summary>How long the voices that come play and what they weigh, in the pack's words.</summary>
    public static string Weight(ProgrammePack pack, IReadOnlyCollection<RecordingFile> voices)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(voices);
        return Placeholders.Fill(pack.VoiceComes ?? "", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["segundos"] = voices.Sum(voice => voice.Seconds).ToString(CultureInfo.InvariantCulture),
            ["kb"] = voices.Sum(voice => voice.Kilobytes).ToString(CultureInfo.InvariantCulture),
        });
    }
}
