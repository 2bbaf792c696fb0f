using System.Text;

namespace CoopAssistant.Benchmarks.Load;

/// <summary>What a woman writes, message by message, and how each lies in a form.</summary>
internal sealed class Dialogue
{
    /// <summary>Stands for her own identity document: the same one twice would be flagged, and is another piece of work.</summary>
    private const string Document = "{cédula}";

    public Dialogue(params IEnumerable<string> messages)
    {
        Messages = [.. messages];
        _plain = [.. Messages.Select(m => m == Document ? null : Encoding.UTF8.GetBytes(m))];
        _encoded = [.. Messages.Select(m => m == Document ? null : Encoding.ASCII.GetBytes(Uri.EscapeDataString(m)))];
    }

    public string[] Messages { get; }
    private readonly byte[]?[] _plain, _encoded;
    public int Length => Messages.Length;

    /// <summary>What this woman writes at this step.</summary>
    public string Text(Woman woman, int step) => Messages[step] == Document ? woman.Document : Messages[step];

    public ReadOnlySpan<byte> Plain(Woman woman, int step) => _plain[step] ?? Encoding.ASCII.GetBytes(woman.Document);

    /// <summary>As it lies in a form.</summary>
    public ReadOnlySpan<byte> Encoded(Woman woman, int step) => _encoded[step] ?? Encoding.ASCII.GetBytes(woman.Document);

    /// <summary>Greeting, country, three consents, the whole form of Panama, and "sí": 22 messages, four of which carry changes.</summary>
    public static Dialogue Registration { get; } = new(
        "hola", "2", "1", "1", "1", "1", "Ana María", "Pérez Santos", "1988", "Coclé", "Antón", "El Valle, cerca de la escuela", "pan y tambien coso", "1", "12",
        Document, "este", "1", "1", "4826", "4826", "sí");

    /// <summary>The same for a woman who is known and stands at the menu.</summary>
    public static Dialogue RegistrationFromMenu { get; } = new(Registration.Messages[3..]);

    /// <summary>The same on the web, where no number is seen and she writes hers.</summary>
    public static Dialogue WebRegistration { get; } = new(Registration.Messages.Select(m => m == "este" ? "6000 1234" : m));
}
