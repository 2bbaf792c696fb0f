using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoopAssistant.Programme.Forms;

/// <summary>How a question stands.</summary>
public enum AnswerKind
{
    /// <summary>She answered; <see cref="FormAnswer.Value"/> is what the program works with.</summary>
    Given,

    /// <summary>She left it out or does not know.</summary>
    LeftOut,

    /// <summary>She will give it another day.</summary>
    Later,

    /// <summary>A place that is not in the catalogue, in her own words.</summary>
    OwnWords,
}

/// <summary>One answer. Several choices are their values with commas, the main one first.</summary>
/// <param name="Value">Canonical value or her own words; null where left out or to come later.</param>
[JsonConverter(typeof(FormAnswerConverter))]
public sealed record FormAnswer(AnswerKind Kind, string? Value)
{
    public static FormAnswer LeftOut { get; } = new(AnswerKind.LeftOut, null);
    public static FormAnswer Later { get; } = new(AnswerKind.Later, null);

    public static FormAnswer Given(string value) => new(AnswerKind.Given, value);

    public static FormAnswer InOwnWords(string words) => new(AnswerKind.OwnWords, words);

    /// <summary>What she typed where the value is a code (a place): kept because lists and people spell differently. Null where it says no more than the value.</summary>
    public string? Typed { get; init; }

    public bool IsGiven => Kind == AnswerKind.Given;

    /// <summary>The chosen values; one for a single answer, none where nothing was given.</summary>
    public IReadOnlyList<string> Values => IsGiven && Value is not null ? Value.Split(',') : [];
}

/// <summary>
/// Small, because it is written with every message of hers: <c>"value"</c>, <c>["value","typed"]</c>, <c>{"w":"own words"}</c>,
/// 0 left out, 1 later. What a newer release wrote in another way is read as nothing, and she is asked again.
/// </summary>
public sealed class FormAnswerConverter : JsonConverter<FormAnswer?>
{
    public override FormAnswer? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return FormAnswer.Given(reader.GetString()!);
            case JsonTokenType.Number: return !reader.TryGetInt32(out var number) ? null : number switch { 0 => FormAnswer.LeftOut, 1 => FormAnswer.Later, _ => null };
            case JsonTokenType.StartArray: return Strings(ref reader) is [var value, var typed, ..] ? FormAnswer.Given(value) with { Typed = typed } : null;
            case JsonTokenType.StartObject: return OwnWords(ref reader) is { } words ? FormAnswer.InOwnWords(words) : null;
            default: return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, FormAnswer? value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>The same without options, which it needs none of.</summary>
    public static void Write(Utf8JsonWriter writer, FormAnswer? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case { Kind: AnswerKind.LeftOut }: writer.WriteNumberValue(0); break;
            case { Kind: AnswerKind.Later }: writer.WriteNumberValue(1); break;
            case { Kind: AnswerKind.OwnWords }:
                writer.WriteStartObject();
                writer.WriteString("w", value.Value);
                writer.WriteEndObject();
                break;
            case { Typed: { } typed }:
                writer.WriteStartArray();
                writer.WriteStringValue(value.Value);
                writer.WriteStringValue(typed);
                writer.WriteEndArray();
                break;
            default: writer.WriteStringValue(value.Value); break;
        }
    }

    /// <summary>The strings of an array; whatever else is in it is passed over.</summary>
    private static List<string> Strings(ref Utf8JsonReader reader)
    {
        var strings = new List<string>(2);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String) strings.Add(reader.GetString()!);
            else reader.Skip();
        }
        return strings;
    }

    private static string? OwnWords(ref Utf8JsonReader reader)
    {
        string? words = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWords = reader.ValueTextEquals("w"u8);
            reader.Read();
            if (isWords && reader.TokenType == JsonTokenType.String) words = reader.GetString();
            else reader.Skip();
        }
        return words;
    }
}
