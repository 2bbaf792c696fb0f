using System.Security.Claims;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Admin.Words;

/// <summary>
/// Who may write which words. What is of all countries is written by who works for all of them, what is of one by who works for that,
/// and an office also by who works for all the places it answers for.
/// </summary>
internal static class WordsAccess
{
    /// <summary>What is of all countries, and what is of one in which her or his territory lies.</summary>
    public static bool MayRead(this ClaimsPrincipal user, WordsKey key) =>
        key.IsForAll || user.Territory() is not { } territory || territory.TouchedCountries.Contains(key.Country, StringComparer.Ordinal);

    /// <summary>As it lies on the desk: what is published as well as what is drafted.</summary>
    public static bool MayWrite(this ClaimsPrincipal user, DeskWords words, Programmes programmes) =>
        user.MayWrite(words.Key, programmes.Find(words.Key.Country), words.Published ?? words.Filed, words.Draft);

    /// <param name="pack">Of its country; null where that has none.</param>
    /// <param name="texts">What stands or would stand there.</param>
    public static bool MayWrite(this ClaimsPrincipal user, WordsKey key, ProgrammePack? pack = null, params IReadOnlyList<WordsText?> texts)
    {
        if (!user.May(Permission.EditContent)) return false;
        if (user.Territory() is not { } territory || territory.Countries.Contains(key.Country, StringComparer.Ordinal)) return true;
        var offices = texts.OfType<WordsText.Office>().ToList();
        return pack is not null && offices.Count > 0 && offices.TrueForAll(office => Places(office, key, pack) is { Count: > 0 } places
            && places.All(place => pack.Places.Find(place) is not null && territory.Covers(key.Country, pack.Places.RegionOf(place), place)));
    }

    /// <summary>Whether she or he writes offices of a part of a country, and reads the rest.</summary>
    public static bool WritesOfficesOnly(this ClaimsPrincipal user) =>
        user.May(Permission.EditContent) && user.Territory() is { Countries.Count: 0 };

    private static IReadOnlyList<string> Places(WordsText.Office office, WordsKey key, ProgrammePack pack) =>
        office.Covers ?? pack.Offices.All.FirstOrDefault(known => known.Code == key.Name)?.Covers ?? [];
}
