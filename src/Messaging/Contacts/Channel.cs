namespace CoopAssistant.Messaging.Contacts;

/// <summary>How a woman reaches us. Stored as its number.</summary>
public enum Channel : byte
{
    WhatsApp = 1,
    Web = 2,
    Terminal = 3,
}
