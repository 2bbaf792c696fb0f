namespace CoopAssistant.Browser.WebChat;

/// <summary>A registration in Panama as the program asks for it: what she answers, and words of what is asked next.</summary>
internal static class Registration
{
    public const string Begins = "¿En qué país vive?";
    public const string Pin = "4826";

    /// <summary>What she hears about a registration that nobody has looked at yet.</summary>
    public const string Standing = "Registro recibido";
    public const string Folio = @"PA-\d{4}-\d{4}";

    /// <summary>Up to the question in whose middle a signal may be lost.</summary>
    public static IReadOnlyList<(string Answer, string Next)> FirstHalf { get; } =
    [
        ("Panamá", "¿Está de acuerdo en que guardemos sus datos"), ("1", "¿Qué quiere hacer?"), ("1", "¿Podemos escribirle por este chat"), ("1", "estadísticas"),
        ("2", "¿Cómo se llama?"), ("Ana María", "¿Y sus apellidos?"), ("Pérez Santos", "¿En qué año nació?"), ("1988", "¿En qué provincia"), ("Coclé", "¿En qué distrito?"),
        ("Antón", "¿Cómo se llama su comunidad"), ("El Valle, cerca de la escuela", "¿En qué trabaja"),
    ];

    public static (string Answer, string Next) WithoutSignal => ("pan y también coso", "¿Ya tiene un grupo");

    public static IReadOnlyList<(string Answer, string Next)> Middle { get; } = [("1", "¿Cuántas son"), ("12", "su número de cédula")];

    public static (string Answer, string Next) WhileTheServerIsDown => ("8 123 456", "¿A qué número la podemos llamar?");

    public static IReadOnlyList<(string Answer, string Next)> SecondHalf { get; } =
    [
        ("6123 4567", "¿Qué idioma habla mejor?"), ("1", "¿Qué le resulta más fácil?"), ("1", "Elija una clave"), (Pin, "otra vez la misma clave"),
        (Pin, "¿Está todo bien?"), ("sí", "Registrarse es gratis"),
    ];

    public static IReadOnlyList<(string Answer, string Next)> Status { get; } = [("estado", "escriba su clave"), (Pin, Standing)];

    public static IEnumerable<(string Answer, string Next)> Whole => [.. FirstHalf, WithoutSignal, .. Middle, WhileTheServerIsDown, .. SecondHalf];
}
