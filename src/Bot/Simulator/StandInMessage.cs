namespace CoopAssistant.Bot.Simulator;

/// <summary>A message as the stand-in of Twilio keeps it. Status is Twilio's word: queued, sent, delivered, read, failed, received.</summary>
public sealed record StandInMessage(string Sid, string From, string To, string Body, DateTimeOffset CreatedAt)
{
    public string Direction { get; init; } = "outbound-api";
    public string? MediaUrl { get; init; }

    /// <summary>The template it was made of; null for free text.</summary>
    public string? ContentSid { get; init; }
    public string? StatusCallback { get; init; }
    public string Status { get; init; } = "queued";
    public int? ErrorCode { get; init; }
}

/// <summary>What goes wrong with a send, as it does at Twilio now and then.</summary>
public enum StandInFault
{
    /// <summary>HTTP 429, not processed; asks to wait <see cref="TwilioStandIn.RetryAfter"/>.</summary>
    TooManyRequests,

    /// <summary>HTTP 500, nothing kept.</summary>
    ServerError,

    /// <summary>HTTP 500, but the message goes out.</summary>
    ServerErrorAfterSending,

    /// <summary>No answer, nothing kept.</summary>
    Timeout,

    /// <summary>No answer, but the message goes out.</summary>
    TimeoutAfterSending,

    /// <summary>HTTP 401, code 20003.</summary>
    WrongCredentials,

    /// <summary>HTTP 400 at once, with <see cref="TwilioStandIn.FaultCode"/>.</summary>
    Refused,

    /// <summary>Accepted; fails later with <see cref="TwilioStandIn.FaultCode"/> by status callback.</summary>
    FailsLater,

    /// <summary>The status callbacks come before the answer.</summary>
    CallbackOvertakes,
}
