using System.IO.Compression;
using System.Net;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Tests.Authoring;

/// <summary>Writing a course without scripts: every button is a form.</summary>
public sealed class AuthoringPagesTests : IAsyncLifetime
{
    private const string Course = "/cursos/gestion-cooperativa";
    private const string Lesson = Course + "/lecciones/5.1";

    private AdminHost host = null!;
    private Visitor ana = null!;

    public async Task InitializeAsync()
    {
        host = await AdminHost.Start(courses: Path.Combine(Repository.Root, "content"));
        ana = await host.SignedIn();
    }

    public async Task DisposeAsync()
    {
        ana.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task The_tree_shows_every_module_and_moves_a_lesson_for_those_who_publish_the_order()
    {
        var tree = await ana.Read(Course);
        Assert.Contains("Cuentas claras", tree);
        Assert.Contains("5.1 · ", tree);

        using var moved = await ana.Post($"{Course}/orden", [.. await Fields(Course, $"{Course}/orden"), ("hacer", "bajar-leccion 5.1"), ("version", "0")]);

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.EndsWith("aviso=orden-guardado#bajar-5.1", moved.Headers.Location!.OriginalString);
        Assert.Equal("5.1", Shelf.Find("gestion-cooperativa")!.Modules[4].Lessons[0].Id);
        using var published = await ana.Post($"{Course}/orden", [.. await Fields(Course, $"{Course}/orden"), ("hacer", "publicar"), ("version", "1")]);
        Assert.Contains("orden-publicado", published.Headers.Location!.OriginalString);
        Assert.Equal("5.2", Shelf.Find("gestion-cooperativa")!.Modules[4].Lessons[0].Id);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("BO-L", false)]
    public async Task Who_works_for_one_country_writes_only_its_own_texts_and_who_works_for_a_part_reads(string? region, bool writes)
    {
        using var bea = await host.SignedIn("Bea Ríos", "bea@ejemplo.gob.bo", "BO", Data.Staff.StaffRole.ContentEditor, region: region);
        const string own = $"{Course}/lecciones/1.4?pais=BO";

        foreach (var foreign in new[] { Lesson, Lesson + "?pais=BO", $"{Course}/lecciones/1.4?pais=PA" }) // the second has no text of its own: what is shown is everybody's
        {
            using var refused = await bea.Submit(foreign, "leccion", ("hacer", "guardar"), ("titulo", "Mía"), ("m1", "De Bea."));
            Assert.Contains("aviso=leccion-de-todos", refused.Headers.Location!.OriginalString);
        }
        using var order = await bea.Post($"{Course}/orden", [.. (await bea.Fill(Course, $"{Course}/orden")).Fields, ("hacer", "bajar-leccion 5.1"), ("version", "0")]);
        using var kept = await bea.Submit(own, "leccion", ("hacer", "guardar"), ("titulo", "En Bolivia"), ("m1", "De Bea."));

        Assert.Contains("aviso=leccion-de-todos", order.Headers.Location!.OriginalString);
        Assert.Contains(writes ? "aviso=guardado" : "aviso=leccion-de-todos", kept.Headers.Location!.OriginalString);
        var lessons = await host.Seed.Ask<ReadDesk, CourseDesk?>(read => read.Handle("gestion-cooperativa", "1.4", CancellationToken.None));
        Assert.Equal(writes ? ["BO"] : [], lessons!.Texts.Where(text => text.IsDraft).Select(text => text.Key.Country));
        Assert.DoesNotContain("Borrador", await ana.Read(Lesson));
        Assert.Contains("El curso es de todos los países", await bea.Read(Lesson));
    }

    [Fact]
    public async Task An_order_changed_by_somebody_else_is_a_conflict()
    {
        using var first = await ana.Post($"{Course}/orden", [.. await Fields(Course, $"{Course}/orden"), ("hacer", "bajar-leccion 5.1"), ("version", "0")]);

        using var late = await ana.Post($"{Course}/orden", [.. await Fields(Course, $"{Course}/orden"), ("hacer", "bajar-leccion 5.2"), ("version", "0")]);

        Assert.Contains("aviso=cambio", late.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_lesson_is_written_kept_and_published()
    {
        using var kept = await Send(await Editor(), "guardar", ("m1", "Hoy anotamos la plata del grupo."));
        Assert.Contains("aviso=guardado", kept.Headers.Location!.OriginalString);
        Assert.Contains("Borrador", await ana.Read(Lesson));
        Assert.NotEqual("Hoy anotamos la plata del grupo.", Published.Messages[0].Text);

        using var published = await Send(await Editor(), "publicar");

        Assert.Contains("aviso=publicada", published.Headers.Location!.OriginalString);
        Assert.Equal("Hoy anotamos la plata del grupo.", Published.Messages[0].Text);
    }

    [Fact]
    public async Task A_button_of_the_editor_keeps_what_was_typed_and_leads_to_the_new_part()
    {
        using var added = await Send(await Editor(), "agregar-respuesta 1", ("m1", "Escrito antes de agregar."));

        Assert.EndsWith("#pregunta-1-respuesta-4", added.Headers.Location!.OriginalString);
        var page = await ana.Read(Lesson);
        Assert.Contains("Escrito antes de agregar.", page);
        Assert.Contains("name=\"p1r4\"", page);
        Assert.Contains("Falta la explicación", page);
    }

    [Fact]
    public async Task Two_editors_on_one_draft_meet_in_a_conflict_that_loses_neither_text()
    {
        var anas = await Editor();
        using var bea = await host.SignedIn("Bea Ríos", "bea@ejemplo.gob.pa");
        var beas = await Editor(bea);
        using var first = await Send(beas, "guardar", bea, ("m1", "Lo que escribió Bea."));

        using var answer = await Send(anas, "guardar", ("m1", "Lo que escribió Ana."));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Bea Ríos cambió esta lección", page);
        Assert.Contains("Lo que escribió Ana.</textarea>", page);
        Assert.Contains("Lo que escribió Bea.</del>", page);
        Assert.Contains("Lo que escribió Bea.", await ana.Read(Lesson));
    }

    [Theory]
    [InlineData("Hola.\nVea <script>alert(1)</script> esto.", "Mensaje 1, línea 2", "No se acepta HTML")]
    [InlineData("Hola.\n\nMire https://estafa.example hoy.", "Mensaje 1, línea 3", "Las lecciones no llevan enlaces")]
    public async Task Hostile_Markdown_is_refused_with_the_line_named_and_reaches_nobody(string text, string where, string what)
    {
        using var refused = await Send(await Editor(), "publicar", ("m1", text));

        Assert.Contains("aviso=detenida", refused.Headers.Location!.OriginalString);
        var page = await ana.Read(Lesson);
        Assert.Contains($">{where}</a>: {what}", page);
        Assert.Contains($"{Lesson}#mensaje-1\"", page);
        Assert.DoesNotContain("<script>alert", await RawPage());
        Assert.NotEqual(text, Published.Messages[0].Text);
    }

    [Fact]
    public async Task A_lesson_can_be_taken_on_the_phone_of_the_preview_with_what_is_saved()
    {
        using var kept = await Send(await Editor(), "probar", ("m1", "Esto es solo un borrador."));
        var page = await ana.Read(kept.Headers.Location!.OriginalString);
        Assert.Contains("Esto es solo un borrador.", page);

        for (var step = 0; step < Published.Messages.Count; step++) page = await ana.Read(LinkOf(page, "Siguiente"));
        var question = Published.Questions[0];
        Assert.Contains(question.Text, page);
        page = await ana.Read($"{Lesson}/probar?lugar={Uri.EscapeDataString("q0,1,2|")}&dice=creo que la {question.RightChoice + 1}");

        Assert.Contains(question.Choices[question.RightChoice].Feedback, page);
        Assert.Contains(Published.Questions[1].Text, page);
    }

    [Fact]
    public async Task A_country_gets_its_own_text_and_both_stand_side_by_side()
    {
        using var made = await ana.Submit(Lesson, $"{Lesson}/variante", ("pais", "BO"));

        var page = await ana.Read(made.Headers.Location!.OriginalString);

        Assert.Contains(">Bolivia (borrador)</a>", page);
        Assert.Contains(">Todos los países</h2>", page);
        Assert.Contains("Escribir este texto", page);
    }

    [Fact]
    public async Task The_history_goes_back_to_what_was_published_before()
    {
        var before = Published.Messages[0].Text;
        using var published = await Send(await Editor(), "publicar", ("m1", "Un texto nuevo."));
        Assert.Contains("aviso=publicada", published.Headers.Location!.OriginalString);

        var history = await ana.Read(Lesson + "/historial");
        Assert.Contains("Ana Castillo", history);
        Assert.Contains("Un texto nuevo.</ins>", history);
        var id = await host.Seed.Ask<CoopAssistant.Courses.CoursesDb, long>(db => Task.FromResult(db.LessonVersions.Single(v => v.LessonId == "5.1" && v.Number == 1).Id));
        using var back = await ana.Submit(Lesson + "/historial", $"{Lesson}/volver", ("id", $"{id}"));

        Assert.Contains("aviso=vuelta", back.Headers.Location!.OriginalString);
        Assert.Equal(before, Published.Messages[0].Text);
    }

    [Fact]
    public async Task A_pack_is_taken_along_and_brought_back_unchanged()
    {
        using var answer = await ana.Get("/cursos/paquete.zip");
        var zip = await answer.Content.ReadAsByteArrayAsync();
        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Equal(60, archive.Entries.Count);

        Assert.Contains("es igual a lo publicado", await Upload("/cursos/paquete", "traer", "paquete", zip));
        Assert.Contains("courses/", await Upload("/cursos/paquete", "traer", "paquete", "no soy un zip"u8.ToArray()));
    }

    [Fact]
    public async Task A_voice_is_uploaded_played_replaced_and_taken_away_and_what_is_missing_is_listed()
    {
        const string page = Lesson + "/voces";
        var voice = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "Transcripts", "voz.ogg"));
        Assert.Contains("Falta la voz", await ana.Read(page));

        Assert.Contains("no es OGG con Opus", await Upload(page, "voz-0", "grabacion", "no soy un sonido"u8.ToArray(), ("hacer", "subir")));
        await Upload(page, "voz-0", "grabacion", voice, ("hacer", "subir"));
        var kept = await ana.Read(page);

        var address = LinkIn(kept, "src=\"/cursos/voces/");
        using var played = await ana.Get(address);
        Assert.Equal(voice, await played.Content.ReadAsByteArrayAsync());
        Assert.Equal("audio/ogg", played.Content.Headers.ContentType!.MediaType);
        Assert.Contains($"{(voice.Length + 999) / 1000} kB. Ana Castillo", kept);
        Assert.DoesNotContain("lecciones/5.1/voces#parte-0", await ana.Read($"{Course}/revision"));
        await Upload(page, "voz-0", "grabacion", [], ("hacer", "quitar"));
        Assert.DoesNotContain("/cursos/voces/", await ana.Read(page));
        Assert.Contains("lecciones/5.1/voces#parte-0", await ana.Read($"{Course}/revision"));
    }

    private static string LinkIn(string page, string before)
    {
        var start = page.IndexOf(before, StringComparison.Ordinal) + "src=\"".Length;
        return page[start..page.IndexOf('"', start)];
    }

    [Fact]
    public async Task A_language_is_handed_out_taken_back_and_never_published_without_a_name()
    {
        using var answer = await ana.Get($"{Course}/idiomas/quh.po");
        var po = await answer.Content.ReadAsStringAsync();
        var translated = string.Join('\n', po.Split('\n').Select((line, at) => line == "msgstr \"\"" && at > 5 ? "msgstr \"Runasimi\"" : line));

        var page = await Upload($"{Course}/idiomas", "devolver-quh", "archivo", System.Text.Encoding.UTF8.GetBytes(translated), ("idioma", "quh"));

        Assert.Contains("Se tomaron", page);
        Assert.Contains("traducido: 40 lecciones completas de 41", page);
        Assert.Contains("(7.3/m4): falta {lineas_emergencia}", page);
        using var nameless = await ana.Submit($"{Course}/idiomas", "publicar-quh", ("revisora", " "), ("hacer", "publicar"));
        Assert.Contains("Sin ese nombre no se publica", WebUtility.HtmlDecode(await nameless.Content.ReadAsStringAsync()));
        Assert.Null(Shelf.Find("gestion-cooperativa", "quh"));
        using var missing = await ana.Get($"{Course}/idiomas/xx.po");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_translation_is_typed_beside_the_Spanish_and_the_page_says_how_complete_each_lesson_is()
    {
        const string page = Course + "/idiomas/quh/5.1";
        Assert.Contains($"href=\"{Course}/idiomas/quh\"", await ana.Read($"{Course}/idiomas"));
        var (_, fields) = await ana.Fill(page, "traducir");
        var count = fields.Count(field => field.Name.StartsWith('c'));

        using var half = await ana.Post(page, [.. fields, .. Enumerable.Range(0, count).Select(at => ($"t{at}", at == 0 ? "Qullqi p'anqa" : at == 1 ? "<script>x</script>" : ""))]);
        var refused = WebUtility.HtmlDecode(await half.Content.ReadAsStringAsync());
        var language = await ana.Read($"{Course}/idiomas/quh");

        Assert.Contains("mensaje 1</a>: ", refused);
        Assert.Contains("<script>x</script></textarea>", refused); // typed, not lost
        Assert.Contains("value=\"Qullqi p'anqa\"", refused);
        Assert.Contains("A medias", language);
        Assert.Contains($"1 de {count}", language);
        using var published = await ana.Submit(page, "traducir", [.. Enumerable.Range(0, count).Select(at => ($"t{at}", at == 0 ? "Qullqi p'anqa" : at == 1 ? "Qillqay" : ""))]);
        Assert.EndsWith("/idiomas/quh/5.1?aviso=guardado", published.Headers.Location!.OriginalString);
        Assert.Contains($"2 de {count}", await ana.Read($"{Course}/idiomas/quh"));
        Assert.Null(Shelf.Find("gestion-cooperativa", "quh"));
        foreach (var nowhere in new[] { $"{Course}/idiomas/xx", $"{Course}/idiomas/quh/99.9", "/cursos/otro/idiomas/quh" })
        {
            using var missing = await ana.Get(nowhere);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }
    }

    [Fact]
    public async Task A_language_typed_whole_is_published_with_the_name_of_who_read_it()
    {
        foreach (var part in new[] { "titulos", "5.1" })
        {
            var (_, fields) = await ana.Fill($"{Course}/idiomas/quh/{part}", "traducir");
            using var kept = await ana.Post($"{Course}/idiomas/quh/{part}", [.. fields, .. Enumerable.Range(0, fields.Count(field => field.Name.StartsWith('c'))).Select(at => ($"t{at}", $"Runasimi {at}"))]);
            Assert.Contains("aviso=guardado", kept.Headers.Location!.OriginalString);
        }
        Assert.Contains("Completa", await ana.Read($"{Course}/idiomas/quh"));

        using var nameless = await ana.Submit($"{Course}/idiomas", "publicar-quh", ("revisora", ""), ("hacer", "publicar"));
        Assert.Null(Shelf.Find("gestion-cooperativa", "quh"));
        using var named = await ana.Submit($"{Course}/idiomas", "publicar-quh", ("revisora", "Basilia Mamani"), ("hacer", "publicar"));

        Assert.Equal(("Basilia Mamani", "Runasimi 0"), (Shelf.Find("gestion-cooperativa", "quh")!.Reviewer, Shelf.Find("gestion-cooperativa", "quh")!.Find("5.1", "BO")!.Title));
        Assert.Contains("idioma=quh", await ana.Read($"{Lesson}/voces"));
        Assert.Contains("Runasimi 1", await ana.Read($"{Lesson}/voces?idioma=quh")); // its own voices are recorded to its own words
    }

    [Fact]
    public async Task The_review_lists_what_to_look_at_with_links_to_the_place()
    {
        var page = await ana.Read($"{Course}/revision");

        Assert.Contains("/voces#parte-0\"", page);
        Assert.Contains("Falta la voz en", page);
    }

    [Fact]
    public async Task Actions_without_the_forms_token_and_pages_without_an_account_are_refused()
    {
        using var forged = await ana.Post($"{Course}/orden", ("hacer", "bajar-leccion 5.1"), ("version", "0"));
        using var stranger = host.Visitor();
        using var page = await stranger.Get(Lesson);
        using var pack = await stranger.Get("/cursos/paquete.zip");

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (page.StatusCode, pack.StatusCode));
    }

    private CourseShelf Shelf => host.Services.GetRequiredService<CourseShelf>();

    private CoopAssistant.Courses.Lessons.Lesson Published => Shelf.Find("gestion-cooperativa")!.Find("5.1", "PA")!;

    private async Task<string> RawPage()
    {
        using var answer = await ana.Get(Lesson);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string LinkOf(string page, string name)
    {
        var end = page.IndexOf($">{name}</a>", StringComparison.Ordinal);
        var start = page.LastIndexOf("href=\"", end, StringComparison.Ordinal) + 6;
        return page[start..page.IndexOf('"', start)];
    }

    private async Task<(string Name, string Value)[]> Fields(string page, string form)
    {
        var (_, fields) = await ana.Fill(page, form);
        return [.. fields.Where(field => field.Name is not ("hacer" or "version"))];
    }

    /// <summary>The editor as it stands on somebody's screen.</summary>
    private async Task<(string Name, string Value)[]> Editor(Visitor? who = null)
    {
        var (_, hidden) = await (who ?? ana).Fill(Lesson, "leccion");
        var text = (await host.Seed.Ask<ReadDesk, CourseDesk?>(read => read.Handle("gestion-cooperativa", "5.1", default)))!.Texts.First(text => text.Key.Country.Length == 0).Text;
        var fields = new List<(string, string)>(hidden) { ("titulo", text.Title), ("minutos", $"{text.Minutes}") };
        fields.AddRange(text.Messages.Select((message, at) => ($"m{at + 1}", message)));
        for (var q = 0; q < text.Questions.Count; q++)
        {
            fields.Add(($"p{q + 1}", text.Questions[q].Text));
            for (var c = 0; c < text.Questions[q].Choices.Count; c++)
            {
                var choice = text.Questions[q].Choices[c];
                fields.AddRange([($"p{q + 1}r{c + 1}", choice.Label), ($"p{q + 1}f{c + 1}", choice.Feedback)]);
                if (choice.IsRight) fields.Add(($"p{q + 1}ok", $"{c + 1}"));
            }
        }
        return [.. fields];
    }

    private Task<HttpResponseMessage> Send((string Name, string Value)[] editor, string act, params (string Name, string Value)[] typed) => Send(editor, act, ana, typed);

    private static Task<HttpResponseMessage> Send((string Name, string Value)[] editor, string act, Visitor who, params (string Name, string Value)[] typed) =>
        who.Post(Lesson, [.. editor.Where(field => !typed.Any(own => own.Name == field.Name)), .. typed, ("hacer", act), ("a-pesar", "si")]);

    private async Task<string> Upload(string page, string form, string field, byte[] file, params (string Name, string Value)[] fields)
    {
        using var answer = await ana.Upload(page, form, field, file, fields);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
