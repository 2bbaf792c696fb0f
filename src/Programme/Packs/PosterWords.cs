namespace CoopAssistant.Programme.Packs;

/// <summary>What a poster says (<c>posters.yaml</c>). Texts may use the country's own words.</summary>
/// <param name="Headline">Big, in a few words.</param>
/// <param name="Lead">One sentence below.</param>
/// <param name="Hello">What the link writes before the code, for her to send; the bot hears it as a greeting.</param>
/// <param name="WhatsApp">Above the square that opens WhatsApp.</param>
/// <param name="Web">Above the square that opens the web chat.</param>
/// <param name="HowTo">How to use a square.</param>
/// <param name="OrWrite">Before the number, for who has no camera.</param>
/// <param name="Free">At the foot: it costs nothing, nobody asks for money.</param>
public sealed record PosterWords(string Headline, string Lead, string Hello, string WhatsApp, string Web, string HowTo, string OrWrite, string Free);
