namespace CoopAssistant.Benchmarks.Filling.Whole;

/// <summary>Colleagues in all regions, none of whom can sign in.</summary>
internal static class Colleagues
{
    private const int Registrar = 4, Director = 5;

    public static Task Write(FastFill fill, Span span)
    {
        var regions = span.Packs.All.SelectMany(pack => pack.Places.Top.Select(region => (pack.Country.Code, Region: region.Code))).ToList();
        return fill.Write(
            "staff",
            "id, display_name, role, country, region_code, user_name, normalized_user_name, email, normalized_email, email_confirmed, security_stamp, concurrency_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count",
            Enumerable.Range(0, Span.HowMany).Select(i =>
            {
                var (country, region) = regions[i % regions.Count];
                var mail = $"colega{i}@ejemplo.gob.pa";
                return new object?[] { $"colega-{i}", $"Colega {i}", i % 10 == 0 ? Director : Registrar, country, region, mail, mail.ToUpperInvariant(), mail, mail.ToUpperInvariant(), false, "x", "x", false, false, true, 0 };
            }));
    }
}
