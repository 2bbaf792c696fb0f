using System.Globalization;
using CoopAssistant.Data;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.Search;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Benchmarks.Filling;

/// <summary>Invented women, the same for the same number: frequent and rare names, all places of the shipped programmes, most of them accepted long ago.</summary>
internal static class ManyRegistrations
{
    private static readonly DateTime From = new(2024, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Given = ["María", "Ana", "Rosa", "Luz", "Carmen", "Josefa", "Yolanda", "Elena", "Yamileth", "Wilma", "Eva", "Teresa", "Delia", "Marta", "Nilsa", "Olga", "Petra", "Edith", "Isabel", "Julia"];
    private static readonly string[] Surnames = ["González", "Pérez", "Rodríguez", "Santos", "Mamani", "Quispe", "Núñez", "Ábrego", "Quisbert", "Choque", "Ruiz", "Díaz", "Vega", "Ríos", "Cedeño", "Batista", "Rojas", "Flores", "Condori", "Castillo"];
    private static readonly string[] Syllables = ["zi", "ra", "fo", "bo", "ku", "me", "ta", "vi", "lo", "ne", "su", "pa", "ri", "do", "xe", "ga"];
    private static readonly string[] Rubros = ["TEX", "ALI", "AGR", "ART", "PES", "COM", "TUR"];
    private static readonly string[] Communities = ["Río Sereno", "El Peñón", "Alto Caballero", "Villa Fátima", "La Pintada", "Llano Grande"];

    /// <summary>One of them, to be looked for.</summary>
    public sealed record Known(Guid Id, string Folio, string Document, string Phone)
    {
        public string Fill(string text) => text.Replace("{folio}", Folio, StringComparison.Ordinal).Replace("{document}", Document, StringComparison.Ordinal).Replace("{phone}", Phone, StringComparison.Ordinal);
    }

    public static Known OneOf(ProgrammePacks packs, int rows)
    {
        var one = Women(packs, rows).ElementAt(rows / 2);
        return new(one.Id, one.Folio, one.Document, one.Phone);
    }

    internal static IEnumerable<Woman> Women(ProgrammePacks packs, int rows)
    {
        var places = packs.All.SelectMany(pack => pack.Places.All.Select(place => (pack.Country.Code, Region: pack.Places.RegionOf(place.Code)!, Place: place.Code))).ToList();
        return Enumerable.Range(0, rows).Select(i => new Woman(i, places[(int)(i * 7919L % places.Count)], Rubros[i / 7 % Rubros.Length]));
    }

    public static async Task Fill(TestDatabase database, ProgrammePacks packs, int rows)
    {
        var women = Women(packs, rows);
        await using var fill = await FastFill.Begin(database, "participants", "registrations", "registration_steps");
        await fill.Write(
            "participants", "id, country, given_names, surnames, birth_year, document, phone, pin_hash, language, prefers_audio, failed_proofs, created_at, version",
            women.Select(w => new object?[] { w.Id, w.Country, w.GivenNames, w.Surname, 1950 + (w.I % 55), w.Document, w.Phone, "", w.I % 9 == 0 ? "ay" : "es", false, 0, w.At, 0 }));
        await fill.Write(
            "registrations", "id, participant_id, folio, country, status, region_code, place_code, community, rubro, has_group, search_name, search_text, answers_json, submitted_at, changed_at, has_duplicate_document, assigned_to, new_information_at, is_in_statistics, is_indexed, version, source, days_to_review, days_to_decision",
            women.Select(w => new object?[]
            {
                w.Id, w.Id, w.Folio, w.Country, w.Status, w.KnowsWhere ? w.Region : null, w.KnowsWhere ? w.Place : null, w.Community, w.KnowsWhat ? w.Rubro : null, false, w.Plain, w.Plain, "[]", w.At, w.At,
                w.I % 211 == 0, w.I % 97 == 0 ? "ana" : null, w.I % 503 == 0 ? w.At : null, false, false, 1,
                w.Source, w.DaysToReview, w.DaysToDecision,
            }));
        await fill.Write("registration_steps", "registration_id, \"from\", \"to\", author, at", women.Select(w => new object?[] { w.Id, 0, 0, RegistrationStep.Herself, w.At }));
    }

    /// <summary>As the program does it behind.</summary>
    public static async Task Index(IServiceProvider process)
    {
        while (true)
        {
            await using var scope = process.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<IndexRegistrations>().Handle(CancellationToken.None) < IndexRegistrations.Batch) return;
        }
    }

    public static async Task Settle(IServiceProvider process, DatabaseKind kind)
    {
        await using var scope = process.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoopDbContext>();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlRawAsync(kind == DatabaseKind.Sqlite ? "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize" : "VACUUM ANALYZE");
    }

    internal sealed record Woman(int I, (string Country, string Region, string Place) Where, string Rubro)
    {
        public string Country => Where.Country;
        public string Region => Where.Region;
        public string Place => Where.Place;

        /// <summary>Newer rows have greater ids, as those we make have.</summary>
        public Guid Id { get; } = new($"{0x0190_0000 + (I / 65536):x8}-{I % 65536:x4}-7000-8000-{I:x12}");
        public bool KnowsWhere => I % 60 != 17;
        public bool KnowsWhat => I % 12 != 5;
        public string? Source => (I % 25) switch { < 14 => "whatsapp", < 18 => "web", < 21 => "papel", 21 or 22 => $"afiche:{Country}-{I / 25 % 40:D2}", _ => null };

        /// <summary>Who is only received was looked at by nobody; what is being reviewed is not decided.</summary>
        public int? DaysToReview => Status is 0 or 8 ? null : I / 3 % 23;
        public int? DaysToDecision => Status is 0 or 1 or 2 or 8 ? null : (I / 3 % 23) + (I / 11 % 27);
        public string GivenNames => I % 3 == 0 ? $"{Given[I % 20]} {Given[I / 20 % 20]}" : Given[I * 7 % 20];
        public string Surname => $"{(I % 5 == 0 ? Rare(I / 5) : Surnames[I % 19])} {Surnames[I / 19 % 20]}";
        public string Plain => Programme.Identity.Plain.Of($"{GivenNames} {Surname}");
        public string Community => I % 4 == 0 ? $"Loma {Rare(I / 4)}" : Communities[I % 6];
        public string Folio => string.Create(CultureInfo.InvariantCulture, $"{Country}{I:D8}");
        public string Document => string.Create(CultureInfo.InvariantCulture, $"{1 + (I % 12)}-{100 + (I / 12 % 800)}-{I:D6}");
        public string Phone => string.Create(CultureInfo.InvariantCulture, $"+5076{I:D7}");
        public DateTime At { get; } = From.AddSeconds(I * 61L);

        /// <summary>Nine in ten are settled.</summary>
        public int Status => (I % 40) switch { 0 => 0, 1 => 1, 2 => 2, 3 or 4 => 4, 5 => 5, 6 => 8, 7 or 8 => 9, _ => 3 };

        private static string Rare(int i)
        {
            var word = string.Concat(Syllables[i % 16], Syllables[i / 16 % 16], Syllables[i / 256 % 16]);
            return char.ToUpperInvariant(word[0]) + word[1..];
        }
    }
}
