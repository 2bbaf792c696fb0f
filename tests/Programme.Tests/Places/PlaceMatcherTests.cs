using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Places;
using CoopAssistant.Programme.Tests.Packs;

namespace CoopAssistant.Programme.Tests.Places;

public sealed class PlaceMatcherTests
{
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Shipped);

    private static PlaceCatalogue Of(string country) => Packs.Find(country)!.Places;

    private static string Describe(PlaceMatch match) => match switch
    {
        PlaceMatch.Exact exact => exact.Place.Code,
        PlaceMatch.Likely likely => "? " + string.Join(' ', likely.Places.Select(place => place.Code)),
        PlaceMatch.DoesNotKnow => "no sé",
        _ => "-",
    };

    [Theory]
    [InlineData("Coclé", "PA-2")]
    [InlineData("cocle", "PA-2")]
    [InlineData("COCLÉ", "PA-2")]
    [InlineData("  coclé.  ", "PA-2")]
    [InlineData("provincia de Coclé", "PA-2")]
    [InlineData("vivo en cocle", "PA-2")]
    [InlineData("soy de Chiriquí", "PA-4")]
    [InlineData("chiriki", "PA-4")]
    [InlineData("chirikí", "PA-4")]
    [InlineData("xhiriqui", "? PA-4")]
    [InlineData("bocas", "PA-1")]
    [InlineData("bocas del toro", "PA-1")]
    [InlineData("bocas de toro", "PA-1")]
    [InlineData("vocas del toro", "PA-1")]
    [InlineData("colon", "PA-3")]
    [InlineData("Darién", "PA-5")]
    [InlineData("el darien", "PA-5")]
    [InlineData("herrera", "PA-6")]
    [InlineData("errera", "PA-6")]
    [InlineData("los santos", "PA-7")]
    [InlineData("los santoss", "PA-7")]
    [InlineData("lo santos", "? PA-7")]
    [InlineData("panama", "PA-8")]
    [InlineData("panamá oeste", "PA-10")]
    [InlineData("pma oeste", "PA-10")]
    [InlineData("oeste", "PA-10")]
    [InlineData("beraguas", "PA-9")]
    [InlineData("Veraguas", "PA-9")]
    [InlineData("veragua", "PA-9")]
    [InlineData("veraguaz", "PA-9")]
    [InlineData("guna yala", "PA-KY")]
    [InlineData("kuna yala", "PA-KY")]
    [InlineData("san blas", "PA-KY")]
    [InlineData("gunayala", "PA-KY")]
    [InlineData("comarca guna yala", "PA-KY")]
    [InlineData("emberá wounaan", "PA-EM")]
    [InlineData("embera", "PA-EM")]
    [InlineData("enbera", "PA-EM")]
    [InlineData("Ngäbe-Buglé", "PA-NB")]
    [InlineData("ngabe bugle", "PA-NB")]
    [InlineData("ngobe bugle", "PA-NB")]
    [InlineData("Ngöbe Buglé", "PA-NB")]
    [InlineData("la comarca ngabe bugle", "PA-NB")]
    [InlineData("naso", "PA-NT")]
    [InlineData("Naso Tjër Di", "PA-NT")]
    [InlineData("madugandi", "PA-8-MADUGANDI")]
    [InlineData("Guna de Madugandí", "PA-8-MADUGANDI")]
    [InlineData("wargandi", "PA-5-WARGANDI")]
    [InlineData("guargandi", "PA-5-WARGANDI")]
    [InlineData("uargandí", "PA-5-WARGANDI")]
    public void She_names_her_province_or_comarca(string typed, string expected)
    {
        Assert.Equal(expected, Describe(Of("PA").Matcher.Match(typed, level: 1)));
    }

    [Theory]
    [InlineData("PA-2", "Antón", "PA-2.anton")]
    [InlineData("PA-2", "anton", "PA-2.anton")]
    [InlineData("PA-2", "el valle", "PA-2.anton")]
    [InlineData("PA-2", "penonome", "PA-2.penonome")]
    [InlineData("PA-2", "penomome", "PA-2.penonome")]
    [InlineData("PA-2", "penonomè", "PA-2.penonome")]
    [InlineData("PA-2", "pennonome", "PA-2.penonome")]
    [InlineData("PA-2", "aguadulce", "PA-2.aguadulce")]
    [InlineData("PA-2", "agua dulce", "PA-2.aguadulce")]
    [InlineData("PA-2", "aguadulse", "PA-2.aguadulce")]
    [InlineData("PA-2", "pintada", "PA-2.la-pintada")]
    [InlineData("PA-2", "distrito de la pintada", "PA-2.la-pintada")]
    [InlineData("PA-2", "nata", "PA-2.nata")]
    [InlineData("PA-2", "ola", "PA-2.ola")]
    [InlineData("PA-2", "hola", "? PA-2.ola")]
    [InlineData("PA-4", "david", "PA-4.david")]
    [InlineData("PA-4", "davis", "? PA-4.david")]
    [InlineData("PA-4", "bugava", "PA-4.bugaba")]
    [InlineData("PA-4", "la concepción", "PA-4.bugaba")]
    [InlineData("PA-4", "puerto armuelles", "PA-4.baru")]
    [InlineData("PA-4", "pto armuelles", "PA-4.baru")]
    [InlineData("PA-4", "renasimiento", "PA-4.renacimiento")]
    [InlineData("PA-4", "renacimeinto", "PA-4.renacimiento")]
    [InlineData("PA-4", "volcán", "PA-4.tierras-altas")]
    [InlineData("PA-4", "tierra alta", "? PA-4.tierras-altas")]
    [InlineData("PA-4", "san felis", "PA-4.san-felix")]
    [InlineData("PA-6", "chitre", "PA-6.chitre")]
    [InlineData("PA-6", "los posos", "PA-6.los-pozos")]
    [InlineData("PA-6", "pese", "PA-6.pese")]
    [InlineData("PA-6", "sta maria", "PA-6.santa-maria")]
    [InlineData("PA-8", "san miguelito", "PA-8.san-miguelito")]
    [InlineData("PA-8", "san migelito", "PA-8.san-miguelito")]
    [InlineData("PA-8", "san miguel", "? PA-8.san-miguelito")]
    [InlineData("PA-8", "ciudad de panamá", "PA-8.panama")]
    [InlineData("PA-9", "canazas", "PA-9.canazas")]
    [InlineData("PA-9", "Cañazas", "PA-9.canazas")]
    [InlineData("PA-9", "santa fe", "PA-9.santa-fe")]
    [InlineData("PA-5", "santa fe", "PA-5.santa-fe")]
    [InlineData("PA-9", "Ñürüm", "PA-NB.nurum")]
    [InlineData("PA-9", "el peñon", "PA-NB.nurum")]
    [InlineData("PA-10", "la chorrera", "PA-10.la-chorrera")]
    [InlineData("PA-10", "chorrera", "PA-10.la-chorrera")]
    [InlineData("PA-10", "chorera", "PA-10.la-chorrera")]
    [InlineData("PA-10", "arraijan", "PA-10.arraijan")]
    [InlineData("PA-10", "arraigan", "PA-10.arraijan")]
    [InlineData("PA-10", "san marcos", "? PA-10.san-carlos")]
    [InlineData("PA-NB", "kankintu", "PA-NB.kankintu")]
    [InlineData("PA-NB", "cankintú", "PA-NB.kankintu")]
    [InlineData("PA-NB", "besico", "PA-NB.besiko")]
    [InlineData("PA-NB", "muna", "PA-NB.muna")]
    [InlineData("PA-NB", "Müna", "PA-NB.muna")]
    [InlineData("PA-NB", "nole duima", "PA-NB.nole-duima")]
    [InlineData("PA-NB", "jironday", "PA-NB.jirondai")]
    [InlineData("PA-NB", "santa catalina", "PA-NB.santa-catalina")]
    [InlineData("PA-NB", "kusapin", "PA-NB.kusapin")]
    [InlineData("PA-NB", "cusapin", "PA-NB.kusapin")]
    [InlineData("PA-1", "changinola", "PA-1.changuinola")]
    [InlineData("PA-1", "chang", "? PA-1.changuinola")]
    [InlineData("PA-1", "chiriqui grande", "PA-1.chiriqui-grande")]
    [InlineData("PA-3", "coclesito", "PA-3.omar-torrijos-herrera")]
    [InlineData("PA-3", "puertobelo", "PA-3.portobelo")]
    [InlineData("PA-3", "vivo cerca de Portobelo en la costa", "? PA-3.portobelo")]
    [InlineData("PA-2", "no sé", "no sé")]
    [InlineData("PA-2", "NOSE", "no sé")]
    [InlineData("PA-2", "ni idea", "no sé")]
    [InlineData("PA-2", "Tegucigalpa", "-")]
    [InlineData("PA-2", "🙂", "-")]
    [InlineData("PA-2", "", "-")]
    [InlineData("PA-2", "de la", "-")]
    public void She_names_her_district(string within, string typed, string expected)
    {
        Assert.Equal(expected, Describe(Of("PA").Matcher.Match(typed, level: 2, within: within)));
    }

    [Theory]
    [InlineData("BO-L", "el alto", "BO-L.020105")]
    [InlineData("BO-L", "alto", "BO-L.020105")]
    [InlineData("BO-L", "El Alto, La Paz", "? BO-L.020105")]
    [InlineData("BO-L", "La Paz", "BO-L.020101")]
    [InlineData("BO-L", "tiwanaku", "BO-L.020803")]
    [InlineData("BO-L", "tiahuanacu", "BO-L.020803")]
    [InlineData("BO-L", "biacha", "BO-L.020801")]
    [InlineData("BO-L", "achacachi", "BO-L.020201")]
    [InlineData("BO-L", "achacahi", "? BO-L.020201 BO-L.020104")]
    [InlineData("BO-L", "copacavana", "BO-L.021701")]
    [InlineData("BO-L", "caranavi", "BO-L.022001")]
    [InlineData("BO-L", "corocoro", "BO-L.020301")]
    [InlineData("BO-L", "sikasika", "BO-L.021301")]
    [InlineData("BO-L", "yungas", "-")]
    [InlineData("BO-L", "jesus de machaca", "BO-L.020806")]
    [InlineData("BO-L", "san andres de machaka", "BO-L.020805")]
    [InlineData("BO-C", "quillacollo", "BO-C.030901")]
    [InlineData("BO-C", "kiyacoyo", "BO-C.030901")]
    [InlineData("BO-C", "killacollo", "BO-C.030901")]
    [InlineData("BO-C", "cercado", "? BO-C.030101")]
    [InlineData("BO-C", "tiquipaya", "BO-C.030903")]
    [InlineData("BO-C", "sipesipe", "BO-C.030902")]
    [InlineData("BO-C", "colcapirua", "BO-C.030905")]
    [InlineData("BO-C", "chinahota", "BO-C.031602")]
    [InlineData("BO-C", "raqaypampa", "BO-C.031304")]
    [InlineData("BO-C", "entre rios", "BO-C.031206")]
    [InlineData("BO-T", "entre rios", "BO-T.060601")]
    [InlineData("BO-O", "challapata", "BO-O.040201")]
    [InlineData("BO-O", "chayapata", "BO-O.040201")]
    [InlineData("BO-O", "chipaya", "BO-O.040903")]
    [InlineData("BO-O", "salinas", "BO-O.040801")]
    [InlineData("BO-O", "carangas", "? BO-O.041503 BO-O.040301 BO-O.040302")]
    [InlineData("BO-P", "llallagua", "BO-P.050203")]
    [InlineData("BO-P", "yayagua", "BO-P.050203")]
    [InlineData("BO-P", "uyuni", "BO-P.051201")]
    [InlineData("BO-P", "villazon", "BO-P.051501")]
    [InlineData("BO-P", "torotoro", "BO-P.050502")]
    [InlineData("BO-S", "charagua", "BO-S.070702")]
    [InlineData("BO-S", "gutierres", "BO-S.070705")]
    [InlineData("BO-S", "san ignacio", "BO-S.070301")]
    [InlineData("BO-S", "san julian", "BO-S.071104")]
    [InlineData("BO-S", "ñuflo de chavez", "? BO-S.071101 BO-S.071102 BO-S.071103 BO-S.071104 BO-S.071105")]
    [InlineData("BO-B", "guayara", "BO-B.080202")]
    [InlineData("BO-B", "rurre", "BO-B.080304")]
    [InlineData("BO-B", "san ignacio de mojos", "BO-B.080501")]
    [InlineData("BO-N", "cobija", "BO-N.090101")]
    public void She_names_her_municipality(string within, string typed, string expected)
    {
        Assert.Equal(expected, Describe(Of("BO").Matcher.Match(typed, level: 2, within: within)));
    }

    [Theory]
    [InlineData("La Paz", "BO-L")]
    [InlineData("lapaz", "BO-L")]
    [InlineData("cbba", "BO-C")]
    [InlineData("cochabanba", "BO-C")]
    [InlineData("potosy", "BO-P")]
    [InlineData("santacrus", "BO-S")]
    [InlineData("sta cruz", "BO-S")]
    [InlineData("el beni", "BO-B")]
    [InlineData("chukisaca", "BO-H")]
    [InlineData("departamento de tarija", "BO-T")]
    public void She_names_her_department(string typed, string expected)
    {
        Assert.Equal(expected, Describe(Of("BO").Matcher.Match(typed, level: 1)));
    }

    [Theory]
    [InlineData("PA", "antón", "? PA-2.anton")]
    [InlineData("PA", "san miguelito", "? PA-8.san-miguelito")]
    [InlineData("PA", "santa fe", "? PA-5.santa-fe PA-9.santa-fe")]
    [InlineData("BO", "el alto", "? BO-L.020105")]
    [InlineData("BO", "san javier", "? BO-B.080102 BO-S.071102")]
    public void A_district_told_instead_of_the_province_is_offered_never_taken(string country, string typed, string expected)
    {
        Assert.Equal(expected, Describe(Of(country).Matcher.Match(typed, level: 1)));
    }

    [Theory]
    [InlineData("PA", "santa fe", "? PA-5.santa-fe PA-9.santa-fe")]
    [InlineData("PA", "colon", "? PA-3 PA-3.colon")]
    [InlineData("PA", "boquete", "PA-4.boquete")]
    [InlineData("PA", "pedregal", "? PA-4.david PA-8.panama")]
    [InlineData("BO", "entre ríos", "? BO-C.031206 BO-T.060601")]
    [InlineData("BO", "yapacani", "BO-S.070403")]
    public void Without_a_scope_a_name_borne_twice_is_asked(string country, string typed, string expected)
    {
        Assert.Equal(expected, Describe(Of(country).Matcher.Match(typed)));
    }

    [Fact]
    public void Every_place_is_found_by_its_own_name_where_it_lies()
    {
        foreach (var pack in Packs.All)
            foreach (var place in pack.Places.All)
            {
                var match = pack.Places.Matcher.Match(place.Name, place.Level, place.Parent);
                var found = match is PlaceMatch.Exact exact ? exact.Place.Code : ((PlaceMatch.Likely)match).Places[0].Code;
                Assert.Equal(place.Code, found);
            }
    }

    [Fact]
    public void Nothing_typed_breaks_it_or_offers_more_than_five()
    {
        var random = new Random(20270228);
        const string letters = "aeiou bcdfghlmnpqrstvñáü-'.,123🙂\u0000\ud83d";
        for (var round = 0; round < 2000; round++)
        {
            var typed = new string([.. Enumerable.Range(0, random.Next(0, 120)).Select(_ => letters[random.Next(letters.Length)])]);
            if (Of("BO").Matcher.Match(typed) is PlaceMatch.Likely likely) Assert.InRange(likely.Places.Count, 1, 5);
        }
    }

    [Fact]
    public void A_place_is_described_so_that_nobody_mistakes_it()
    {
        Assert.Equal("Antón, Coclé", Of("PA").Describe(Of("PA").Find("PA-2.anton")!));
        Assert.Equal("San Javier (Ñuflo de Chávez), Santa Cruz", Of("BO").Describe(Of("BO").Find("BO-S.071102")!));
        Assert.Equal("Coclé", Of("PA").Describe(Of("PA").Find("PA-2")!));
    }
}
