using System.Collections.Frozen;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Forms;

/// <summary>What she may say to the form itself instead of answering. Only as the whole message: "atrás de la escuela" is an answer.</summary>
internal enum FormWord
{
    None,
    Back,
    Skip,
    DoesNotKnow,
    Later,

    /// <summary>"No", "no tengo": leaves out what may be left out; to a yes-no question it is an answer.</summary>
    Without,
    Cancel,

    /// <summary>A greeting, or "seguir": she comes back to the form.</summary>
    Return,
    Explain,
    Send,
}

internal static class FormVocabulary
{
    private const int LongestCommand = 40;

    private static readonly FrozenDictionary<string, FormWord> Words = Build(
        (FormWord.Back, ["atras", "volver", "volver atras", "regresar", "anterior", "la anterior", "pregunta anterior", "para atras", "patras", "ir atras", "me equivoque", "equivoque", "me equivoque de letra", "me confundi", "me equivoque en la anterior", "esta mal lo anterior"]),
        (FormWord.Skip, ["saltar", "salta", "saltear", "saltarla", "omitir", "omitir pregunta", "saltar pregunta", "siguiente", "pasar", "en blanco", "prefiero no decir", "prefiero no", "prefiero no decirlo"]),
        (FormWord.DoesNotKnow, ["no se", "nose", "no lo se", "no la se", "no sabria", "no sabria decir", "no me acuerdo", "no recuerdo", "no me lo se", "ni idea", "no estoy segura", "no se pues", "nidea", "no se bien"]),
        (FormWord.Later, [
            "despues", "mas despues", "luego", "lueguito", "mas tarde", "al rato", "la doy despues", "lo doy despues", "se la doy despues", "se lo doy despues", "le doy despues",
            "despues se la doy", "despues la doy", "despues le doy", "ahora no", "ahora no puedo", "otro dia", "manana", "no la tengo a mano", "no lo tengo a mano", "no la tengo aqui",
            "no lo tengo aqui", "no la tengo ahora", "no lo tengo ahora", "no la tengo", "no lo tengo", "la mando despues", "lo mando despues", "todavia no", "aun no", "por ahora no"]),
        (FormWord.Without, ["no", "no tengo", "ninguno", "ninguna", "nada", "no quiero", "no deseo", "no quiero darlo", "no quiero darla", "no quiero decir", "no hay", "nop", "no tengo telefono", "no tengo celular", "no tengo numero", "no tengo otro", "no uso telefono"]),
        (FormWord.Cancel, ["cancelar", "cancela", "cancele", "cancelar registro", "cancelar el registro", "quiero cancelar", "cancelalo", "cancelar todo", "dejarlo", "ya no quiero registrarme", "no quiero registrarme"]),
        (FormWord.Return, [
            "hola", "ola", "holi", "holaa", "buenas", "buen dia", "buenos dias", "buenas tardes", "buenas noches", "hola buenas", "hola buenos dias", "hola buenas tardes", "hola buenas noches",
            "seguir", "continuar", "sigamos", "continuemos", "quiero seguir", "quiero continuar", "seguir con el registro", "continuar registro", "continuar con el registro", "registro", "registrarme", "quiero registrarme", "inscribirme", "quiero inscribirme"]),
        (FormWord.Explain, ["ejemplo", "un ejemplo", "deme un ejemplo", "no entiendo", "no entendi", "no le entiendo", "no comprendo", "explique", "expliqueme", "que es eso", "como", "como asi", "que", "que pongo", "no se que poner", "que debo poner", "como hago", "como respondo"]),
        (FormWord.Send, ["enviar", "envia", "envie", "enviar ya", "mandar", "mande", "manda", "envialo", "mandalo", "todo bien", "esta todo bien", "todo correcto", "todo esta bien", "asi esta bien", "todo esta correcto"]));

    internal static FormWord Read(string text) =>
        text.Length <= LongestCommand && Words.TryGetValue(Plain.Of(text), out var word) ? word : FormWord.None;

    private static FrozenDictionary<string, FormWord> Build(params (FormWord Word, string[] Phrases)[] groups) =>
        groups.SelectMany(group => group.Phrases.Select(phrase => (phrase, group.Word)))
            .ToFrozenDictionary(pair => pair.phrase, pair => pair.Word, StringComparer.Ordinal);
}
