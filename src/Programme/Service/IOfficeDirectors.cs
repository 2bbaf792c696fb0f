using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Service;

/// <summary>
/// Who answers for an office, as far as that decides before whom comes what waits too long. Known where staff have their accounts; a process
/// that has none takes it that every office has somebody.
/// </summary>
public interface IOfficeDirectors
{
    /// <returns>Whether an office has somebody who answers for all its places.</returns>
    Task<Func<ProgrammePack, Office, bool>> Read(CancellationToken cancel);
}

internal sealed class DirectorsEverywhere : IOfficeDirectors
{
    public Task<Func<ProgrammePack, Office, bool>> Read(CancellationToken cancel) => Task.FromResult<Func<ProgrammePack, Office, bool>>((_, _) => true);
}
