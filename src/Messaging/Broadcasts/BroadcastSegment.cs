using System.Text.Json;
using System.Text.Json.Serialization;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>Whether women of a segment are in a group.</summary>
public enum GroupFilter : byte { Any = 0, InOne = 1, InNone = 2 }

/// <summary>How far women of a segment learnt.</summary>
public enum LearningFilter : byte { Any = 0, NotBegun = 1, Begun = 2, Finished = 3 }

/// <summary>
/// Which women a broadcast is for, by what is known of them. Stored as JSON: add members, never rename them. A woman counts once,
/// whatever her registrations; two on one phone get it once.
/// </summary>
public sealed record BroadcastSegment
{
    public required string Country { get; init; }

    /// <summary>Regions and smaller places it reaches; all empty: the whole country.</summary>
    public IReadOnlyList<string> Regions { get; init => field = value ?? []; } = [];
    public IReadOnlyList<string> Places { get; init => field = value ?? []; } = [];

    /// <summary>The office, where one was chosen: what to show as chosen.</summary>
    public string? Office { get; init; }

    /// <summary>Any of these; empty: all but those that were taken back or closed.</summary>
    public IReadOnlyList<RegistrationStatus> Statuses { get; init => field = value ?? []; } = [];
    public string? Rubro { get; init; }

    /// <summary>Language tag; null for all.</summary>
    public string? Language { get; init; }

    /// <summary>Only members of this group; null for all.</summary>
    public Guid? Group { get; init; }
    public GroupFilter InGroup { get; init; }
    public LearningFilter Learning { get; init; }

    [JsonIgnore]
    public Territory Territory => Regions.Count + Places.Count == 0 && Office is null ? Territory.OfCountry(Country) : new Territory([], Regions) { Places = Places };

    public string ToJson() => JsonSerializer.Serialize(this, BroadcastJson.Stored.BroadcastSegment);

    public static BroadcastSegment FromJson(string json) => JsonSerializer.Deserialize(json, BroadcastJson.Stored.BroadcastSegment)!;
}

/// <summary>What is said in one language.</summary>
/// <param name="Language">es, ay, ….</param>
/// <param name="TemplateId">The provider's id of the approved template; null for free text.</param>
/// <param name="Body">Free text, or the template's with its gaps {{1}}, {{2}}, ….</param>
public sealed record BroadcastText(string Language, string? TemplateId, string Body);

[JsonSerializable(typeof(BroadcastSegment))]
[JsonSerializable(typeof(List<BroadcastText>))]
[JsonSerializable(typeof(List<string>))]
internal sealed partial class BroadcastJson : JsonSerializerContext
{
    public static BroadcastJson Stored { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
