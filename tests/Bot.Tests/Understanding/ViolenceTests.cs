using CoopAssistant.Bot.Understanding;

namespace CoopAssistant.Bot.Tests.Understanding;

public sealed class ViolenceTests
{
    private static readonly Hearing Hearing = AHearing.OfTheContent();

    [Theory]
    [InlineData("mi marido me pega")]
    [InlineData("mi esposo me pego anoche")]
    [InlineData("me golpea mi pareja")]
    [InlineData("megolpea")]
    [InlineData("m pega")]
    [InlineData("Me Pégan en la casa!!")]
    [InlineData("mi marido le pega a mis hijos")]
    [InlineData("le pega a mi hija")]
    [InlineData("sufro biolensia")]
    [InlineData("bioléncia en mi casa")]
    [InlineData("soy víctima de violencia")]
    [InlineData("mi papá me maltrata")]
    [InlineData("me tiene amenasada")]
    [InlineData("me amenazó con un machete")]
    [InlineData("me va a matar")]
    [InlineData("dice que me quiere matar")]
    [InlineData("me da con la correa")]
    [InlineData("me dio rejo")]
    [InlineData("me chicotea")]
    [InlineData("me dio una paliza")]
    [InlineData("me sacó la mugre")]
    [InlineData("me cayó a golpes")]
    [InlineData("me jala del pelo")]
    [InlineData("me dejó morada")]
    [InlineData("tengo un ojo morado")]
    [InlineData("me violó mi tío")]
    [InlineData("mi tío me toca")]
    [InlineData("abusaron de mi hija")]
    [InlineData("mi jefe me acosa")]
    [InlineData("me manosea")]
    [InlineData("me obliga a acostarme con él")]
    [InlineData("me grita todo el día")]
    [InlineData("me insulta y me humilla")]
    [InlineData("mi marido no me deja salir")]
    [InlineData("no me deja trabajar mi esposo")]
    [InlineData("me encierra en el cuarto")]
    [InlineData("me quitó el celular mi pareja")]
    [InlineData("le tengo miedo a mi marido")]
    [InlineData("tengo miedo de mi ex")]
    [InlineData("tengo miedo")]
    [InlineData("vivo con miedo")]
    [InlineData("quiero denunciar a mi marido")]
    [InlineData("auxilio")]
    [InlineData("AUXILIOOO")]
    [InlineData("socorro")]
    [InlineData("ya no quiero vivir")]
    [InlineData("me quiero morir")]
    [InlineData("golpean a mi vecina")]
    [InlineData("a mi vecina la golpean")]
    [InlineData("a mi hermana la pega su marido")]
    [InlineData("mi esposo llega borracho y rompe todo")]
    [InlineData("hola quiero registrarme pero mi marido me pega")]
    [InlineData("mi marido me pega un grito y después me pega a mí")]
    [InlineData("número de emergencia")]
    [InlineData("dónde queda el slim")]
    [InlineData("mi pareja me cela y me revisa el celular")]
    [InlineData("me está pegando")]
    [InlineData("quiso matarme")]
    [InlineData("me siento en peligro, estoy en peligro")]
    [InlineData("golpes")]
    [InlineData("mi marido me levanta la mano")]
    [InlineData("mi esposo insulta y grita")]
    public void A_hint_of_violence_is_heard(string text)
    {
        var heard = Hearing.Hear(text);

        Assert.Equal(Intent.Violence, heard.Intent);
    }

    /// <summary>Every word with each of its letters left out, doubled, or changed with the next.</summary>
    [Theory]
    [InlineData("sufro", "violencia", "")]
    [InlineData("hay", "maltrato", "en mi casa")]
    [InlineData("mi marido me", "maltrata", "")]
    [InlineData("mi jefe me", "amenaza", "")]
    [InlineData("me", "amenazo", "con un machete")]
    [InlineData("mi pareja me", "golpea", "mucho")]
    [InlineData("me", "golpeo", "anoche")]
    [InlineData("mi esposo me", "insulta", "")]
    [InlineData("me", "violaron", "")]
    [InlineData("me", "pega", "")]
    [InlineData("mi esposo me", "pega", "")]
    [InlineData("mi suegra me", "insultaba", "")]
    public void A_mistake_in_the_word_that_says_it_is_heard_through(string before, string word, string after)
    {
        foreach (var mistaken in Mistaken(word).Where(mistaken => mistaken != "volaron")) // of what was stolen or blew away
        {
            var heard = Hearing.Hear($"{before} {mistaken} {after}");

            Assert.True(heard.Intent == Intent.Violence, $"{before} {mistaken} {after}");
        }
    }

    private static IEnumerable<string> Mistaken(string word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            yield return word.Remove(at, 1);
            yield return word.Insert(at, word[at].ToString());
            if (at + 1 < word.Length) yield return word.Remove(at, 2).Insert(at, $"{word[at + 1]}{word[at]}");
        }
    }

    [Theory]
    [InlineData("Quiero contarles de mi grupo.")]
    [InlineData("Ana")]
    public void It_is_heard_at_the_end_of_a_long_message_too(string beginning)
    {
        var text = string.Concat(Enumerable.Repeat(beginning + " ", 1_500 / (beginning.Length + 1))) + "Mi marido me pega todas las noches.";

        Assert.Equal(Intent.Violence, Hearing.Hear(text).Intent);
        Assert.Equal(Intent.Violence, Hearing.Hear(text, mayBeAName: true).Intent);
    }

    [Theory]
    [InlineData("¿cuánto me paga el programa?")]
    [InlineData("no me llega el mensaje")]
    [InlineData("me volaron el celular")]
    [InlineData("volaron las gallinas")]
    [InlineData("Valencia")]
    [InlineData("fueron los golpistas")]
    [InlineData("me consulta mi comadre")]
    [InlineData("me resulta difícil")]
    [InlineData("me gusta la idea")]
    [InlineData("me agrada mucho")]
    [InlineData("empiezo cuando amanece")]
    [InlineData("fue una charla amena")]
    [InlineData("firmamos un contrato")]
    [InlineData("nos ayuda la agricultura")]
    [InlineData("me vuela el techo con el viento")]
    [InlineData("mi mamá me pega un grito de gusto")]
    [InlineData("me pega el sol en la chacra")]
    [InlineData("no me pega la señal")]
    [InlineData("aquí no pega internet")]
    [InlineData("pego botones y etiquetas")]
    [InlineData("vendo pegamento")]
    [InlineData("mato pollos para vender")]
    [InlineData("me mata el calor")]
    [InlineData("me mata la espalda de tanto coser")]
    [InlineData("fue un golpe de suerte")]
    [InlineData("de golpe se fue la luz")]
    [InlineData("la pandemia nos golpeó mucho")]
    [InlineData("me acostumbré a vender")]
    [InlineData("me toca ir al mercado")]
    [InlineData("nos peleamos en el grupo")]
    [InlineData("me da miedo dar mis datos")]
    [InlineData("tengo miedo a las estafas")]
    [InlineData("Violeta Pérez")]
    [InlineData("soy Viola Mamani")]
    [InlineData("me quitan el bono?")]
    [InlineData("mi esposo también puede?")]
    [InlineData("biología y plantas")]
    [InlineData("cría de gallinas y matanza de cerdos")]
    [InlineData("me obligan a pagar?")]
    [InlineData("El Alto")]
    [InlineData("mi vecina también quiere")]
    [InlineData("cuidado de niños y mayores")]
    [InlineData("hacemos correas y carteras de cuero")]
    [InlineData("me da una mano mi hermana")]
    [InlineData("quiero hablar con una persona")]
    [InlineData("12")]
    [InlineData("")]
    [InlineData("🙂🙂")]
    public void Everyday_words_are_not_taken_for_it(string text)
    {
        var heard = Hearing.Hear(text);

        Assert.NotEqual(Intent.Violence, heard.Intent);
    }

    [Theory]
    [InlineData("Socorro")]
    [InlineData("María del Socorro")]
    [InlineData("Alto")]
    [InlineData("Violeta")]
    [InlineData("Dolores")]
    public void A_name_stays_a_name_where_a_name_is_asked(string name)
    {
        var heard = Hearing.Hear(name, mayBeAName: true);

        Assert.Equal(Intent.None, heard.Intent);
    }
}
