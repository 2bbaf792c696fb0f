using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Programme.Posters;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Testing;

/// <summary>An invented poster and invented broadcasts.</summary>
public static class ReachSeed
{
    /// <summary>A poster; a draft; and a broadcast that failed at its first woman. To be called where somebody agreed to messages.</summary>
    public static async Task<(long Poster, long Draft, long Sent)> Reach(this Seed seed)
    {
        var poster = (await seed.Ask<MakePoster, MakePoster.Result>(make => make.Handle(new("Feria de Antón", "x", null) { Elsewhere = ("PA", "PA-2") }, CancellationToken.None))).Id!.Value;
        var (draft, sent) = (await seed.Broadcast("Feria de mayo"), await seed.Broadcast("Taller de costura"));
        await seed.Do<SteerBroadcast>(async steer => await steer.Confirm(sent, (await seed.Ask<CountAudience, CountAudience.Result>(async count => await count.Handle(await seed.Ask<MessagingDb, Broadcast>(db => db.Broadcasts.SingleAsync(b => b.Id == sent)), CancellationToken.None))).Reached, null, CancellationToken.None));
        await seed.Do<PrepareBroadcast>(prepare => prepare.Handle(sent, CancellationToken.None));
        var first = await seed.Ask<MessagingDb, long>(db => db.BroadcastRecipients.Where(r => r.BroadcastId == sent).OrderBy(r => r.ContactId).Select(r => r.ContactId).FirstAsync());
        await seed.Do<TellRecipient>(tell => tell.Handle(sent, first, CancellationToken.None));
        await seed.Do<MessagingDb>(db => db.Messages.Where(m => m.BroadcastId == sent).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Delivery, Messaging.Conversations.Delivery.Failed).SetProperty(m => m.ErrorCode, "63024")));
        return (poster, draft, sent);
    }

    private static Task<long> Broadcast(this Seed seed, string title) => seed.Ask<MessagingDb, long>(async db =>
    {
        var broadcast = Messaging.Broadcasts.Broadcast.Draft(
            title, new BroadcastSegment { Country = "PA" }, new BroadcastMessage([new("es", null, "Hola {nombre}. El sábado hay feria en Antón. ¿Nos acompaña?")], []), "x", TimeProvider.System.GetUtcNow());
        db.Broadcasts.Add(broadcast);
        await db.SaveAsync(CancellationToken.None);
        return broadcast.Id;
    });
}
