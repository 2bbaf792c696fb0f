namespace CoopAssistant.Bot.Understanding;

/// <summary>What she may say where it was asked; not listened for anywhere else.</summary>
internal enum Said
{
    // To a meeting she would come, but needs …
    Childcare,
    Transport,
    OtherLanguage,

    // With her data she wants to …
    SeeData,
    CorrectData,
    DeleteData,
    Statistics,

    /// <summary>All she said: she does not want what she is asked about, or not now.</summary>
    NotNow,

    /// <summary>Her folio or secret.</summary>
    Forgotten,
}
