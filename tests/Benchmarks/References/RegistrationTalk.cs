using System.Buffers;
using System.Text.Json;

namespace CoopAssistant.Benchmarks.References;

/// <summary>Where a woman is in the references' registration: the same answers and the same last message ids as the program keeps.</summary>
/// <param name="Step">Messages she has sent.</param>
/// <param name="Answers">One for each message.</param>
/// <param name="Seen">Her last sixteen message ids.</param>
internal sealed record Place(long Version, int Step, string[] Answers, string[] Seen)
{
    public static Place New { get; } = new(0, 0, [], []);
}

/// <summary>The registration as a bare state machine: takes an answer, knows the next question, and reads and writes its state as JSON.</summary>
internal static class RegistrationTalk
{
    private const int Kept = 16;

    private static readonly string[] Replies =
    [
        "¿En qué país vive? Responda con el número.", "¿Está de acuerdo en que guardemos sus datos para su registro?", "¿Qué quiere hacer? Escriba el número.",
        "¿Podemos escribirle por este chat sobre su registro y las actividades?", "¿Podemos contar su registro en las estadísticas, sin su nombre?",
        "Vamos a registrarla. Son unas 12 preguntas cortas. Si se va la señal no se pierde nada, sigue otro día.\n\n¿Cómo se llama? Escriba solo sus nombres.",
        "¿Y sus apellidos?", "¿En qué año nació? También puede escribir su edad.", "¿En qué provincia o comarca vive?", "¿En qué distrito? Si no sabe, escriba NO SÉ.",
        "¿Cómo se llama su comunidad o barrio? Puede agregar algo que ayude a encontrarla.",
        "¿En qué trabaja o le gustaría trabajar? Elija hasta 3, primero la principal.\n\n1. Agricultura y huerto\n2. Cría de animales\n3. Pesca y cría de peces\n4. Pan, dulces y conservas\n5. Comida y fonda\n6. Artesanía\n7. Tejido e hilado",
        "¿Ya tiene un grupo de mujeres o una asociación?\nSi no tiene grupo, igual puede registrarse.", "¿Cuántas son en su grupo, más o menos?",
        "¿Me da su número de cédula? Si ahora no puede, escriba DESPUÉS. No necesita foto.", "¿A qué número la podemos llamar? Si es este mismo, escriba ESTE.",
        "¿Qué idioma habla mejor? Lo que ya esté en su idioma se lo damos así. Lo demás va en español.", "¿Qué le resulta más fácil?",
        "Elija una clave de 4 números que pueda recordar. Con ella preguntará por su registro desde cualquier teléfono.", "Escriba otra vez la misma clave, para estar seguras.",
        "Revise, por favor. ¿Está todo bien? Escriba SÍ para enviar.", "¡Listo, Ana! Recibimos su registro. Aún no es una aprobación.",
    ];

    [ThreadStatic] private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _json;

    public static (Place Place, string Reply) Take(Place before, string id, string text)
    {
        var step = before.Step % Replies.Length;
        string[] answers = step == 0 ? [text] : [.. before.Answers, text];
        string[] seen = [.. before.Seen.AsSpan(Math.Max(0, before.Seen.Length + 1 - Kept)), id];
        return (new Place(before.Version + 1, before.Step + 1, answers, seen), Replies[step]);
    }

    public static byte[] Write(Place place)
    {
        var (buffer, json) = _json ??= New();
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteNumber("step", place.Step);
        json.WriteStartArray("answers");
        foreach (var answer in place.Answers) json.WriteStringValue(answer);
        json.WriteEndArray();
        json.WriteStartArray("seen");
        foreach (var id in place.Seen) json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static Place Read(long version, ReadOnlySpan<byte> state)
    {
        var json = new Utf8JsonReader(state);
        var (step, answers, seen, into) = (0, new List<string>(24), new List<string>(Kept), default(List<string>));
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName) into = json.ValueTextEquals("answers"u8) ? answers : json.ValueTextEquals("seen"u8) ? seen : null;
            else if (json.TokenType == JsonTokenType.Number) step = json.GetInt32();
            else if (json.TokenType == JsonTokenType.String) into?.Add(json.GetString()!);
        }
        return new Place(version, step, [.. answers], [.. seen]);
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) New()
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        return (buffer, new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }));
    }
}
