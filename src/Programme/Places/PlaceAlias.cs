namespace CoopAssistant.Programme.Places;

/// <summary>A further spelling of a place that staff added: known to the matcher beside the pack's own. One spelling means one place of a country.</summary>
public sealed class PlaceAlias
{
    public const int LongestSpelling = 60;

    private PlaceAlias() { }

    internal PlaceAlias(string country, string placeCode, string spelling, string author, DateTimeOffset at) =>
        (Country, PlaceCode, Spelling, Plain, Author, At) = (country, placeCode, spelling, Identity.Plain.Of(spelling), author, at);

    public long Id { get; private set; }
    public string Country { get; private set; } = "";
    public string PlaceCode { get; private set; } = "";

    /// <summary>As it was written.</summary>
    public string Spelling { get; private set; } = "";

    /// <summary>The spelling as it is compared (see <see cref="Identity.Plain"/>). Unique in its country.</summary>
    public string Plain { get; private set; } = "";

    /// <summary>Staff id.</summary>
    public string Author { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
