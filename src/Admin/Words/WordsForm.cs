using System.Globalization;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Words;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Words;

/// <summary>The editor's fields to words. Emptied parts of a list fall away; its last, empty one adds.</summary>
internal static class WordsForm
{
    private const int MostParts = 40;

    public static WordsText Read(WordsKey key, IFormCollection form, Programmes programmes) => (key.Kind switch
    {
        WordsKind.Text => new WordsText.Said([.. Parts(form, n => $"t{n}")]),
        WordsKind.Answer when key.IsForAll => new WordsText.Answer(
            form["pregunta"].ToString(), form["formas"].ToString().ReplaceLineEndings("\n").Split('\n'), form["respuesta"].ToString(), form["sin-confirmar"] == "si", Day(form["revision"])),
        WordsKind.Answer => new WordsText.OwnAnswer(form["respuesta"].ToString()),
        WordsKind.Office => new WordsText.Office(
            form["nombre"].ToString(), form["pueblo"].ToString(), form["direccion"].ToString(), form["telefono"].ToString(), form["nota"].ToString(), form["sin-confirmar"] == "si", Day(form["revision"]))
        {
            Covers = form.ContainsKey("lugar1") ? [.. Parts(form, n => $"lugar{n}").Where(place => place.Trim().Length > 0).Select(place => TypedPlace.Read(programmes, key.Country, place).Place?.Code ?? place)] : null,
        },
        _ => (WordsText)new WordsText.Emergency(form["antes"].ToString(), [.. Lines(form)], form["despues"].ToString(), Day(form["revision"])),
    }).Tidy();

    private static IEnumerable<EmergencyText> Lines(IFormCollection form)
    {
        for (var n = 1; n <= MostParts && form.ContainsKey($"l{n}nombre"); n++)
            yield return new(form[$"l{n}codigo"].ToString(), form[$"l{n}nombre"].ToString(), form[$"l{n}numero"].ToString(), form[$"l{n}texto"].ToString(), form[$"l{n}sin-confirmar"] == "si", Day(form[$"l{n}revision"]));
    }

    private static IEnumerable<string> Parts(IFormCollection form, Func<int, string> name)
    {
        for (var n = 1; n <= MostParts && form.TryGetValue(name(n), out var value); n++) yield return value.ToString();
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
