using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CoopAssistant.Programme.Packs.Yaml;

public sealed partial class YamlMap
{
    /// <summary>A text that must be there. Blank counts as missing.</summary>
    public string Text(string key, int max = ComfortableLength)
    {
        var text = OptionalText(key, max);
        if (text is null && (Child(key) is null or YamlScalarNode)) Problem(key, $"\"{key}\" is missing. Write its text.");
        return text ?? "";
    }

    public YamlText Placed(string key, int max = ComfortableLength) => new(Text(key, max), File, LineOf(key));

    /// <summary>A text that may be absent; then null.</summary>
    public string? OptionalText(string key, int max = ComfortableLength)
    {
        switch (Ask(key))
        {
            case null: return null;
            case YamlScalarNode scalar: return Checked(scalar, key, max);
            default: Problem(key, $"\"{key}\" must be a text, not a list or a mapping."); return null;
        }
    }

    /// <summary><c>true</c> or <c>false</c>; absent is <paramref name="otherwise"/>.</summary>
    public bool Flag(string key, bool otherwise = false)
    {
        var text = OptionalText(key);
        if (text is null) return otherwise;
        if (text is "true" or "false") return text == "true";
        Problem(key, $"\"{key}\" must be true or false, not \"{text}\".");
        return otherwise;
    }

    /// <summary>A whole number that must be there, both ends included.</summary>
    public int Number(string key, int min, int max)
    {
        var number = OptionalNumber(key, min, max);
        if (number is null && !Has(key)) Problem($"\"{key}\" is missing. Give a whole number from {min} to {max}.");
        return number ?? min;
    }

    public int? OptionalNumber(string key, int min, int max)
    {
        var text = OptionalText(key);
        if (text is null) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max) return number;
        Problem(key, $"\"{key}\" must be a whole number from {min} to {max}, not \"{text}\".");
        return null;
    }

    /// <summary>A day written 2027-02-28.</summary>
    public DateOnly? OptionalDate(string key)
    {
        var text = OptionalText(key);
        if (text is null) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Problem(key, $"\"{key}\" must be a day like 2027-02-28, not \"{text}\".");
        return null;
    }

    /// <summary>One of the names of an enum, written in camelCase.</summary>
    public T? OptionalOneOf<T>(string key) where T : struct, Enum
    {
        var text = OptionalText(key);
        if (text is null) return null;
        var value = EnumNames.Find<T>(text);
        if (value is null) Problem(key, $"\"{text}\" is not known for \"{key}\"; write one of {EnumNames.All<T>()}.{Nearest.Hint(text, EnumNames.Of<T>())}");
        return value;
    }

    public T? OneOf<T>(string key) where T : struct, Enum
    {
        var value = OptionalOneOf<T>(key);
        if (value is null && !Has(key)) Problem($"\"{key}\" is missing. Write one of {EnumNames.All<T>()}.");
        return value;
    }

    private string? Checked(YamlScalarNode scalar, string key, int max)
    {
        var text = scalar.Value?.Trim() ?? "";
        if (text.Length == 0 || (text is "~" or "null" && scalar.Style == ScalarStyle.Plain))
        {
            _problems.Add(File, (int)scalar.Start.Line, $"\"{key}\" is empty. Write its text or take the line out.");
            return null;
        }
        if (text.Length > max)
            _problems.Add(File, (int)scalar.Start.Line, $"\"{key}\" has {text.Length} characters; at most {max} {Reason(max)}. Shorten it or split it.");
        if (text.Any(letter => char.IsControl(letter) && letter != '\n'))
            _problems.Add(File, (int)scalar.Start.Line, $"\"{key}\" holds a control character. Type the text again.");
        return text;
    }

    private static string Reason(int max) => max switch
    {
        ComfortableLength => "fit a small screen",
        ChannelLength => "fit one WhatsApp message",
        _ => "are allowed here",
    };
}
