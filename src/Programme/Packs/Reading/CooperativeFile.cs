using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>cooperative.yaml</c>.</summary>
internal static class CooperativeFile
{
    public static CooperativeRules Read(YamlMap map, CountryFile country, LegalChecklist checklist)
    {
        var isUnconfirmed = map.Flag("unconfirmed");
        var (ofBodies, ofDuties) = (map.Maps("bodies"), map.Maps("duties"));
        var bodies = ofBodies.Select(entry => ReadBody(entry, country, isUnconfirmed)).ToList();
        var duties = ofDuties.Select(entry => ReadDuty(entry, country, isUnconfirmed)).ToList();
        Checks.Unique(ofBodies.Zip(bodies, (entry, body) => new Coded(body.Code, entry)), "code");
        Checks.Unique(ofDuties.Zip(duties, (entry, duty) => new Coded(duty.Code, entry)), "code");
        foreach (var (entry, duty) in ofDuties.Zip(duties))
            if (checklist.Find(duty.Code) is not null) entry.Problem("code", $"checklist.yaml has a step \"{duty.Code}\" already; both are kept in one history. Choose another code.");
        var ofIncompatible = map.OptionalMaps("incompatible");
        var incompatible = ofIncompatible.Select(entry => ReadIncompatibility(entry, bodies, country, isUnconfirmed)).ToList();
        Checks.Unique(ofIncompatible.Zip(incompatible, (entry, rule) => new Coded(rule.Code, entry)), "code");
        var rules = new CooperativeRules(bodies, duties, Checks.Review(map)) { Incompatible = incompatible };
        map.Done();
        return rules;
    }

    private static Incompatibility ReadIncompatibility(YamlMap map, List<GoverningBody> bodies, CountryFile country, bool isUnconfirmed)
    {
        var of = map.Texts("bodies", 40);
        var rule = new Incompatibility(Checks.Code(map, "code", Shapes.Word(), Shapes.WordInWords), [.. of.Select(body => body.Value)], map.Flag("elsewhere"), Checks.Fact(map, "text", 300, country, isUnconfirmed));
        foreach (var body in of.Where(body => bodies.TrueForAll(known => known.Code != body.Value)))
            map.AddProblem(body.Line, $"There is no body \"{body.Value}\".{Nearest.Hint(body.Value, bodies.Select(known => known.Code))}");
        if (of.Count < (rule.IsElsewhere ? 1 : 2)) map.Problem("bodies", rule.IsElsewhere ? "Name at least one body." : "Name at least two bodies, or add \"elsewhere: true\" for a rule between groups.");
        map.Done();
        return rule;
    }

    private static GoverningBody ReadBody(YamlMap map, CountryFile country, bool isUnconfirmed)
    {
        var entries = map.Maps("offices");
        var offices = entries.Select(ReadOffice).ToList();
        Checks.Unique(entries.Zip(offices, (entry, office) => new Coded(office.Code, entry)), "code");
        var body = new GoverningBody(
            Checks.Code(map, "code", Shapes.Word(), Shapes.WordInWords), map.Text("name", 80), Checks.Fact(map, "text", 300, country, isUnconfirmed), map.OptionalNumber("months", 1, 120), offices);
        map.Done();
        return body;
    }

    private static BodyOffice ReadOffice(YamlMap map)
    {
        var office = new BodyOffice(Checks.Code(map, "code", Shapes.Word(), Shapes.WordInWords), map.Text("name", 80), map.OptionalNumber("seats", 1, 50) ?? 1);
        map.Done();
        return office;
    }

    private static RecurringDuty ReadDuty(YamlMap map, CountryFile country, bool isUnconfirmed)
    {
        var duty = new RecurringDuty(
            Checks.Code(map, "code", Shapes.Word(), Shapes.WordInWords), map.Text("name", 80), Checks.Fact(map, "text", 300, country, isUnconfirmed), country.Known(map, "responsible"),
            map.OptionalNumber("months", 1, 120));
        map.Done();
        return duty;
    }
}
