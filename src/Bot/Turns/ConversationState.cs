using System.Text.Json;
using System.Text.Json.Serialization;
using CoopAssistant.Programme.Forms;

namespace CoopAssistant.Bot.Turns;

/// <summary>
/// Where a woman is in her talk: small, versioned, serialisable. What she did lives in the modules' tables.
/// A release reads the states of the one before (a test keeps an old one): add members, never rename or reuse them.
/// </summary>
public sealed record ConversationState
{
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Country of the programme she chose (PA, BO, …); null until known.</summary>
    public string? Country { get; init; }
    public string Language { get; init; } = "es";
    public bool PrefersAudio { get; init; }

    /// <summary>Version of the consent text she accepted for registering; null while she has not.</summary>
    public string? ConsentVersion { get; init; }

    /// <summary>Dialog that gets her next message; null for the menu.</summary>
    public string? Dialog { get; init; }

    /// <summary>The dialog's own place, in its own words; null at its start.</summary>
    public string? Step { get; init; }

    /// <summary>The dialog's own small notes (answers so far, proofs pending).</summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = NoNotes;

    /// <summary>Options last offered, in order, so that "2" means the second. Empty when none.</summary>
    public IReadOnlyList<string> OfferedValues { get; init; } = [];
    public IReadOnlyList<string> OfferedLabels { get; init; } = [];

    /// <summary>Participants who spoke on this contact; the active one is first.</summary>
    public IReadOnlyList<Guid> Participants { get; init; } = [];

    /// <summary>Refusals in a row at the present question: the third brings an example or a person.</summary>
    public int Refusals { get; init; }

    /// <summary>Day of her last turn, counted from 2020-01-01 UTC; 0 while unknown. A pause of days earns a reminder of where she was.</summary>
    public int LastDay { get; init; }

    /// <summary>Turns that broke on our side in a row; the engine's. Enough of them send her back to the menu.</summary>
    public int Failures { get; init; }

    /// <summary>Marks of the last provider ids seen, newest last: durable dedupe without an index.</summary>
    public string SeenMarks { get; init; } = "";

    /// <summary>The same ids whole, in states of earlier releases; null in a state that was read.</summary>
    public IReadOnlyList<string>? Seen { get; init; }

    /// <summary>Her unfinished registration, and what she answered so far of the follow-up that <see cref="Notes"/> speak of. They stay while she is elsewhere; null for none.</summary>
    [JsonConverter(typeof(FormProgressConverter))] public FormProgress? Form { get; init; }
    [JsonConverter(typeof(FormProgressConverter))] public FormProgress? FollowUpForm { get; init; }

    internal static readonly IReadOnlyDictionary<string, string> NoNotes = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Reads a state. It is written by <see cref="StoredState"/>.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class ConversationStateJson : JsonSerializerContext;

internal sealed class FormProgressConverter : JsonConverter<FormProgress?>
{
    public override FormProgress? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => FormProgress.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, FormProgress? value, JsonSerializerOptions options) => throw new NotSupportedException("States are written by hand.");
}
