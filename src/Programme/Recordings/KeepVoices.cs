using Microsoft.Extensions.Logging;

namespace CoopAssistant.Programme.Recordings;

/// <summary>Every five seconds looks for what was recorded or withdrawn, here or by another process.</summary>
public sealed class KeepVoices(VoiceShelf shelf, TimeProvider clock, ILogger<KeepVoices> log) : RecurringWork(TimeSpan.FromSeconds(5), clock, log)
{
    protected override Task Look(CancellationToken cancel) => shelf.Refresh(cancel);
}
