using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>What staff typed, as a condition on registrations.</summary>
/// <param name="Rarest">Registrations that hold the rarest of the words, where they are few; null where every word is common.</param>
/// <param name="Words">For each thing typed the words that answer it, the rarest first; one of each must be there.</param>
/// <param name="IsDense">So many hold the rarest word that going through registrations in their order soon meets some.</param>
internal sealed record WordFilter(IReadOnlyList<RegistrationId>? Rarest, IReadOnlyList<IReadOnlyList<string>> Words, bool IsDense)
{
    /// <summary>So many at most are looked through one by one.</summary>
    private const int Few = 2000;

    /// <summary>From here on the order of the list is the quicker way to a page of it; below, the word is.</summary>
    private const int Dense = 10_000;

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
            var found = await Holding(db, meanings).Take(Few + 1).ToListAsync(cancel);
            if (found.Count <= Few && (rarest is null || found.Count < rarest.Count)) rarest = found;
            if (found.Count == 0) break;
        }
        if (rarest is not null) return new WordFilter([.. rarest.Distinct()], words, IsDense: false);

        // Words that many have may be together in few.
        var (rarer, least) = await ByRarity(words, db, cancel);
        rarest = words.Count > 1 ? await Together(rarer, db, cancel) : null;
        return new WordFilter(rarest is null ? null : [.. rarest.Distinct()], rarer, least > Dense);
    }

    private static async Task<(IReadOnlyList<IReadOnlyList<string>> Words, int Least)> ByRarity(List<IReadOnlyList<string>> words, ProgrammeDb db, CancellationToken cancel)
    {
        var counts = new List<(IReadOnlyList<string> Meanings, int Count)>();
        foreach (var meanings in words) counts.Add((meanings, await Holding(db, meanings).Take(words.Count > 1 ? MostCompared : Dense + 1).CountAsync(cancel)));
        return ([.. counts.OrderBy(one => one.Count).Select(one => one.Meanings)], counts.Min(one => one.Count));
    }

    /// <summary>Null where many have them all.</summary>
    private static async Task<List<RegistrationId>?> Together(IReadOnlyList<IReadOnlyList<string>> rarer, ProgrammeDb db, CancellationToken cancel)
    {
        var together = Holding(db, rarer[0]);
        foreach (var meanings in rarer.Skip(1)) together = together.Where(id => db.RegistrationWords.Any(w => w.RegistrationId == id && meanings.Contains(w.Word)));
        var found = await together.Take(Few + 1).ToListAsync(cancel);
        return found.Count <= Few ? found : null;
    }

    private static IQueryable<RegistrationId> Holding(ProgrammeDb db, IReadOnlyList<string> meanings) => db.RegistrationWords.Where(w => meanings.Contains(w.Word)).Select(w => w.RegistrationId);

    /// <summary>For a page in some order.</summary>
    public IQueryable<Registration> On(IQueryable<Registration> registrations, ProgrammeDb db) => Rarest is null && !IsDense ? Counting(registrations, db) : With(registrations, Words, db);

    /// <summary>For how many there are: goes from the rarest word to its registrations, however thinly they lie among the others.</summary>
    public IQueryable<Registration> Counting(IQueryable<Registration> registrations, ProgrammeDb db)
    {
        if (Rarest is not null) return On(registrations, db);
        var rare = Words[0];
        return With(registrations.Where(r => db.RegistrationWords.Where(w => rare.Contains(w.Word)).Select(w => w.RegistrationId).Contains(r.Id)), Words.Skip(1), db);
    }

    private IQueryable<Registration> With(IQueryable<Registration> registrations, IEnumerable<IReadOnlyList<string>> words, ProgrammeDb db)
    {
        if (Rarest is { } few) registrations = registrations.Where(r => few.Contains(r.Id));
        foreach (var meanings in words) registrations = registrations.Where(r => db.RegistrationWords.Any(w => w.RegistrationId == r.Id && meanings.Contains(w.Word)));
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
