using CoopAssistant.Messaging.Contacts;

namespace CoopAssistant.Messaging.Turns;

/// <summary>What a woman sent, free of its channel. Built by a channel after it authenticated the request.</summary>
public sealed record InboundMessage(Channel Channel, string Address, string ProviderId, string Text, DateTimeOffset ReceivedAt)
{
    /// <summary>A second address of the same person that came along (WhatsApp number beside a business-scoped id); null when none.</summary>
    public string? OtherAddress { get; init; }

    /// <summary>Where the reply goes when it is not <see cref="Address"/>.</summary>
    public string? ReplyAddress { get; init; }
    public string? ProfileName { get; init; }

    /// <summary>The number she writes from, E.164, where the channel shows it; null where it is hidden or there is none.</summary>
    public string? Phone { get; init; }

    /// <summary>Value of the button or list row she tapped; wins over the text. Null when she typed.</summary>
    public string? ButtonValue { get; init; }
    public IReadOnlyList<InboundMedia> Media { get; init; } = [];
    public InboundLocation? Location { get; init; }

    /// <summary>Code of the poster whose link she followed, where the channel knows it without her words; null else.</summary>
    public string? Origin { get; init; }

    /// <summary>The provider has answered her already (its own opt-out words): the turn is decided and kept, its replies are not sent.</summary>
    public bool IsAnswered { get; init; }
}

/// <param name="Url">Provider's reference; staff fetch it through us with authorisation.</param>
public sealed record InboundMedia(string Url, string ContentType);

public sealed record InboundLocation(double Latitude, double Longitude, string? Label);
