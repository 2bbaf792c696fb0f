using System.ComponentModel.DataAnnotations;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>Section "Broadcasts": how fast and when many are written to.</summary>
public sealed class BroadcastOptions : IValidatableObject
{
    /// <summary>Women a minute, 1 to 3 000. Default 120: of the 80 messages a second that a number may send, 2.</summary>
    public int PerMinute { get; set; } = 120;

    /// <summary>Messages of broadcasts that may wait in the outbox, 1 to 5 000. Default 200: where the provider is down no more are said.</summary>
    public int MostWaiting { get; set; } = 200;

    /// <summary>Nobody is written to from this hour of her country, 1 to 24. Default 20.</summary>
    public int QuietFrom { get; set; } = 20;

    /// <summary>Until this one, 0 to 23. Default 8.</summary>
    public int QuietUntil { get; set; } = 8;

    /// <summary>Who wrote so lately is not interrupted, her turn comes later; at most an hour. Default 2 minutes.</summary>
    public TimeSpan Undisturbed { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Night, by the country's clock.</summary>
    public bool IsQuiet(DateTimeOffset now, TimeZoneInfo zone)
    {
        var hour = TimeZoneInfo.ConvertTime(now, zone).Hour;
        return hour >= QuietFrom || hour < QuietUntil;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PerMinute is < 1 or > 3_000) yield return new ValidationResult("Broadcasts:PerMinute must be between 1 and 3000.", [nameof(PerMinute)]);
        if (MostWaiting is < 1 or > 5_000) yield return new ValidationResult("Broadcasts:MostWaiting must be between 1 and 5000.", [nameof(MostWaiting)]);
        if (Undisturbed < TimeSpan.Zero || Undisturbed > TimeSpan.FromHours(1)) yield return new ValidationResult("Broadcasts:Undisturbed must be between 0 and 1 hour (01:00:00).", [nameof(Undisturbed)]);
        if (QuietFrom is < 1 or > 24 || QuietUntil < 0 || QuietUntil >= QuietFrom) yield return new ValidationResult("Broadcasts:QuietFrom must be an hour from 1 to 24, and Broadcasts:QuietUntil an earlier one.", [nameof(QuietFrom), nameof(QuietUntil)]);
    }
}
