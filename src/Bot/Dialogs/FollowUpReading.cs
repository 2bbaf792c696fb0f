using CoopAssistant.Programme;
using CoopAssistant.Programme.FollowUps;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>What dialogs read of follow-up, once she is in them; everyday turns never come here.</summary>
internal sealed class FollowUpReading(IServiceScopeFactory scopes)
{
    /// <summary>The round that waits for her answers; see <see cref="ReadOwnFollowUp"/>.</summary>
    public async Task<ReadOwnFollowUp.Own?> Of(ParticipantId her, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReadOwnFollowUp>().Handle(her, cancel);
    }
}
