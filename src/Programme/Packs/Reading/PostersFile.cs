using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>posters.yaml</c>.</summary>
internal static class PostersFile
{
    public static PosterWords Read(YamlMap map, CountryFile country)
    {
        var words = new PosterWords(
            Said("headline", 60), Said("lead", 140), Said("hello", 20), Said("whatsapp", 40), Said("web", 40), Said("howTo", 120), Said("orWrite", 60), Said("free", 140));
        map.Done();
        return words;

        string Said(string key, int most)
        {
            var text = map.Text(key, most);
            Checks.Placeholders(map, key, text, country.Words.Keys);
            return text;
        }
    }
}
