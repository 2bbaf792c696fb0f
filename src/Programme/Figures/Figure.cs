using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Figures;

/// <summary>How many there are of one kind in a month and place. Counted in the background (see <see cref="CountFigures"/>), so that no page waits for a million rows.</summary>
public sealed class Figure : IInTerritory
{
    private Figure() { }

    internal Figure(string country, DateOnly month, FigureKind kind, string code, string region, string place, int count) =>
        (Country, Month, Kind, Code, RegionCode, PlaceCode, Count) = (country, month, kind, code, region, place, count);

    /// <summary>ISO 3166-1 alpha-2, upper case; empty for who is not registered anywhere.</summary>
    public string Country { get; private set; } = "";

    /// <summary>First day of the month in the country's own time.</summary>
    public DateOnly Month { get; private set; }
    public FigureKind Kind { get; private set; }

    /// <summary>See <see cref="FigureKind"/>; empty where the kind has none.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Code of the first-level place; empty where not known.</summary>
    public string RegionCode { get; private set; } = "";

    /// <summary>The smaller place for which an office of its own answers; empty everywhere else.</summary>
    public string PlaceCode { get; private set; } = "";
    public int Count { get; private set; }
}

/// <summary>When the figures were counted last, and how long that took. One row.</summary>
public sealed class FiguresStamp
{
    public int Id { get; private set; } = 1;
    public DateTimeOffset At { get; private set; }
    public int Milliseconds { get; private set; }

    public void Counted(DateTimeOffset at, TimeSpan took) => (At, Milliseconds) = (at, (int)took.TotalMilliseconds);
}
