using CoopAssistant.Programme.Posters;

namespace CoopAssistant.Transcripts;

/// <summary>What staff do with posters. The one made last is the one spoken of.</summary>
internal sealed partial class Staging
{
    private const string HangsPoster = "La registradora pone un afiche: ";
    private long _poster;

    /// <returns>Whether it could be done; null where this is no act of posters.</returns>
    private async Task<bool?> PosterAct(string text)
    {
        if (text.StartsWith(HangsPoster, StringComparison.Ordinal))
        {
            _poster = (await house.Use<MakePoster, MakePoster.Result>(make => make.Handle(new(text[HangsPoster.Length..].TrimEnd('.'), Staff, null) { Elsewhere = ("PA", "PA-2") }, CancellationToken.None))).Id!.Value;
            _doors[(await Poster()).Poster.Code] = "{afiche}";
            return true;
        }
        switch (text)
        {
            case "La registradora quita el afiche.": return await house.Use<RetirePoster, bool>(retire => retire.Handle(_poster, isDown: true, null, CancellationToken.None));
            case "La registradora mira el afiche.":
                var row = await Poster();
                Note($"Por él saludaron {row.Greeted} y se registraron {row.Registered}.");
                return true;
            default: return null;
        }
    }

    private async Task<ListPosters.Row> Poster() => (await house.Use<ListPosters, ListPosters.Row?>(list => list.One(_poster, null, CancellationToken.None)))!;
}
