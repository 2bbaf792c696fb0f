using System.Text;

namespace CoopAssistant.Bot.Tests.Dialogs;

/// <summary>What hurried thumbs, children and hostile hands send: the same for the same seed.</summary>
internal sealed class Babble(int seed)
{
    private static readonly string[] Pieces =
    [
        "hola", "no sé", "sí", "no", "1", "2", "3", "7", "99", "0", "-1", "½", "2️⃣", "menú", "atras", "ayuda", "más", "saltar", "después", "cancelar", "registro", "estado", "mis datos",
        "borrar", "reiniciar", "baja", "alta", "salir", "gracias", "adiós", "oficinas", "quiero", "mi", "señora", "cédula", "8-123-456", "PA-1234-5678", "bo12345678", "4826", "1988", "37 años",
        "Coclé", "El Alto", "Socorro", "cooperativa", "cuánto cuesta?", "🌻", "👍", "😂😂😂", "'; DROP TABLE x;--", "<b>", "{nombre}", "{0}", "%s", "\\", "\"", "go:menu", "say:yes", "faq:costo",
        "page:more", "violence:call", "=", "...", "¿?", "\n", "\t", "\u0000", "\u200b", "\ud83d", "\u202e", "ñandú", "ÁÉÍ", "你好", "مرحبا", "aaaaaaaaaaaaaaaaaaaa", "http://x.y/z?a=b&c=d", "+507 6123 4567",
    ];

    private readonly Random _chance = new(seed);

    public string Next() => _chance.Next(12) switch
    {
        0 => "",
        1 => new string((char)_chance.Next(32, 0x2FFF), _chance.Next(1, 1600)),
        2 => Noise(_chance.Next(1, 60)),
        < 8 => Pieces[_chance.Next(Pieces.Length)],
        _ => string.Join(' ', Enumerable.Range(0, _chance.Next(2, 9)).Select(_ => Pieces[_chance.Next(Pieces.Length)])),
    };

    private string Noise(int length)
    {
        var noise = new StringBuilder();
        for (var at = 0; at < length; at++) noise.Append((char)_chance.Next(1, 0xFFFF));
        return noise.ToString();
    }
}
