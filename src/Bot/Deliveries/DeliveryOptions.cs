using System.ComponentModel.DataAnnotations;

namespace CoopAssistant.Bot.Deliveries;

/// <summary>Section "Delivery": how the outbox is emptied.</summary>
public sealed class DeliveryOptions : IValidatableObject
{
    /// <summary>False: messages wait in the outbox (for measuring, or while moving house). Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Messages on their way at once, 1 to 256. Default 32.</summary>
    public int Parallel { get; set; } = 32;

    /// <summary>Messages a second from this process, 1 to 100 000. Default 80, what WhatsApp lets a number send; divide it among several processes.</summary>
    public int MessagesPerSecond { get; set; } = 80;

    /// <summary>Pause between two messages to one woman, unless the first is reported as sent before. Default 1 second.</summary>
    public TimeSpan ConversationGap { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a message belongs to the process that sends it; after a crash it is looked up then. At least 10 seconds. Default 1 minute.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Looks into the outbox at least this often. Default 2 seconds.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Parallel is < 1 or > 256) yield return new ValidationResult("Delivery:Parallel must be between 1 and 256.", [nameof(Parallel)]);
        if (MessagesPerSecond is < 1 or > 100_000) yield return new ValidationResult("Delivery:MessagesPerSecond must be between 1 and 100000.", [nameof(MessagesPerSecond)]);
        if (ConversationGap < TimeSpan.Zero || ConversationGap > TimeSpan.FromMinutes(1)) yield return new ValidationResult("Delivery:ConversationGap must be between 0 and 1 minute (00:01:00).", [nameof(ConversationGap)]);
        if (Lease < TimeSpan.FromSeconds(10) || Lease > TimeSpan.FromHours(1)) yield return new ValidationResult("Delivery:Lease must be between 10 seconds (00:00:10) and 1 hour (01:00:00).", [nameof(Lease)]);
        if (PollInterval < TimeSpan.FromMilliseconds(100) || PollInterval > TimeSpan.FromMinutes(1)) yield return new ValidationResult("Delivery:PollInterval must be between 0.1 seconds (00:00:00.1) and 1 minute (00:01:00).", [nameof(PollInterval)]);
    }
}
