using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoopAssistant.Programme.Forms;

/// <summary>What her next message answers.</summary>
public enum FormMode
{
    /// <summary>The question <see cref="FormProgress.Question"/>.</summary>
    Asking,

    /// <summary>Which of the places in <see cref="FormProgress.Offered"/> she means.</summary>
    ChoosingPlace,

    /// <summary>Her new secret once more.</summary>
    RepeatingPin,

    /// <summary>Whether all is right, or what to correct.</summary>
    Summary,
}

/// <summary>
/// Where she is in a form: all the player remembers between two messages. Stored with the conversation, so members may be
/// added but never renamed or reused.
/// </summary>
public sealed record FormProgress
{
    /// <summary>An unfinished form is kept for so many days after her last answer.</summary>
    public const int KeptDays = 30;

    /// <summary>Id of the form.</summary>
    [JsonPropertyName("f")] public string Form { get; init; } = "";

    [JsonPropertyName("m")] public FormMode Mode { get; init; }

    /// <summary>Id of the question asked last; null in the summary.</summary>
    [JsonPropertyName("q")] public string? Question { get; init; }

    /// <summary>Answers by question id.</summary>
    [JsonPropertyName("a")] public IReadOnlyDictionary<string, FormAnswer?> Answers { get; init; } = new Dictionary<string, FormAnswer?>(StringComparer.Ordinal);

    /// <summary>Refusals in a row at the present question.</summary>
    [JsonPropertyName("r")] public int Refusals { get; init; }

    /// <summary>She came from the summary to correct this one answer.</summary>
    [JsonPropertyName("c")] public bool IsCorrecting { get; init; }

    /// <summary>She said <c>cancelar</c> and is asked whether she means it; the rest stands as it was.</summary>
    [JsonPropertyName("x")] public bool IsCancelling { get; init; }

    /// <summary>Codes of the places on the short list, in order; null for none.</summary>
    [JsonPropertyName("o")] public IReadOnlyList<string>? Offered { get; init; }

    /// <summary>What waits to be confirmed: her words for a place, or the sealed first saying of her secret.</summary>
    [JsonPropertyName("p")] public string? Pending { get; init; }

    /// <summary>Day of her last message in the form.</summary>
    [JsonPropertyName("d")] public DateOnly TouchedOn { get; init; }

    /// <summary>Too old to go on with.</summary>
    public bool HasLapsed(DateOnly today) => today.DayNumber - TouchedOn.DayNumber > KeptDays;

    /// <summary>Written by hand, with every message of hers; members that say nothing are left out.</summary>
    public static void Write(Utf8JsonWriter json, FormProgress progress)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(progress);
        json.WriteStartObject();
        json.WriteString("f"u8, progress.Form);
        if (progress.Mode != default) json.WriteNumber("m"u8, (int)progress.Mode);
        if (progress.Question is not null) json.WriteString("q"u8, progress.Question);
        json.WriteStartObject("a"u8);
        foreach (var (question, answer) in progress.Answers)
        {
            json.WritePropertyName(question);
            FormAnswerConverter.Write(json, answer);
        }
        json.WriteEndObject();
        if (progress.Refusals != 0) json.WriteNumber("r"u8, progress.Refusals);
        if (progress.IsCorrecting) json.WriteBoolean("c"u8, true);
        if (progress.IsCancelling) json.WriteBoolean("x"u8, true);
        if (progress.Offered is not null) WriteOffered(json, progress.Offered);
        if (progress.Pending is not null) json.WriteString("p"u8, progress.Pending);
        if (progress.TouchedOn != default) WriteDay(json, progress.TouchedOn);
        json.WriteEndObject();
    }

    private static void WriteOffered(Utf8JsonWriter json, IReadOnlyList<string> offered)
    {
        json.WriteStartArray("o"u8);
        foreach (var place in offered) json.WriteStringValue(place);
        json.WriteEndArray();
    }

    private static void WriteDay(Utf8JsonWriter json, DateOnly day)
    {
        Span<byte> text = stackalloc byte["yyyy-MM-dd".Length];
        day.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        json.WriteString("d"u8, text);
    }

    /// <summary>The value that the reader stands at. Null where it cannot be read: the form then starts anew, which is better than a talk that is stuck.</summary>
    public static FormProgress? Read(ref Utf8JsonReader reader)
    {
        var whole = reader;
        try
        {
            return Whole(JsonSerializer.Deserialize(ref reader, FormProgressJson.Default.FormProgress));
        }
        catch (JsonException)
        {
            reader = whole;
            reader.Skip();
            return null;
        }
    }

    /// <summary>The same of a text of its own.</summary>
    public static FormProgress? FromJson(string? json)
    {
        if (string.IsNullOrEmpty(json)) return null;
        try
        {
            return Whole(JsonSerializer.Deserialize(json, FormProgressJson.Default.FormProgress));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FormProgress? Whole(FormProgress? read) => read is { Form: not null, Answers: not null } ? read : null;
}

[JsonSerializable(typeof(FormProgress))]
internal sealed partial class FormProgressJson : JsonSerializerContext;
