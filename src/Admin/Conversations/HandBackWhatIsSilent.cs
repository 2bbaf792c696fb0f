using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Admin.Conversations;

/// <summary>Gives threads back to the bot that staff answered and nobody wrote in since.</summary>
internal sealed class HandBackWhatIsSilent(IServiceScopeFactory scopes, IOptions<AdminOptions> options, TimeProvider clock, ILogger<HandBackWhatIsSilent> log)
    : RecurringWork(TimeSpan.FromMinutes(5), clock, log)
{
    protected override async Task Look(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HandBackAfterSilence>().Handle(options.Value.HandBackAfter, cancel);
    }
}
