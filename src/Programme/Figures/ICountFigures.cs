namespace CoopAssistant.Programme.Figures;

/// <summary>A month of a country, with where in time it lies.</summary>
/// <param name="Country">Empty: who is not registered anywhere.</param>
/// <param name="Until">Exclusive.</param>
public sealed record FigureMonth(string Country, DateOnly Month, DateTimeOffset From, DateTimeOffset Until);

/// <param name="Region">Null or empty where not known.</param>
/// <param name="Place">The most exact place known.</param>
public sealed record CountedFigure(FigureKind Kind, string Code, string? Region, string? Place, int Count);

/// <summary>Counts what one module knows, month by month and in the database; each registers its own.</summary>
public interface ICountFigures
{
    /// <summary>What this one counts; nobody else counts it.</summary>
    IReadOnlyList<FigureKind> Kinds { get; }

    /// <summary>A month that ended so long ago does not change any more and is not counted again. Null: it always may.</summary>
    TimeSpan? SettlesAfter => null;

    /// <summary>It also counts who is not registered anywhere, under the empty country.</summary>
    bool CountsStrangers => false;

    /// <summary>When the first of what it counts happened; null where nothing has.</summary>
    Task<DateTimeOffset?> First(CancellationToken cancel);

    Task<IReadOnlyList<CountedFigure>> Count(FigureMonth month, CancellationToken cancel);
}
