using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies.Referrals;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>What dialogs read of referrals, once she has proved who she is; everyday turns never come here.</summary>
internal sealed class SharingReading(IServiceScopeFactory scopes)
{
    public async Task<IReadOnlyList<ReadOwnReferrals.Own>> Of(ParticipantId her, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReadOwnReferrals>().Handle(her, cancel);
    }
}
