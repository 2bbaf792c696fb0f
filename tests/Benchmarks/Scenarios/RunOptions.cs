namespace CoopAssistant.Benchmarks.Scenarios;

/// <param name="Rounds">Of each contestant, in turns.</param>
/// <param name="Time">Measured time of one round.</param>
/// <param name="WarmUp">Before it, in the same process.</param>
/// <param name="Program">Path of the published program.</param>
internal sealed record RunOptions(int Rounds, TimeSpan Time, TimeSpan WarmUp, string Program);
