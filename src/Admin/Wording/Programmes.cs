using System.Globalization;
using CoopAssistant.Courses.Writing;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Admin.Wording;

/// <summary>Names and times as the countries' packs have them. Codes that a pack no longer knows are shown as they are.</summary>
internal sealed class Programmes(ProgrammePacks packs)
{
    public IReadOnlyList<ProgrammePack> All => packs.All;

    public ProgrammePack? Find(string? country) => packs.Find(country);

    public string Country(string code) => packs.Find(code)?.Country.Name ?? code;

    public string Region(string country, string? code) => code is null ? "" : packs.Find(country)?.Places.Find(code)?.Name ?? code;

    /// <summary>"Antón, Coclé"; empty where no place is known.</summary>
    public string Place(string country, string? code) =>
        code is null ? "" : packs.Find(country)?.Places is { } places && places.Find(code) is { } place ? places.Describe(place) : code;

    public string Rubro(string country, string? code) =>
        code is null ? "" : packs.Find(country)?.Rubros.FirstOrDefault(rubro => rubro.Code == code)?.Label ?? code;

    public static string Folio(string canonical) => Programme.Registrations.Folio.TryParse(canonical, null, out var folio) ? folio.Spoken : canonical;

    /// <summary>Languages but Spanish that women may name as theirs, by the tag kept with them, as the countries' forms have them.</summary>
    public IReadOnlyList<(string Tag, string Name)> Languages { get; } =
    [
        .. Spoken(packs)
            .Where(option => option.Value != LessonKey.WrittenLanguage).DistinctBy(option => option.Value, StringComparer.Ordinal).Select(option => (option.Value, option.Label)),
    ];

    /// <summary>The tags of languages that women of a country may name as theirs, Spanish first.</summary>
    public static IReadOnlyList<string> LanguagesOf(ProgrammePack pack) =>
    [
        LessonKey.WrittenLanguage,
        .. pack.Form.Find(RegistrationForm.Language)?.Kind is QuestionKind.Choice choice ? choice.Options.Select(option => option.Value).Where(tag => tag != LessonKey.WrittenLanguage) : [],
    ];

    public bool IsLanguage(string tag) => Languages.Any(language => language.Tag == tag);

    /// <summary>Its name, Spanish too; the tag itself where no form has it.</summary>
    public string Language(string tag) => Spoken(packs).FirstOrDefault(option => option.Value == tag)?.Label ?? tag;

    private static IEnumerable<FormOption> Spoken(ProgrammePacks packs) =>
        packs.All.Select(pack => pack.Form.Find(RegistrationForm.Language)?.Kind).OfType<QuestionKind.Choice>().SelectMany(choice => choice.Options);

    /// <summary>The country's own time; the first programme's where the country is not known.</summary>
    public DateTimeOffset Local(DateTimeOffset at, string? country) => TimeZoneInfo.ConvertTime(at, Zone(country));

    /// <summary>When a day begins in the country; in the first programme's where it is not known.</summary>
    public DateTimeOffset Begin(DateOnly day, string? country) => new(day.ToDateTime(TimeOnly.MinValue), Zone(country).GetUtcOffset(day.ToDateTime(TimeOnly.MinValue)));

    private TimeZoneInfo Zone(string? country) => (packs.Find(country) ?? packs.All.FirstOrDefault())?.Country.TimeZone ?? TimeZoneInfo.Utc;

    /// <summary>The same months in each country, as where in time they lie there.</summary>
    public IReadOnlyList<CountrySpan> Spans(DateOnly first, DateOnly last) => [.. packs.All.Select(pack => CountrySpan.Of(pack.Country.Code, pack.Country.TimeZone, first, last))];

    /// <summary>One day in each country.</summary>
    public IReadOnlyList<CountrySpan> Spans(DateOnly day) => [.. packs.All.Select(pack => CountrySpan.OfDay(pack.Country.Code, pack.Country.TimeZone, day))];

    /// <summary>The months of one country or of all; who is registered nowhere (empty country) is among all.</summary>
    public IReadOnlyList<CountrySpan> Spans(DateOnly first, DateOnly last, string? country, bool withStrangers) =>
    [
        .. Spans(first, last).Where(span => country is null || span.Country == country),
        .. withStrangers && packs.All.Count > 0 ? [CountrySpan.Of("", packs.All[0].Country.TimeZone, first, last)] : Array.Empty<CountrySpan>(),
    ];

    /// <summary>The month it is in the country; in the first programme's where none is named.</summary>
    public DateOnly ThisMonth(DateTimeOffset now, string? country) => Months.Of(DateOnly.FromDateTime(Local(now, country).DateTime));

    /// <summary>"3 mar 2026, 9:05 a. m."</summary>
    public string Moment(DateTimeOffset at, string? country) => Local(at, country).ToString("d MMM yyyy, h:mm tt", Plural.Spanish);

    public string Day(DateTimeOffset at, string? country) => Local(at, country).ToString("d MMM yyyy", Plural.Spanish);

    /// <summary>What she is told once a registration stands so; null for a country without a pack.</summary>
    public string? Sentence(ReadRegistration.Result registration, RegistrationStatus status, string? missing, DateTimeOffset since) =>
        packs.Find(registration.Country) is not { } pack ? null : StatusSentence.Of(pack, new StatusFacts(status, registration.Folio, since)
        {
            GivenNames = registration.GivenNames,
            Phone = registration.Phone,
            MissingInformation = missing,
            PlaceCode = registration.PlaceCode ?? registration.RegionCode,
            Community = registration.Community,
        });

    /// <summary>For attributes of machines: 2026-03-03T14:05:00Z.</summary>
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
