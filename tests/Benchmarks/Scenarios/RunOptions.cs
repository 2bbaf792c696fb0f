namespace CoopAssistant.Benchmarks.Scenarios;

/// <param name="Rounds">Of each contestant, in turns.</param>
/// <param name="Time">Measured time of one round.</param>
/// <param name="WarmUp">Before it, in the same process.</param>
internal sealed record RunOptions(int Rounds, TimeSpan Time, TimeSpan WarmUp);
