using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Messaging.Words;

/// <summary>Checks of offices and emergency lines.</summary>
internal static class ReviewFacts
{
    private const int FewestDigits = 3;
    private const int MostDigits = 15;

    public static IEnumerable<WordsConcern> Check(string code, WordsText.Office office, ProgrammePack? pack)
    {
        if (office.Name.Length == 0) yield return new(true, "nombre", "Falta el nombre, como va en medio de una frase: «la oficina regional de …».");
        foreach (var concern in TooLong((office.Name, "nombre", 100), (office.Town, "pueblo", 80), (office.Address, "direccion", 160), (office.Phone, "telefono", 30), (office.Note, "nota", 300))) yield return concern;
        if (office.Phone.Length > 0 && !IsNumber(office.Phone)) yield return new(true, "telefono", $"«{office.Phone}» no es un teléfono: use solo números, espacios, guiones y +, con al menos {FewestDigits} números.");
        foreach (var name in Placeholders.In(office.Note).Where(name => pack is not null && !pack.Words.ContainsKey(name))) yield return new(true, "nota", $"{{{name}}} no es un dato que {pack!.Country.Name} conozca. Quítelo.");
        if (office is { IsUnconfirmed: true, Review: null }) yield return new(true, "revision", "Un dato sin confirmar necesita el día en que alguien lo comprobará.");
        if (office.Covers is { } covers && pack is not null)
            foreach (var concern in CheckPlaces(code, covers, pack)) yield return concern;
    }

    /// <summary>What stands in the way of taking an office away.</summary>
    public static IEnumerable<WordsConcern> CheckWithout(string code, ProgrammePack? pack)
    {
        if (pack is null) yield break;
        if (pack.Offices.Central.Code == code) yield return new(true, "nombre", "Atiende lo que ninguna otra oficina atiende: no se puede quitar.");
        foreach (var holiday in pack.Service.Holidays.All.Where(holiday => holiday.Offices.Contains(code, StringComparer.Ordinal)))
            yield return new(true, "nombre", $"El feriado «{holiday.Name}» es de esta oficina: primero hay que quitarlo de service.yaml.");
    }

    private static IEnumerable<WordsConcern> CheckPlaces(string code, IReadOnlyList<string> covers, ProgrammePack pack)
    {
        if (covers.Count == 0 && pack.Offices.Central.Code != code) yield return new(true, "lugar-1", "Falta al menos un lugar que la oficina atienda.");
        foreach (var (place, at) in covers.Select((place, at) => (place, $"lugar-{at + 1}")))
        {
            if (pack.Places.Find(place) is not { } known) yield return new(true, at, $"«{place}» no es un lugar de {pack.Country.Name} que el programa conozca. Elija uno de los que aparecen al escribir.");
            else if (pack.Offices.All.FirstOrDefault(other => other.Code != code && other.Covers.Contains(place, StringComparer.Ordinal)) is { } other)
                yield return new(true, at, $"{pack.Places.Describe(known)} lo atiende {other.Name}. Quítelo primero de esa oficina y publíquela.");
        }
    }

    public static IEnumerable<WordsConcern> Check(WordsText.Emergency emergency)
    {
        if (emergency.Before.Length == 0) yield return new(true, "antes", "Falta lo que ella lee antes de las líneas.");
        if (emergency.After.Length == 0) yield return new(true, "despues", "Falta lo que ella lee después de las líneas.");
        foreach (var concern in TooLong((emergency.Before, "antes", 300), (emergency.After, "despues", 300))) yield return concern;
        if (!emergency.Lines.Any(line => line.Number.Length > 0)) yield return new(true, "linea-1", "Tiene que haber al menos una línea con su número: es lo primero que lee una mujer en peligro.");
        foreach (var (line, at) in emergency.Lines.Select((line, at) => (line, $"linea-{at + 1}")))
        {
            if (line.Name.Length == 0) yield return new(true, at, "Falta el nombre de la línea.");
            if (line.Number.Length > 0 && !IsNumber(line.Number)) yield return new(true, at, $"«{line.Number}» no es un teléfono: use solo números, espacios, guiones y +, con al menos {FewestDigits} números.");
            if (line is { Number.Length: 0, Text.Length: 0 }) yield return new(true, at, "Una línea sin número necesita decir dónde preguntar.");
            if (line is { IsUnconfirmed: true, Review: null }) yield return new(true, at, "Un dato sin confirmar necesita el día en que alguien lo comprobará.");
            foreach (var concern in TooLong((line.Name, at, 80), (line.Number, at, 20), (line.Text, at, 120))) yield return concern;
        }
        if (emergency.Review is null) yield return new(true, "revision", "Ponga el día en que alguien llamará a cada número para comprobarlo.");
        var length = emergency.Before.Length + emergency.After.Length + emergency.Lines.Sum(line => line.Name.Length + line.Number.Length + line.Text.Length + 8);
        if (length > YamlMap.ChannelLength) yield return new(true, "linea-1", $"Todo junto son {length} letras; en un mensaje de WhatsApp caben {YamlMap.ChannelLength}. Acórtelo.");
    }

    private static bool IsNumber(string number) =>
        number.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '-' or '+') && number.LastIndexOf('+') <= 0 && number.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits;

    private static IEnumerable<WordsConcern> TooLong(params (string Text, string Anchor, int Most)[] fields) =>
        fields.Where(field => field.Text.Length > field.Most).Select(field => new WordsConcern(true, field.Anchor, $"Tiene {field.Text.Length} letras; caben {field.Most}. Acórtelo."));
}
