using CoopAssistant.Programme.Recordings;

namespace CoopAssistant.Messaging.Conversations;

/// <summary>
/// What the bot or staff say, before a channel gives it a form: options become numbered lines on WhatsApp and
/// suggested actions on the web.
/// </summary>
public sealed record OutgoingMessage(string Text)
{
    /// <summary>What she may choose, in order; she answers with the number, the label or the value. Empty for none.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>A file the channel can fetch or show; null for none.</summary>
    public OutgoingMedia? Media { get; init; }

    /// <summary>She may answer with a picture, a recording or a document: channels that need a button for it show one.</summary>
    public bool TakesFiles { get; init; }

    /// <summary>Says the same where WhatsApp takes no free text any more; null: then the message waits until she writes.</summary>
    public ApprovedTemplate? Template { get; init; }

    /// <summary>Which invitation fits while it waits; see <see cref="Invitations.TemplatePurpose"/>. Null where it is never parked, or about nothing in particular.</summary>
    public string? About { get; init; }

    /// <summary>The broadcast it belongs to; null for all else. Kept with the message, which goes out behind what answers somebody.</summary>
    public long? BroadcastId { get; init; }
}

/// <summary>A text that the provider has approved for writing first.</summary>
/// <param name="Id">The provider's id of it.</param>
public sealed record ApprovedTemplate(string Id)
{
    /// <summary>What fills its gaps {{1}}, {{2}}, … in order. Empty where it has none.</summary>
    public IReadOnlyList<string> Variables { get; init => field = value ?? []; } = [];

    /// <summary>Goes out as the template also where free text would do: to see it as it is.</summary>
    public bool Always { get; init; }
}

/// <param name="Value">What the dialog gets.</param>
/// <param name="Label">What she reads.</param>
public sealed record Option(string Value, string Label);

/// <param name="Url">Absolute or rooted URL under the bot's public address.</param>
public sealed record OutgoingMedia(string Url, string ContentType, string Name)
{
    /// <summary>A recorded voice.</summary>
    public static OutgoingMedia Voice(RecordingFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(file.Address, RecordingFile.ContentType, "audio.ogg") { Bytes = file.Size, Seconds = file.Seconds };
    }

    /// <summary>Its size, told to her before she pays for it; null where unknown.</summary>
    public long? Bytes { get; init; }

    /// <summary>How long a recording lasts; null where unknown or no recording.</summary>
    public int? Seconds { get; init; }
}
