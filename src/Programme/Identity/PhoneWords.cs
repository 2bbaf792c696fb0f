namespace CoopAssistant.Programme.Identity;

/// <summary>Ways to say "the number I write from".</summary>
internal static class PhoneWords
{
    private static readonly string[] This = ["este", "esta", "mismo", "misma", "aqui", "si", "whatsapp", "wasap", "guasap"];
    private static readonly string[] Around = ["a", "al", "es", "el", "la", "por", "pues", "no", "mas", "nomas", "numero", "telefono", "celular", "celu", "cel", "linea", "mi", "de", "desde", "donde", "escribo", "le", "que"];

    internal static bool MeansThisOne(string text)
    {
        var words = Plain.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 10
            && words.Any(word => This.Contains(word, StringComparer.Ordinal))
            && words.All(word => This.Contains(word, StringComparer.Ordinal) || Around.Contains(word, StringComparer.Ordinal));
    }
}
