namespace CoopAssistant.Admin.Shell;

/// <summary>Sentences after an action. Addresses carry only the word, so nobody can put a text of their own on the page.</summary>
internal static class Notices
{
    private static readonly Dictionary<string, (string Sentence, bool IsGood)> Sentences = new(StringComparer.Ordinal)
    {
        ["movido"] = ("Listo: el registro avanzó.", true),
        ["movido-avisada"] = ("Listo: el registro avanzó y a ella se le avisa por su chat.", true),
        ["respondida"] = ("Mensaje guardado.", true),
        ["tomada"] = ("Usted tiene esta conversación. El asistente guarda silencio.", true),
        ["devuelta"] = ("El asistente vuelve a contestar en esta conversación.", true),
        ["cerrada"] = ("Conversación cerrada. El asistente vuelve a contestar.", true),
        ["asignada"] = ("Cambió quién atiende esta conversación.", true),
        ["cambio"] = ("Alguien más cambió esto hace un momento. Revise cómo está ahora y vuelva a intentarlo.", false),
        ["vacio"] = ("Escriba un mensaje antes de enviar.", false),
        ["largo"] = ("El mensaje es demasiado largo para el chat: use hasta 1.600 caracteres.", false),
        ["baja"] = ("Ella pidió no recibir mensajes. Podrá responderle cuando vuelva a escribir.", false),
        ["sin-chat"] = ("Ella no tiene un chat con el programa. Llámela o escríbale por otro medio.", false),
        ["sesion-cerrada"] = ("Sesión cerrada.", true),
        ["cuenta-cambiada"] = ("Cuenta guardada. El cambio vale desde ahora.", true),
        ["cuenta-desactivada"] = ("Cuenta desactivada: ya no puede entrar y sus sesiones se cerraron.", true),
        ["cuenta-activada"] = ("Cuenta activa otra vez.", true),
        ["cuenta-desbloqueada"] = ("Cuenta desbloqueada.", true),
        ["dos-pasos-quitados"] = ("Se quitó la verificación en dos pasos. La configurará de nuevo al entrar.", true),
        ["ultima-administracion"] = ("Esta es la última cuenta de administración activa: nombre otra antes de quitarla.", false),
        ["cuenta-propia"] = ("No puede hacer esto con su propia cuenta. Pídalo a otra persona de administración.", false),
        ["fuera-de-territorio"] = ("Esa cuenta o ese lugar no están en su territorio.", false),
        ["reintento"] = ("Se intentará enviar otra vez.", true),
        ["guardado"] = ("Guardado.", true),
        ["sin-cambios"] = ("No había nada que guardar.", true),
        ["publicada"] = ("Publicada. Quien empiece la lección desde ahora recibe este texto.", true),
        ["nada-que-publicar"] = ("No hay nada nuevo que publicar.", true),
        ["detenida"] = ("Su borrador está guardado, pero no se publicó: falta arreglar lo que aparece en «Antes de publicar».", false),
        ["avisada"] = ("Su borrador está guardado, pero no se publicó: lea los avisos y marque que quiere publicar así.", false),
        ["borrador-viejo"] = ("Su borrador está guardado, pero no se publicó: después de empezarlo se publicó otra versión.", false),
        ["descartado"] = ("Borrador descartado. Su texto queda en el historial.", true),
        ["recuperado"] = ("El texto volvió al borrador.", true),
        ["vuelta"] = ("Listo: el texto anterior está publicado otra vez, como versión nueva.", true),
        ["sigue"] = ("Listo: su borrador sigue desde lo publicado ahora.", true),
        ["variante"] = ("Ahora este país tiene su propio texto, en borrador.", true),
        ["orden-guardado"] = ("Cambio guardado. Las mujeres lo verán cuando publique el orden.", true),
        ["orden-publicado"] = ("El orden está publicado.", true),
        ["orden-descartado"] = ("El orden volvió a ser el publicado.", true),
        ["vacio-titulo"] = ("Escriba el título y, si es un módulo, de qué trata.", false),
        ["sin-reintento"] = ("Ese envío ya no está en espera de reintento.", false),
    };

    public static (string? Sentence, bool IsGood) Find(string? word) =>
        word is not null && Sentences.TryGetValue(word, out var found) ? found : (null, false);
}
