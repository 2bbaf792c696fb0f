namespace CoopAssistant.Programme.Registrations;

/// <summary>How a woman came to register. Stored as these words; further ones may come, so an unknown one is shown as it is.</summary>
public static class RegistrationSource
{
    public const string WhatsApp = "whatsapp";
    public const string Web = "web";

    /// <summary>The chat in a terminal: trials.</summary>
    public const string Terminal = "terminal";

    /// <summary>Brought in from a list on paper.</summary>
    public const string Paper = "papel";

    /// <summary>She came by a poster: <c>afiche:PA-K7Q4</c>.</summary>
    public const string PosterPrefix = "afiche:";
}
