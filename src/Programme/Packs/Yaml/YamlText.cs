namespace CoopAssistant.Programme.Packs.Yaml;

/// <summary>A text of a YAML file that knows where it stands, so that whoever checks it later can say so.</summary>
public readonly record struct YamlText(string Value, string File, int Line)
{
    public override string ToString() => Value;
}
