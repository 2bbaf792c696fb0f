using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>rubros.yaml</c>.</summary>
internal static class RubrosFile
{
    /// <param name="review">Day by which the list is to be checked again; null where it was confirmed.</param>
    public static IReadOnlyList<Rubro> Read(YamlMap map, out DateOnly? review)
    {
        review = Checks.Review(map);
        var entries = map.Maps("rubros");
        var rubros = entries.Select(ReadRubro).ToList();
        Checks.Unique(entries.Zip(rubros, (entry, rubro) => new Coded(rubro.Code, entry)), "code");
        map.Done();
        return rubros;
    }

    private static Rubro ReadRubro(YamlMap map)
    {
        var classes = map.Texts("ciiu", 4);
        foreach (var wrong in classes.Where(c => c.Value.Length != 4 || !c.Value.All(char.IsAsciiDigit)))
            map.AddProblem(wrong.Line, $"\"{wrong}\" is no CIIU class: four digits in quotes, like \"0111\".");
        var rubro = new Rubro(
            Checks.Code(map, "code", Shapes.Rubro(), Shapes.RubroInWords), map.Text("label", 40), map.Words("aliases", 40),
            [.. classes.Select(c => c.Value)], map.Flag("exclusive"));
        map.Done();
        return rubro;
    }
}
