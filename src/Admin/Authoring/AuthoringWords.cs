using CoopAssistant.Admin.Wording;
using CoopAssistant.Courses.Writing;

namespace CoopAssistant.Admin.Authoring;

/// <summary>How texts and places of a course are called on the screen, and where they are.</summary>
internal static class AuthoringWords
{
    /// <summary>"Panamá", or "Todos los países".</summary>
    public static string CountryOrAll(this Programmes programmes, string country) => country.Length == 0 ? "Todos los países" : programmes.Country(country);

    public static string Author(IReadOnlyDictionary<string, string> names, string by) => by.Length == 0 ? "El paquete de contenidos" : names.GetValueOrDefault(by, "Alguien que ya no tiene cuenta");

    /// <summary>A page of a lesson: the editor, or <c>probar</c>, <c>voces</c>, <c>historial</c>.</summary>
    public static string Address(LessonKey key, string page = "") =>
        $"/cursos/{Uri.EscapeDataString(key.CourseId)}/lecciones/{Uri.EscapeDataString(key.LessonId)}{(page.Length == 0 ? "" : "/" + page)}{(key.Country.Length == 0 ? "" : "?pais=" + key.Country)}";

    public static string With(string address, string parameter) => address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + parameter;

    /// <summary>Where a language is translated: all of it, or a lesson (the titles, where its id is empty).</summary>
    public static string Translating(string courseId, string language, string? lessonId = null, string titles = "titulos") =>
        $"/cursos/{Uri.EscapeDataString(courseId)}/idiomas/{Uri.EscapeDataString(language)}{(lessonId is null ? "" : "/" + Uri.EscapeDataString(lessonId.Length == 0 ? titles : lessonId))}";

    /// <summary>A text of a course as staff call it: <c>1.4.pa/q2/a1</c> is "PA: pregunta 2, respuesta 1"; see <see cref="Courses.Translating.TranslationUnit.Context"/>.</summary>
    public static string Part(string context)
    {
        var parts = context.Split('/');
        var of = parts[0] == "course" ? "Curso: " : parts[0].Split('.') is [_, _, { Length: 2 } country] ? $"{country.ToUpperInvariant()}: " : parts[0].Contains('.', StringComparison.Ordinal) ? "" : $"Módulo {parts[0].TrimStart('m')}: ";
        return of + string.Join(", ", parts.Skip(1).Select(part => (part[0], part[1..]) switch
        {
            _ when part == "title" => "título",
            _ when part == "description" => "de qué trata",
            ('m', var number) => $"mensaje {number}",
            ('q', var number) => $"pregunta {number}",
            ('a', var number) => $"respuesta {number}",
            ('f', var number) => $"lo que se le dice con la respuesta {number}",
            _ => part,
        }));
    }
}
