using CoopAssistant.Bot.Understanding;

namespace CoopAssistant.Bot.Tests.Understanding;

public sealed class HearingTests
{
    private static readonly Hearing Hearing = AHearing.OfTheContent();

    [Theory]
    [InlineData("menú", nameof(Intent.Menu))]
    [InlineData("MENU", nameof(Intent.Menu))]
    [InlineData("menuuuu", nameof(Intent.Menu))]
    [InlineData("el menú por favor", nameof(Intent.Menu))]
    [InlineData("quiero volver al menu", nameof(Intent.Menu))]
    [InlineData("mneu", nameof(Intent.Menu))]
    [InlineData("ayuda", nameof(Intent.Help))]
    [InlineData("alluda", nameof(Intent.Help))]
    [InlineData("no entiendo", nameof(Intent.Help))]
    [InlineData("q hago", nameof(Intent.Help))]
    [InlineData("atras", nameof(Intent.Back))]
    [InlineData("Atrás", nameof(Intent.Back))]
    [InlineData("me equivoqué", nameof(Intent.Back))]
    [InlineData("persona", nameof(Intent.Person))]
    [InlineData("una persona porfa", nameof(Intent.Person))]
    [InlineData("quiero hablar con alguien", nameof(Intent.Person))]
    [InlineData("kiero ablar con una persona", nameof(Intent.Person))]
    [InlineData("pueden llamarme? quiero que me llamen", nameof(Intent.Person))]
    [InlineData("necesito hablar con la licenciada", nameof(Intent.Person))]
    [InlineData("estado", nameof(Intent.Status))]
    [InlineData("cómo va mi registro?", nameof(Intent.Status))]
    [InlineData("en q va mi tramite", nameof(Intent.Status))]
    [InlineData("quiero saber de mi solicitud", nameof(Intent.Status))]
    [InlineData("ya me aceptaron?", nameof(Intent.Status))]
    [InlineData("reiniciar", nameof(Intent.Restart))]
    [InlineData("empezar de nuevo", nameof(Intent.Restart))]
    [InlineData("quiero empesar de nuebo", nameof(Intent.Restart))]
    [InlineData("baja", nameof(Intent.Stop))]
    [InlineData("vaja", nameof(Intent.Stop))]
    [InlineData("ALTO", nameof(Intent.Stop))]
    [InlineData("stop", nameof(Intent.Stop))]
    [InlineData("no quiero más mensajes", nameof(Intent.Stop))]
    [InlineData("ya no me escriban", nameof(Intent.Stop))]
    [InlineData("dejen de molestarme", nameof(Intent.Stop))]
    [InlineData("alta", nameof(Intent.Start))]
    [InlineData("quiero recibir mensajes", nameof(Intent.Start))]
    [InlineData("salir", nameof(Intent.Exit))]
    [InlineData("chau", nameof(Intent.Goodbye))]
    [InlineData("hasta luego", nameof(Intent.Goodbye))]
    [InlineData("seguir", nameof(Intent.Continue))]
    [InlineData("mis datos", nameof(Intent.MyData))]
    [InlineData("quiero corregir mi nombre", nameof(Intent.MyData))]
    [InlineData("borrar", nameof(Intent.Delete))]
    [InlineData("retiren mis datos", nameof(Intent.Delete))]
    [InlineData("quiero retirar mi registro", nameof(Intent.Withdraw))]
    [InlineData("cancelen mi inscripción", nameof(Intent.Withdraw))]
    [InlineData("ya no quiero participar", nameof(Intent.Withdraw))]
    [InlineData("quiero salirme del programa", nameof(Intent.Withdraw))]
    [InlineData("borren mis datos por favor", nameof(Intent.Delete))]
    [InlineData("quiero que me borren", nameof(Intent.Delete))]
    [InlineData("quiero registrarme", nameof(Intent.Register))]
    [InlineData("kiero inscribirme", nameof(Intent.Register))]
    [InlineData("cómo me inscribo", nameof(Intent.Register))]
    [InlineData("REGISTRO", nameof(Intent.Register))]
    [InlineData("quiero apuntarme al programa", nameof(Intent.Register))]
    [InlineData("oficinas", nameof(Intent.Offices))]
    [InlineData("dónde queda la oficina?", nameof(Intent.Offices))]
    [InlineData("información", nameof(Intent.Information))]
    [InlineData("quiero más información", nameof(Intent.Information))]
    [InlineData("hola", nameof(Intent.Greet))]
    [InlineData("ola buenas tardes", nameof(Intent.Greet))]
    [InlineData("Buenos días señorita", nameof(Intent.Greet))]
    [InlineData("gracias", nameof(Intent.Thanks))]
    [InlineData("dios le pague", nameof(Intent.Thanks))]
    [InlineData("mándeme audio nomás", nameof(Intent.Audio))]
    [InlineData("no hablo bien español", nameof(Intent.Language))]
    [InlineData("preferencias", nameof(Intent.Preferences))]
    public void What_she_wants_is_heard_as_she_says_it(string text, string intent)
    {
        var heard = Hearing.Hear(text);

        Assert.Equal(intent, heard.Intent.ToString());
    }

    [Theory]
    [InlineData("borren mis datos y no me escriban más", nameof(Intent.Delete))]
    [InlineData("no quiero más mensajes, quiero hablar con una persona", nameof(Intent.Stop))]
    [InlineData("quiero hablar con alguien de mi registro", nameof(Intent.Person))]
    [InlineData("hola cómo va mi registro", nameof(Intent.Status))]
    public void Of_several_wishes_the_weightiest_comes_first(string text, string intent)
    {
        var heard = Hearing.Hear(text);

        Assert.Equal(intent, heard.Intent.ToString());
    }

    [Theory]
    [InlineData("El Alto")]
    [InlineData("Villa Salvación")]
    [InlineData("María Elena")]
    [InlineData("Pérez Santos")]
    [InlineData("El Peñón, cerca de la escuela")]
    [InlineData("tejido y costura")]
    [InlineData("8-123-456")]
    [InlineData("cuanto cuesta inscribirse")]
    [InlineData("adonde voy pa hablar con alguien")]
    [InlineData("mi esposo tambien puede?")]
    [InlineData("cuantas personas tenemos q ser")]
    public void Answers_and_questions_are_not_taken_for_commands(string text)
    {
        var heard = Hearing.Hear(text);

        Assert.Equal(Intent.None, heard.Intent);
    }

    [Theory]
    [InlineData("con quién dejo a mis niños", nameof(Said.Childcare))]
    [InlineData("la guagua", nameof(Said.Childcare))]
    [InlineData("no tengo pa el pasaje", nameof(Said.Transport))]
    [InlineData("que me hablen en aimara", nameof(Said.OtherLanguage))]
    [InlineData("ver", nameof(Said.SeeData))]
    [InlineData("correjir mi nombre", nameof(Said.CorrectData))]
    [InlineData("borrenlos", nameof(Said.DeleteData))]
    [InlineData("no me cuenten", nameof(Said.Statistics))]
    [InlineData("me olvidé", nameof(Said.Forgotten))]
    [InlineData("no sé", nameof(Said.Forgotten))]
    public void What_is_asked_is_answered_in_her_own_words(string text, string said)
    {
        Assert.True(Hearing.Hears(Enum.Parse<Said>(said), text));
        Assert.False(Hearing.Hears(Enum.Parse<Said>(said), "el libro de caja"));
    }

    [Theory]
    [InlineData("nesesito", "necesito")]
    [InlineData("yevo", "llevo")]
    [InlineData("kuanto", "cuánto")]
    [InlineData("rekisitos", "requisitos")]
    [InlineData("ganansias", "ganancias")]
    [InlineData("arto", "harto")]
    [InlineData("cooperatiba", "coperativa")]
    [InlineData("jente", "gente")]
    [InlineData("umbierto", "humvierto")]
    public void Words_that_sound_the_same_are_the_same(string heard, string meant)
    {
        Assert.Equal(Hearing.SoundsOf(meant), Hearing.SoundsOf(heard));
    }
}
