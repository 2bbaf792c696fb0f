using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Data;

/// <summary>Says which context a scope gets: one of its own, or, inside a turn, the one that shares the turn's transaction.</summary>
internal sealed class TurnContextSource(IDbContextFactory<CoopDbContext> contexts)
{
    private CoopDbContext? _ofTurn;

    public CoopDbContext Context => _ofTurn ?? contexts.CreateDbContext();

    /// <summary>Must come before anything of the scope is resolved.</summary>
    public void Use(CoopDbContext ofTurn) => _ofTurn = ofTurn;
}
