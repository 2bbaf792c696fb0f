using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Notices;

/// <summary>Tells a coordinator in the pack's words that the questions about her cooperative are due. Her answers are waited for, unless staff wait for something else.</summary>
public sealed class TellHerOfFollowUp(ProgrammeDb programme, TimeProvider clock)
{
    /// <param name="text">May use the words of <see cref="Words"/>.</param>
    public async Task Say(Conversation conversation, ProgrammePack pack, Group group, FollowUpRound round, ParticipantId her, string text, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(round);
        var folio = await programme.Registrations.Where(r => r.ParticipantId == her).OrderByDescending(r => r.SubmittedAt).Select(r => r.Folio).FirstOrDefaultAsync(cancel);
        var said = Placeholders.Fill(text, Words(pack, group.PlaceCode, group.Name, group.Rubro, round.Month));
        if (conversation.AwaitedFromHer is null || AwaitedFollowUp.Is(conversation.AwaitedFromHer)) conversation.Await(AwaitedFollowUp.Of(round.Id, her));
        conversation.Say(new OutgoingMessage(folio is null ? said : TellHerOfHerRegistration.WithFolio(said, folio)), author: null, clock.GetUtcNow());
    }

    /// <summary>Those of <see cref="GroupWords"/> and {meses}: "3 meses", "1 año".</summary>
    public static Dictionary<string, string> Words(ProgrammePack pack, string? placeCode, string name, string rubro, int month)
    {
        var words = GroupWords.Of(pack, placeCode, name, rubro);
        words["meses"] = FollowUpWords.Since(month);
        return words;
    }
}
