using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Tests.Packs;

/// <summary>Each mistake a writer can make is named with file and line, and says what to do.</summary>
public sealed class PackProblemTests
{
    private const string Panama = "programmes/panama/";

    [Theory]
    [InlineData("programme.yaml", "  folioPrefix: PA", "  folioPrefixx: PA", 0, "Unknown key \"folioPrefixx\". Did you mean \"folioPrefix\"?")]
    [InlineData("programme.yaml", "  folioPrefix: PA", "  folioPrefix: Pan", 0, "two capital letters")]
    [InlineData("programme.yaml", "timeZone: America/Panama", "timeZone: America/Panamá", 0, "IANA")]
    [InlineData("programme.yaml", "authority: ipacoop", "authority: ipacop", 0, "Did you mean \"ipacoop\"?")]
    [InlineData("programme.yaml", "{programa}, de", "{programe}, de", -1, "Nobody fills {programe} here. Did you mean \"programa\"?")]
    [InlineData("programme.yaml", "  adultAge: 18", "  adultAge: dieciocho", 0, "whole number from 10 to 30")]
    [InlineData("programme.yaml", "menMayRegister: true", "menMayRegister: si", 0, "must be true or false")]
    [InlineData("programme.yaml", "      required: true", "      required: false", -3, "Nobody can register")]
    [InlineData("programme.yaml", "{prefijo}{clase}", "{prefixo}{clase}", 0, "Did you mean \"prefijo\"?")]
    [InlineData("programme.yaml", "    8-123-456: 8-123-456", "    8-123-456: 8-123-45", 0, "should be kept as \"8-123-45\"")]
    [InlineData("programme.yaml", "rejects: [\"0-1-1\"", "rejects: [\"1-1-1\"", 0, "should be refused but is kept")]
    [InlineData("programme.yaml", "mobile: '^6\\d{7}$'", "mobile: '^6(\\d{7}$'", 0, "not a valid regular expression")]
    [InlineData("programme.yaml", "  version: pa-2026-2", "  version: ", 0, "\"version\" is empty")]
    [InlineData("phases.yaml", "name: Registro recibido", "nombre: Registro recibido", -2, "\"name\" is missing")]
    [InlineData("phases.yaml", "status: received", "status: recieved", 0, "Did you mean \"received\"?")]
    [InlineData("phases.yaml", "status: withdrawn", "status: closed", 0, "comes twice")]
    [InlineData("phases.yaml", "folio es {folio}", "folio es {folo}", 0, "Nobody fills {folo} here. Did you mean \"folio\"?")]
    [InlineData("phases.yaml", "    otherwise: Nos falta un dato de su registro. Escriba PERSONA y le decimos cuál.\n", "", -1, "{dato} may not be known")]
    [InlineData("phases.yaml", "code: PA-2.2", "code: PA-2.1", 0, "\"PA-2.1\" comes twice")]
    [InlineData("phases.yaml", "responsible: mitradel", "responsible: mitradell", 0, "Did you mean \"mitradel\"?")]
    [InlineData("rubros.yaml", "code: ANI", "code: AGR", 0, "\"AGR\" comes twice")]
    [InlineData("rubros.yaml", "\"0111\"", "\"111\"", 0, "no CIIU class")]
    [InlineData("rubros.yaml", "review: 2027-02-28", "review: febrero", 0, "a day like 2027-02-28")]
    [InlineData("rubros.yaml", "review: 2027-02-28\n", "", 0, "needs a review date")]
    [InlineData("registration.yaml", "kind: birthYear", "kind: birthyer", 0, "Did you mean \"birthYear\"?")]
    [InlineData("registration.yaml", "question: rubros, equals: OTR", "question: rubro, equals: OTR", 0, "Did you mean \"rubros\"?")]
    [InlineData("registration.yaml", "question: rubros, equals: OTR", "question: grupo, equals: yes", 0, "not asked before")]
    [InlineData("registration.yaml", "question: rubros, equals: OTR", "question: rubros, equals: OTRO", 0, "Did you mean \"OTR\"?")]
    [InlineData("registration.yaml", "question: rubros, equals: OTR", "question: comunidad, equals: OTR", 0, "no fixed values")]
    [InlineData("registration.yaml", "question: rubros, equals: OTR", "question: rubros", 0, "exactly one of")]
    [InlineData("registration.yaml", "    from: rubros", "    from: rubro", 0, "no catalogue \"rubro\"")]
    [InlineData("registration.yaml", "    from: rubros\n", "", -3, "dead end")]
    [InlineData("registration.yaml", "within: provincia", "within: distrito", 0, "no place question asked before")]
    [InlineData("registration.yaml", "level: 2", "level: 3", 0, "from 1 to 2")]
    [InlineData("registration.yaml", "tooYoung:", "toYoung:", 0, "Did you mean \"tooYoung\"?")]
    [InlineData("registration.yaml", "id: apellidos", "id: nombres", 0, "\"nombres\" comes twice")]
    [InlineData("registration.yaml", "    personal: true\n\n  - id: apellidos", "    later: true\n\n  - id: apellidos", 0, "Only a document may come later")]
    [InlineData("registration.yaml", "max: 3", "max: 99", 0, "whole number from 1 to")]
    [InlineData("places.yaml", "alsoIn: [PA-9]", "alsoIn: [PA-99]", 0, "There is no place \"PA-99\"")]
    [InlineData("places.yaml", "languages: [gym, sab]", "languages: [gim, sab]", 0, "No woman can name \"gim\" as her language. Did you mean \"gym\"?")]
    [InlineData("phases.yaml", "Ahora lo revisa una funcionaria.", "Ahora lo revisa {folio}.", 0, "Nobody fills {folio}")]
    [InlineData("phases.yaml", "{segundos} s, {kb} KB", "{segundo} s, {kb} KB", 0, "Did you mean \"segundos\"?")]
    [InlineData("places.yaml", "unconfirmed: true\nreview: 2027-02-28\n", "unconfirmed: true\n", 0, "needs a review date")]
    [InlineData("places.yaml", "review: 2027-02-28\nconfirm: ", "review: febrero\nconfirm: ", 0, "a day like 2027-02-28")]
    [InlineData("places.yaml", "    review: 2027-02-28\n    confirm: ¿Empieza la cédula de allí con 14?\n", "    review: 2027-02-28\n", 0, "What is to be checked by then?")]
    [InlineData("places.yaml", "    review: 2027-02-28\n    confirm: ¿Empieza", "    confirm: ¿Empieza", -1, "needs a review date")]
    [InlineData("places.yaml", "{ code: anton,", "{ confirm: ¿Es así?, code: anton,", 0, "Until when?")]
    [InlineData("places.yaml", "    review: 2027-02-28\n    confirm: ¿Empieza", "    revew: 2027-02-28\n    confirm: ¿Empieza", 0, "Did you mean \"review\"?")]
    [InlineData("places.yaml", "within: PA-5", "within: PA-55", 0, "There is no place \"PA-55\"")]
    [InlineData("places.yaml", "code: anton,", "code: aguadulce,", 0, "\"PA-2.aguadulce\" comes twice")]
    [InlineData("places.yaml", "{ code: anton, name: Antón,", "{ code: anton,", 0, "\"name\" is missing")]
    [InlineData("offices.yaml", "covers: [PA-2]", "covers: [PA-22]", 0, "There is no place \"PA-22\"")]
    [InlineData("offices.yaml", "covers: [PA-3]", "covers: [PA-2]", 0, "covered by the office \"cocle\" already")]
    [InlineData("offices.yaml", "    default: true\n", "", -5, "covers nothing")]
    [InlineData("offices.yaml", "institution: mitradel", "institution: mides", 0, "no institution \"mides\"")]
    [InlineData("emergency.yaml", "    number: \"182\"\n    name: Línea de la mujer\n    text: gratis, las 24 horas\n", "    name: Línea de la mujer\n", -1, "needs a \"text\"")]
    [InlineData("emergency.yaml", "review: 2027-02-28\n", "", 1, "\"review\" is missing")]
    [InlineData("checklist.yaml", "pide orientación. {confirme}", "pide orientación.", 0, "end the text with {confirme}")]
    [InlineData("checklist.yaml", "    missing: pedir orientación en {autoridad}\n", "", -4, "\"missing\" is missing")]
    [InlineData("checklist.yaml", "    course: true\n", "    course: true\n    terms: [{ atMost: 10, after: asamblea }]\n", 1, "counts from an earlier step")]
    [InlineData("checklist.yaml", "    course: true\n", "    course: true\n    terms: [{ atMost: 10, atLeast: 2, after: nota }]\n", 1, "exactly one of")]
    [InlineData("checklist.yaml", "No se encontró una lista de tasas. {confirme}", "No hay tasas.", 0, "end the text with {confirme}")]
    [InlineData("checklist.yaml", "missing: escribir el estatuto", "missing: escribir el {estatutos}", 0, "Did you mean \"estatuto\"?")]
    [InlineData("cooperative.yaml", "code: visita", "code: asamblea", 0, "checklist.yaml has a step")]
    [InlineData("cooperative.yaml", "responsible: mitradel", "responsible: mitradell", 0, "Did you mean \"mitradel\"?")]
    [InlineData("cooperative.yaml", "seats: 3", "seats: 0", 0, "whole number from 1 to")]
    [InlineData("follow-up.yaml", "months: [3, 6, 12] ", "months: [3, 12, 6] ", 0, "in rising order")]
    [InlineData("follow-up.yaml", "months: [3, 6, 12] ", "months: [tres] ", 0, "no month after the recognition")]
    [InlineData("follow-up.yaml", "asked: [6, 12, after]", "asked: [5, after]", 0, "\"5\" is no round")]
    [InlineData("follow-up.yaml", "como cooperativa. ¿Nos", "en {lugares}. ¿Nos", -1, "Did you mean \"lugar\"?")]
    [InlineData("follow-up.yaml", "baseline: members", "baseline: member", 0, "Did you mean \"members\"?")]
    [InlineData("follow-up.yaml", "    currency: B/.\n    label: Ventas", "    label: Ventas", -2, "\"currency\" is missing")]
    [InlineData("follow-up.yaml", "visit: [ventas, dinero", "visit: [venta, dinero", 0, "Did you mean \"ventas\"?")]
    [InlineData("follow-up.yaml", "question: problema, in", "question: problemas, in", 0, "Did you mean \"problema\"?")]
    [InlineData("follow-up.yaml", "    visit: [ventas", "    asked: [3]\n    visit: [ventas", 18, "would never come there")]
    [InlineData("follow-up.yaml", "kind: choice", "kind: document", 0, "An indicator is")]
    [InlineData("follow-up.yaml", "askHour: 9", "askHour: 3", 0, "whole number from 6 to 18")]
    [InlineData("papers/acta.md", "{fundadoras}", "Firman: {fundadoras}", 0, "must stand alone in its line")]
    [InlineData("papers/acta.md", "Fecha de la asamblea: {asamblea}", "Fecha de la asamblea: {asambleas}", 0, "Did you mean \"asamblea\"?")]
    [InlineData("papers/acta.md", "# Acta de la asamblea", "Acta de la asamblea", 0, "must be the paper's name as a heading")]
    [InlineData("programme.yaml", "aliases: [arap]", "aliases: arap", 0, "must be a list")]
    [InlineData("checklist.yaml", "unconfirmed: true\n", "unconfirmed: true\nunconfirmed: true\n", 1, "not valid YAML")]
    public void A_mistake_is_named_with_file_and_line(string file, string old, string changed, int linesBelow, string says)
    {
        using var content = ContentFolder.Copy();
        var line = content.Replace(Panama + file, old, changed);

        var packs = ProgrammePackReader.ReadAll(content.Path);

        Assert.Contains(packs.Problems, problem =>
            problem.File == Panama + file && problem.Line == line + linesBelow && problem.Message.Contains(says, StringComparison.Ordinal));
        Assert.Null(packs.Find("PA"));
        Assert.NotNull(packs.Find("BO"));
    }

    [Fact]
    public void A_text_too_long_for_the_screen_is_named()
    {
        using var content = ContentFolder.Copy();
        var line = content.Replace(Panama + "phases.yaml", "Aún no es una aprobación.", "Aún no es una aprobación." + new string('a', 300));

        var problem = Assert.Single(ProgrammePackReader.ReadAll(content.Path).Problems);

        Assert.Equal((Panama + "phases.yaml", line), (problem.File, problem.Line));
        Assert.Contains("characters; at most 300", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named_once()
    {
        using var content = ContentFolder.Copy();
        content.Delete(Panama + "emergency.yaml");

        var problem = Assert.Single(ProgrammePackReader.ReadAll(content.Path).Problems);

        Assert.Equal($"{Panama}emergency.yaml: The file is missing. Add it, or take it from another country's folder and adapt it.", problem.ToString());
    }

    [Fact]
    public void Two_folders_of_one_country_are_refused()
    {
        using var content = ContentFolder.Copy();
        content.Replace("programmes/panama/programme.yaml", "code: PA ", "code: BO ");

        var packs = ProgrammePackReader.ReadAll(content.Path);

        Assert.Contains(packs.Problems, problem => problem.Message.Contains("The folder \"bolivia\" is of the country BO already", StringComparison.Ordinal));
    }

    [Fact]
    public void A_third_country_is_only_a_folder()
    {
        using var content = ContentFolder.Copy();
        var home = Path.Combine(content.Path, "programmes");
        Directory.Move(Path.Combine(home, "panama"), Path.Combine(home, "peru"));
        content.Replace("programmes/peru/programme.yaml", "code: PA ", "code: PE ");
        content.Replace("programmes/peru/programme.yaml", "folioPrefix: PA", "folioPrefix: PE");

        var packs = ProgrammePackReader.ReadAll(content.Path);

        Assert.Empty(packs.Problems);
        Assert.Equal("peru", packs.Find("PE")!.Folder);
    }

    [Theory]
    [InlineData("010102,Chuquisaca", "010102,Chuquizaca", "There is no \"Chuquizaca\" in places.yaml. Did you mean \"Chuquisaca\"?")]
    [InlineData("010102,Chuquisaca", "010101,Chuquisaca", "The code \"010101\" comes twice")]
    [InlineData("010102,Chuquisaca,Oropeza,Yotala,municipio,,,", "010102,Chuquisaca,Oropeza,Yotala", "has 4 fields instead of 8")]
    [InlineData("010102,Chuquisaca,Oropeza,Yotala,municipio,,,", "010102,Chuquisaca,Oropeza,Yotala,municipio,", "has 6 fields instead of 8")]
    [InlineData("Yotala,municipio,", "Yotala,,", "The type is missing")]
    [InlineData("Yotala,municipio,,,", "Yotala,municipio,,2027-02-28,", "\"confirm\" is empty")]
    [InlineData("Yotala,municipio,,,", "Yotala,municipio,,,¿Es así?", "\"review\" is empty")]
    [InlineData("Yotala,municipio,,,", "Yotala,municipio,,28-2-2027,¿Es así?", "must be a day like 2027-02-28, not \"28-2-2027\"")]
    [InlineData("type,aliases,review,confirm", "type,aliases,review", "The first line must be code,department,province,municipality,type,aliases, and may go on with ,review,confirm.")]
    public void A_mistake_in_the_list_of_municipalities_is_named(string old, string changed, string says)
    {
        using var content = ContentFolder.Copy();
        const string file = "programmes/bolivia/municipalities.csv";
        var line = content.Replace(file, old, changed);

        var problem = Assert.Single(ProgrammePackReader.ReadAll(content.Path).Problems);

        Assert.Equal((file, line), (problem.File, problem.Line));
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_municipalities_without_doubts_is_read_as_the_census_gives_it()
    {
        using var content = ContentFolder.Copy();
        File.WriteAllText(Path.Combine(content.Path, "programmes/bolivia/municipalities.csv"), "code,department,province,municipality,type,aliases\n010101,Chuquisaca,Oropeza,Sucre,municipio,\n");

        var packs = ProgrammePackReader.ReadAll(content.Path);

        Assert.Empty(packs.Problems);
        Assert.Null(packs.Find("BO")!.Places.Find("BO-H.010101")!.ToConfirm);
    }
}
