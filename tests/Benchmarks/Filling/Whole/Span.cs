using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Benchmarks.Filling.Whole;

/// <summary>What all parts of an invented programme share: how many women, since when, and who works for it.</summary>
/// <param name="Until">When it was filled: the newest rows are of that day.</param>
internal sealed record Span(ProgrammePacks Packs, int Women, DateTime Until)
{
    public const int HowMany = 200;
    private static readonly DateTime From = new(2024, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>A share of the women's number, at least one.</summary>
    public int Part(double share) => Math.Max(1, (int)(Women * share));

    /// <summary>The time of one of many, in their order.</summary>
    public DateTime At(long one, long of) => From + ((Until - From) * ((double)one / of));

    public DateTime Ago(int days) => Until.AddDays(-days);

    public DateOnly Day(int daysAgo) => DateOnly.FromDateTime(Ago(daysAgo));

    /// <summary>Staff id of one who works there; see <see cref="Colleagues"/>.</summary>
    public static string Colleague(int i) => i % 9 == 0 ? "ana" : $"colega-{i % HowMany}";

    public IEnumerable<ManyRegistrations.Woman> Everybody() => ManyRegistrations.Women(Packs, Women);

    /// <summary>An id that nothing else has; greater for greater numbers.</summary>
    public static Guid Id(byte kind, int i) => new($"{0x0190_0000 + (i / 65536):x8}-{i % 65536:x4}-7{kind:x3}-8000-{i:x12}");
}
