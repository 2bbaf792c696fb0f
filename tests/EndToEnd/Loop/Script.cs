namespace CoopAssistant.EndToEnd.Loop;

/// <summary>What the women of these tests write: a whole registration in Panama, then questions that get the same answer each time.</summary>
internal static class Script
{
    public static IReadOnlyList<string> Registration { get; } =
    [
        "hola", "2", "1", "1", "1", "1", "ana maría", "pérez santos", "1988", "cocle", "anton", "El Valle, cerca de la escuela", "pan", "no", "después", "60001234",
        "1", "1", "4826", "4826", "sí",
    ];

    public static IReadOnlyList<string> Questions { get; } = ["cuanto cobran", "que es cooperativa", "menu", "ayuda"];
}
