namespace CoopAssistant.Programme.Packs.Yaml;

/// <summary>A text of a YAML file that knows where it stands, so that whoever checks it later can say so.</summary>
public sealed record YamlText(string Value, string File, int Line)
{
    public override string ToString() => Value;
}
