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

    /// <summary>Names of the languages women of the programmes speak, by BCP-47 tag.</summary>
    public static IReadOnlyList<(string Tag, string Name)> Languages { get; } =
        [("gym", "Ngäbere"), ("sab", "Buglere"), ("cuk", "Guna"), ("emp", "Emberá"), ("qu", "Quechua"), ("ay", "Aymara"), ("gn", "Guaraní")];

    public static string Language(string tag) => Languages.FirstOrDefault(language => language.Tag == tag).Name ?? tag;
}
