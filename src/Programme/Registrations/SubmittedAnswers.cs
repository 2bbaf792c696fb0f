using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoopAssistant.Programme.Registrations;

/// <summary>What the form hands over once she confirmed it.</summary>
/// <param name="Json">See <see cref="Registration.AnswersJson"/>.</param>
/// <param name="SearchName">Her name, lower case and without accents.</param>
public sealed record SubmittedAnswers(
    string Json, string SearchName, string? RegionCode, string? PlaceCode, string? Community, string? Rubro)
{
    /// <summary>Places she wrote that the catalogue does not know, outermost first.</summary>
    public IReadOnlyList<string> UnknownPlaces { get; init; } = [];

    /// <summary>She is in a group already.</summary>
    public bool HasGroup { get; init; }

    /// <summary>Accents stay letters: this JSON is stored, never put into a page.</summary>
    private static readonly SubmittedAnswersJson Stored = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The answers as they are stored.</summary>
    public static string ToJson(IReadOnlyList<SubmittedAnswer> answers) =>
        JsonSerializer.Serialize(answers, Stored.IReadOnlyListSubmittedAnswer);

    /// <summary>Stored answers, in the form's order. Members that a newer release added are passed over.</summary>
    public static IReadOnlyList<SubmittedAnswer> FromJson(string json) =>
        JsonSerializer.Deserialize(json, Stored.IReadOnlyListSubmittedAnswer) ?? [];
}

/// <summary>One answer as staff read it, understandable without the form it came from.</summary>
/// <param name="Question">Id of the question.</param>
/// <param name="Label">The question's short name when she answered.</param>
/// <param name="Value">What the program works with; null where she left it out or will give it later.</param>
/// <param name="Display">What people read.</param>
/// <param name="Personal">Personal data: masked in lists.</param>
public sealed record SubmittedAnswer(string Question, string Label, string? Value, string Display, bool Personal)
{
    /// <summary>Her own spelling where the value is a code; null where it says no more.</summary>
    public string? Typed { get; init; }

    /// <summary>Taken, but staff should look at it (an unusual document number, a place we do not know).</summary>
    public bool Doubtful { get; init; }
}

[JsonSerializable(typeof(IReadOnlyList<SubmittedAnswer>))]
internal sealed partial class SubmittedAnswersJson : JsonSerializerContext;
