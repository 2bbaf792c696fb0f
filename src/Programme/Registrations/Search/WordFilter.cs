using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>What staff typed, as a condition on registrations.</summary>
/// <param name="Rarest">Registrations that hold the rarest of the words, where they are few; null where every word is common.</param>
/// <param name="Words">For each thing typed the words that answer it; one of each must be there.</param>
internal sealed record WordFilter(IReadOnlyList<RegistrationId>? Rarest, IReadOnlyList<IReadOnlyList<string>> Words)
{
    /// <summary>So many at most are looked through one by one.</summary>
    private const int Few = 2000;

    /// <summary>Further on it does not matter which of two words is rarer.</summary>
    private const int MostCompared = 100_000;

    /// <summary>The end of everything that begins with a number, in the order of both databases.</summary>
    private const string End = "zzzzzzzzzzzzzzzzzzzz";

    public static async Task<WordFilter?> Of(string? text, ProgrammeDb db, SearchVocabulary vocabulary, CancellationToken cancel)
    {
        var typed = Typed.Read(text);
        if (typed.Count == 0) return null;
        var words = new List<IReadOnlyList<string>>();
        foreach (var term in typed) words.Add(term.IsNumber ? await Numbers(db, term.Text, cancel) : vocabulary.Meanings(term.Text));

        List<RegistrationId>? rarest = null;
        foreach (var meanings in words)
        {
            var found = await db.RegistrationWords.Where(w => meanings.Contains(w.Word)).Select(w => w.RegistrationId).Take(Few + 1).ToListAsync(cancel);
            if (found.Count <= Few && (rarest is null || found.Count < rarest.Count)) rarest = found;
            if (found.Count == 0) break;
        }
        rarest ??= words.Count > 1 ? await Together(words, db, cancel) : null;
        return new WordFilter(rarest is null ? null : [.. rarest.Distinct()], words);
    }

    /// <summary>Words that many have may be together in few. Null where many have them all.</summary>
    private static async Task<List<RegistrationId>?> Together(List<IReadOnlyList<string>> words, ProgrammeDb db, CancellationToken cancel)
    {
        var counts = new List<(IReadOnlyList<string> Meanings, int Count)>();
        foreach (var meanings in words) counts.Add((meanings, await db.RegistrationWords.Where(w => meanings.Contains(w.Word)).Select(w => w.RegistrationId).Take(MostCompared).CountAsync(cancel)));
        var rarer = counts.OrderBy(one => one.Count).Select(one => one.Meanings).ToList();
        var first = rarer[0];
        var together = db.RegistrationWords.Where(w => first.Contains(w.Word)).Select(w => w.RegistrationId);
        foreach (var meanings in rarer.Skip(1)) together = together.Where(id => db.RegistrationWords.Any(w => w.RegistrationId == id && meanings.Contains(w.Word)));
        var found = await together.Take(Few + 1).ToListAsync(cancel);
        return found.Count <= Few ? found : null;
    }

    public IQueryable<Registration> On(IQueryable<Registration> registrations, ProgrammeDb db)
    {
        if (Rarest is { } few) registrations = registrations.Where(r => few.Contains(r.Id));
        foreach (var meanings in Words) registrations = registrations.Where(r => db.RegistrationWords.Any(w => w.RegistrationId == r.Id && meanings.Contains(w.Word)));
        return registrations;
    }

    private static async Task<IReadOnlyList<string>> Numbers(ProgrammeDb db, string number, CancellationToken cancel)
    {
        var end = number + End;
        var found = await db.RegistrationWords.Where(w => string.Compare(w.Word, number) >= 0 && string.Compare(w.Word, end) <= 0)
            .OrderBy(w => w.Word).Select(w => w.Word).Take(200).ToListAsync(cancel);
        return [number, .. found.Distinct(StringComparer.Ordinal).Where(word => word != number)];
    }
}
