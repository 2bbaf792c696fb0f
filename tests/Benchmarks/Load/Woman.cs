namespace CoopAssistant.Benchmarks.Load;

/// <summary>One of the crowd, and how much of her dialogue was acknowledged.</summary>
/// <param name="Number">Makes her address; scattered, so that neighbours in time are none in an index.</param>
internal sealed class Woman(long number)
{
    public long Number => number;

    public const long Numbers = 100_000_000;

    public int Acknowledged { get; set; }

    /// <summary>Her number as digits of a telephone.</summary>
    public string Digits => Of(Number);

    /// <summary>A cédula of Panama that is hers alone.</summary>
    public string Document => $"8-1{Digits[..3]}-1{Digits[3..]}";

    public string Address => $"whatsapp:+5076{Digits}";

    /// <summary>The nth woman; no two are the same.</summary>
    public static Woman Nth(long n) => new(Scattered(n));

    public static string Of(long number) => number.ToString("D8", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A permutation of all numbers: the multiplier shares no factor with their count.</summary>
    public static long Scattered(long n) => n * 61_803_399 % Numbers;
}
