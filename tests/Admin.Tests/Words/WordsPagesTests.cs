using System.Net;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Tests.Words;

/// <summary>Texts, answers, offices and emergency lines at the desk, without scripts: every button is a form.</summary>
public sealed class WordsPagesTests : IAsyncLifetime
{
    private const string Title = "/textos/texto/menu.title";

    private AdminHost host = null!;
    private Visitor ana = null!;

    public async Task InitializeAsync()
    {
        host = await AdminHost.Start();
        ana = await host.SignedIn();
    }

    public async Task DisposeAsync()
    {
        ana.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task The_list_is_searched_by_words_part_country_and_state()
    {
        Assert.Contains("¿Qué quiere hacer? Escriba el número.", await ana.Read("/textos?parte=menu"));
        Assert.DoesNotContain("/textos/texto/menu.title\"", await ana.Read("/textos?parte=offices"));
        Assert.Contains("/textos/respuesta/costo\"", await ana.Read("/textos?tipo=respuesta&q=GRATIS"));
        Assert.Contains("/textos/emergencia/lineas?pais=BO", await ana.Read("/textos?tipo=emergencia"));
        Assert.DoesNotContain("/textos/emergencia/lineas?pais=BO", await ana.Read("/textos?tipo=emergencia&pais=PA"));
        Assert.Contains("No hay nada así", await ana.Read("/textos?ver=cambiados"));

        using var saved = await Send(Title, "guardar", ("t1", "¿En qué le ayudo?"));
        Assert.Contains("¿En qué le ayudo?", await ana.Read("/textos?ver=borradores"));
        Assert.Contains("No hay nada así", await ana.Read("/textos?ver=cambiados"));
    }

    [Fact]
    public async Task A_voice_of_estado_is_uploaded_played_taken_away_and_only_where_she_writes_the_texts()
    {
        const string page = "/textos/voces?pais=PA";
        var voice = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "Transcripts", "voz.ogg"));
        Assert.Contains("/textos/voces", await ana.Read("/textos"));
        Assert.Contains("Estamos conociendo su comunidad", await ana.Read(page));

        Assert.Contains("no es OGG con Opus", await Records(ana, page, "no soy un sonido"u8.ToArray()));
        await Records(ana, page, voice);
        var kept = await ana.Read(page);

        Assert.Contains("1 de 16 textos con voz", kept);
        Assert.Contains("Las voces de «estado» están al día", await ana.Read("/"));
        Assert.Contains($"3 segundos, {(voice.Length + 999) / 1000} kB. Ana Castillo", kept);
        var start = kept.IndexOf("/textos/voces/", StringComparison.Ordinal);
        using var played = await ana.Get(kept[start..kept.IndexOf('"', start)]);
        Assert.Equal(voice, await played.Content.ReadAsByteArrayAsync());
        Assert.DoesNotContain("/textos/voces/", await ana.Read("/textos/voces?pais=BO"));
        Assert.DoesNotContain("/textos/voces/", await ana.Read(page + "&idioma=gym"));
        using var bolivian = await host.SignedIn("Luz Mamani", "luz@ejemplo.gob.bo", "BO", StaffRole.ContentEditor);
        Assert.DoesNotContain("Estamos conociendo su comunidad con una entrevista corta", await bolivian.Read(page));
        await Records(ana, page, [], ("hacer", "quitar"));
        Assert.DoesNotContain("/textos/voces/", await ana.Read(page));
        Assert.Equal(1, await host.Seed.Ask<Programme.ProgrammeDb, int>(db => db.ChangeEntries.CountAsync(change => change.Subject == "StatusVoice" && change.Detail == "WithdrawnAt")));
    }

    /// <summary>The answer as read; empty where it leads on.</summary>
    private static async Task<string> Records(Visitor visitor, string page, byte[] file, params (string, string)[] fields)
    {
        using var answer = await visitor.Upload(page, "voz-PA-1.1", "grabacion", file, fields.Length > 0 ? fields : [("hacer", "subir")]);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_text_is_drafted_previewed_published_and_named_in_the_audit()
    {
        using var saved = await Send(Title, "guardar", ("t1", "¿En qué le ayudo?"));
        Assert.Contains("aviso=guardado", saved.Headers.Location!.OriginalString);
        var page = await ana.Read(Title);
        Assert.Contains("Como se lee en WhatsApp", page);
        Assert.Contains("<p class=\"ours\"", page);
        Assert.Contains("¿Qué quiere hacer? Escriba el número.</del>", page);
        Assert.Null(host.Services.GetRequiredService<WordsShelf>().Current);

        using var published = await Send(Title, "publicar", ("t1", "¿En qué le ayudo?"), ("por-que", "más amable"));

        Assert.Contains("aviso=texto-publicado", published.Headers.Location!.OriginalString);
        Assert.Equal("¿En qué le ayudo?", host.Services.GetRequiredService<WordsShelf>().Current!.Words.For("PA")[new("menu.title", [])]);
        var history = await ana.Read(Title + "/historial");
        Assert.Contains("Versión 1 (publicada)", history);
        Assert.Contains("más amable", history);
        var audit = await ana.Read("/auditoria?ver=cambios");
        Assert.Contains("texto publicado", audit);
        Assert.Contains("/textos/texto/menu.title/historial", audit);
    }

    [Fact]
    public async Task A_text_that_lost_a_value_is_kept_and_not_published()
    {
        using var stopped = await Send("/textos/texto/offices.phone", "publicar", ("t1", "Llame."));

        Assert.Contains("aviso=detenida", stopped.Headers.Location!.OriginalString);
        Assert.Contains("Falta {telefono}", await ana.Read("/textos/texto/offices.phone"));
        Assert.Null(host.Services.GetRequiredService<WordsShelf>().Current);
    }

    [Fact]
    public async Task Going_back_publishes_what_came_with_the_program()
    {
        (await Send(Title, "publicar", ("t1", "¿En qué le ayudo?"))).Dispose();

        using var back = await ana.Submit(Title + "/historial", Title + "/volver", ("numero", "0"));

        Assert.EndsWith("aviso=vuelta", back.Headers.Location!.OriginalString);
        Assert.Contains("Como vino con el programa", await ana.Read(Title));
    }

    [Fact]
    public async Task Two_editors_on_one_text_meet_in_a_conflict_that_loses_neither()
    {
        var (action, fields) = await ana.Fill(Title, "texto");
        using var bea = await host.SignedIn("Bea Ríos", "bea@ejemplo.gob.pa");
        using var first = await bea.Submit(Title, "texto", ("hacer", "guardar"), ("t1", "Lo de Bea."));

        using var answer = await ana.Post(action, [.. fields, ("hacer", "guardar"), ("t1", "Lo de Ana.")]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Bea Ríos cambió esto", page);
        Assert.Contains("Lo de Ana.</textarea>", page);
        Assert.Contains("Lo de Bea.</del>", page);
    }

    [Fact]
    public async Task An_office_and_emergency_lines_reach_the_programme()
    {
        using var office = await Send("/textos/oficina/cocle?pais=PA", "publicar", ("nombre", "la oficina de Coclé"), ("pueblo", ""), ("direccion", "Calle 5"), ("telefono", "997-0000"), ("nota", ""), ("revision", ""));
        Assert.Contains("aviso=texto-publicado", office.Headers.Location!.OriginalString);
        using var lines = await Send(
            "/textos/emergencia/lineas?pais=PA", "publicar", ("antes", "Llame ya."), ("despues", "Cuídese."), ("revision", "2028-01-02"),
            ("l1numero", "182"), ("l1nombre", "Línea de la mujer"), ("l1texto", ""), ("l1revision", ""), ("l2numero", ""), ("l2nombre", ""), ("l2texto", ""));
        Assert.Contains("aviso=texto-publicado", lines.Headers.Location!.OriginalString);

        var pack = host.Services.GetRequiredService<ProgrammePacks>().Find("PA")!;
        Assert.Equal("997-0000", pack.Offices.For("PA-2").Phone);
        Assert.Equal("Llame ya.", pack.Emergency.Before);
        Assert.Single(pack.Emergency.Lines);
    }

    [Fact]
    public async Task A_new_question_is_begun_checked_and_answered()
    {
        using var begun = await ana.Submit("/textos/respuesta", "nueva", ("pregunta", "¿Puedo llevar gallos?"));
        var page = begun.Headers.Location!.OriginalString;
        Assert.EndsWith("/textos/respuesta/puedo_llevar_gallos", page);

        using var published = await Send(page, "publicar", ("pregunta", "¿Puedo llevar gallos?"), ("formas", "puedo llevar mi gallo\nestado"), ("respuesta", "En casa."), ("revision", ""));
        Assert.Contains("aviso=avisada", published.Headers.Location!.OriginalString);
        Assert.Contains("«estado» es una palabra que el asistente ya usa", await ana.Read(page));

        using var tried = await ana.Get("/textos/probar?dice=puedo+llevar+mi+gallo&pais=PA&lugar=menu");
        var trial = WebUtility.HtmlDecode(await tried.Content.ReadAsStringAsync());
        Assert.Contains("Con los borradores", trial);
        Assert.Contains("En casa.", trial);
        Assert.Contains("por la forma «puedo llevar mi gallo»", trial);
    }

    [Fact]
    public async Task Who_works_for_one_country_writes_only_what_is_its_own()
    {
        using var bea = await host.SignedIn("Bea Ríos", "bea@ejemplo.gob.pa", "BO", StaffRole.ContentEditor);
        var token = (await bea.Fill("/cuenta", "/salir")).Fields.Single(field => field.Name == "__RequestVerificationToken");

        Assert.Contains("Este texto es de todos los países", await bea.Read(Title));
        using var common = await bea.Post(Title, ("_handler", "texto"), token, ("version", "0"), ("base", "0"), ("hacer", "guardar"), ("t1", "Mío."));
        using var foreign = await bea.Get("/textos/emergencia/lineas?pais=PA");
        using var own = await bea.Post($"{Title}/propio?pais=BO", token);
        using var elsewhere = await bea.Post($"{Title}/propio?pais=PA", token);

        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Contains("aviso=variante", own.Headers.Location!.OriginalString);
        Assert.Contains("aviso=fuera-de-territorio", elsewhere.Headers.Location!.OriginalString);
        var drafts = await host.Seed.Ask<ReadWords, IReadOnlyList<DeskWords>>(read => read.All(CancellationToken.None));
        Assert.Equal([new WordsKey(WordsKind.Text, "menu.title", "BO")], drafts.Where(words => words.IsDraft).Select(words => words.Key));
        Assert.DoesNotContain("lineas?pais=PA", await bea.Read("/textos?tipo=emergencia"));
    }

    [Fact]
    public async Task Who_only_reads_sees_the_words_and_tries_sentences()
    {
        using var eva = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", role: StaffRole.Viewer);

        var list = await eva.Read("/textos?parte=menu");
        Assert.Contains("¿Qué quiere hacer?", list);
        Assert.DoesNotContain("href=\"/textos/texto/", list);
        Assert.Contains("eso va antes que todo", await eva.Read("/textos/probar?dice=mi+marido+me+pega&pais=BO&lugar=registro"));
    }

    private Task<HttpResponseMessage> Send(string page, string act, params (string Name, string Value)[] fields) => ana.Submit(page, "texto", [.. fields, ("hacer", act)]);
}
