namespace CoopAssistant.Benchmarks.Filling.Whole;

/// <summary>One invented group: eight women of one place, five to eight of them members, anywhere between founded and dissolved.</summary>
internal sealed record Circle(int G, Guid Id, int State, IReadOnlyList<ManyRegistrations.Woman> Women, DateTime FoundedAt)
{
    public const int Forming = 0, Paused = 1, Cooperative = 2, Inactive = 3, Dissolved = 9;
    public const int Asked = 8, Founders = 5;
    private static readonly int[] Others = [0, 2, 3, 4, 5, 1, 1, 1];

    public bool IsForming => State is Forming or Paused;
    public ManyRegistrations.Woman First => Women[0];

    /// <summary>As <see cref="Programme.Groups.MemberState"/>.</summary>
    public int StateOf(int nth) => nth < Founders ? 1 : Others[(G + (nth * 3)) % Others.Length];

    /// <summary>Four groups for a hundred women.</summary>
    public static IReadOnlyList<Circle> All(Span span)
    {
        var byPlace = new Dictionary<string, List<ManyRegistrations.Woman>>(StringComparer.Ordinal);
        var circles = new List<Circle>();
        foreach (var woman in span.Everybody())
        {
            if (!byPlace.TryGetValue(woman.Place, out var some)) byPlace[woman.Place] = some = [];
            some.Add(woman);
            if (some.Count < Asked) continue;
            var g = circles.Count;
            circles.Add(new(g, Span.Id(2, g), (g % 20) switch { < 11 => Forming, 11 => Paused, < 17 => Cooperative, 17 => Inactive, _ => Dissolved }, some, span.At(g, span.Part(0.04))));
            byPlace.Remove(woman.Place);
            if (circles.Count == span.Part(0.04)) break;
        }
        return circles;
    }
}
