namespace CoopAssistant.Programme.Packs.Yaml;

/// <summary>Names of an enum the way content files write them: camelCase.</summary>
internal static class EnumNames
{
    public static T? Find<T>(string written) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Written(value) == written)
                return value;
        return null;
    }

    public static IEnumerable<string> Of<T>() where T : struct, Enum => Enum.GetValues<T>().Select(Written);

    public static string All<T>() where T : struct, Enum => string.Join(", ", Of<T>());

    public static string Written<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
