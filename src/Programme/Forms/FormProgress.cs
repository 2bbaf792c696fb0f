using System.Text.Encodings.Web;
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

    private static readonly FormProgressJson Stored = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

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

    public string ToJson() => JsonSerializer.Serialize(this, Stored.FormProgress);

    /// <summary>Null where it cannot be read: the form then starts anew, which is better than a talk that is stuck.</summary>
    public static FormProgress? FromJson(string? json)
    {
        if (string.IsNullOrEmpty(json)) return null;
        try
        {
            return JsonSerializer.Deserialize(json, Stored.FormProgress) is { Form: not null, Answers: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(FormProgress))]
internal sealed partial class FormProgressJson : JsonSerializerContext;
