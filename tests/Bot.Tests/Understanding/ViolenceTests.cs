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
    public void A_hint_of_violence_is_heard(string text)
    {
        var heard = Hearing.Hear(text);

        Assert.Equal(Intent.Violence, heard.Intent);
    }

    [Theory]
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
