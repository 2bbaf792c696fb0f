using System.Text.Json;
using System.Text.Json.Serialization;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;

namespace CoopAssistant.Messaging.Conversations;

/// <summary>What a message carries beyond its text; stored as JSON in <see cref="Message.Extras"/>. Add members, never rename them: old rows stay, and a list that a row lacks is read as null.</summary>
public sealed record MessageExtras
{
    /// <summary>Outbound: what she may choose.</summary>
    public IReadOnlyList<Option> Options { get; init => field = value ?? []; } = [];

    /// <summary>Outbound: a file that goes with the text.</summary>
    public OutgoingMedia? Media { get; init; }

    /// <summary>Outbound: she may answer with a file.</summary>
    public bool TakesFiles { get; init; }

    /// <summary>Outbound: what goes in its place outside the 24-hour window.</summary>
    public ApprovedTemplate? Template { get; init; }

    /// <summary>Outbound: which invitation fits while it is parked.</summary>
    public string? About { get; init; }

    /// <summary>Inbound: references to the files she sent.</summary>
    public IReadOnlyList<InboundMedia> Received { get; init => field = value ?? []; } = [];

    /// <summary>Inbound: the place she sent.</summary>
    public InboundLocation? Location { get; init; }

    /// <summary>Inbound: value of the button she tapped.</summary>
    public string? Button { get; init; }

    /// <summary>Null for a message that is just text.</summary>
    public static string? Of(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Options.Count == 0 && message.Media is null && !message.TakesFiles && message.Template is null && message.About is null
            ? null
            : Write(new MessageExtras { Options = message.Options, Media = message.Media, TakesFiles = message.TakesFiles, Template = message.Template, About = message.About });
    }

    /// <summary>Null for a message that is just text.</summary>
    public static string? Of(InboundMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Media.Count == 0 && message.Location is null && message.ButtonValue is null
            ? null
            : Write(new MessageExtras { Received = message.Media, Location = message.Location, Button = message.ButtonValue });
    }

    /// <summary>Empty extras for null.</summary>
    public static MessageExtras Read(string? stored) =>
        stored is null ? new MessageExtras() : JsonSerializer.Deserialize(stored, MessageExtrasJson.Default.MessageExtras) ?? new MessageExtras();

    private static string Write(MessageExtras extras) => StoredJson.Text(extras, MessageExtrasJson.Write);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(MessageExtras))]
internal sealed partial class MessageExtrasJson : JsonSerializerContext
{
    /// <summary>Straight to the generated code.</summary>
    public static void Write(Utf8JsonWriter writer, MessageExtras extras) => Default.MessageExtrasSerializeHandler(writer, extras);
}
