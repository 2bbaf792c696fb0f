using CoopAssistant.Data.Turns;

namespace CoopAssistant.Data.Postgres;

/// <summary>What a group of turns needs to be written.</summary>
/// <param name="Messages">Ids, hers and those of the replies.</param>
/// <param name="Contacts">Ids of those who write for the first time.</param>
/// <param name="Above">The newest message of all their threads: what is said now has higher ids.</param>
internal sealed record IdsNeeded(int Messages, int Contacts, long Above)
{
    public static IdsNeeded By(IReadOnlyList<PendingTurn> group)
    {
        var (messages, contacts, above) = (0, 0, 0L);
        foreach (var pending in group)
        {
            var turn = pending.Turn;
            messages += 1 + turn.Replies.Count;
            if (turn.Before.IsNew) contacts++;
            above = Math.Max(above, turn.Before.LastMessageId ?? 0);
        }
        return new IdsNeeded(messages, contacts, above);
    }
}
