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

    /// <summary>The form's progress that one of the notes holds, as it was before it became text; null after a load, when the note is read.</summary>
    [JsonIgnore] internal (string Note, FormProgress Progress)? Form { get; init; }

    internal static readonly IReadOnlyDictionary<string, string> NoNotes = new Dictionary<string, string>(StringComparer.Ordinal);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class ConversationStateJson : JsonSerializerContext
{
    /// <summary>Straight to the generated code: by way of the type's metadata the first turn after a start would wait until all of it is built.</summary>
    public static void Write(System.Text.Json.Utf8JsonWriter writer, ConversationState state) => Default.ConversationStateSerializeHandler(writer, state);
}
