using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Bot.Understanding;

/// <summary>
/// Finds the frequent question she means: words weigh by how few topics use them, spelling by sound and one slip counts
/// nearly as much as the word itself. Pure; made once.
/// </summary>
internal sealed class FaqMatcher
{
    /// <summary>From here on the answer is given at once.</summary>
    public const double Sure = 0.66;

    /// <summary>From here on the question is offered: "¿Quiso decir…?"</summary>
    public const double Likely = 0.4;
    public const int MostOffered = 3;

    private const double ClearlyFurther = 0.05;
    private const double MistypedWeight = 0.85;
    private const double SameStemWeight = 0.75;
    private const int ShortestStem = 5;
    private const int MostWords = 40;

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly List<(FrequentQuestion Question, string Wording, string[] Words, double Weight)> _wordings = [];

    public FaqMatcher(IReadOnlyList<FrequentQuestion> questions)
    {
        var byTopic = questions.Select(question => (question, Wordings: question.Wordings.Append(question.Question).Select(wording => (wording, Words: Words(wording))).ToArray())).ToArray();
        foreach (var word in byTopic.SelectMany(topic => topic.Wordings.SelectMany(wording => wording.Words).Distinct(StringComparer.Ordinal)))
            _weights[word] = _weights.GetValueOrDefault(word) + 1;
        foreach (var (word, topics) in _weights) _weights[word] = Math.Log(1 + (questions.Count / topics));
        foreach (var (question, wordings) in byTopic)
            foreach (var (wording, words) in wordings.Where(wording => wording.Words.Length > 0))
                _wordings.Add((question, wording, words, words.Sum(word => _weights[word])));
    }

    /// <summary>Best first; one where it is sure, at most <see cref="MostOffered"/> where not, none where nothing is near.</summary>
    public FaqMatch Match(string text)
    {
        var best = Nearest(text, MostOffered).Where(near => near.Score >= Likely).ToArray();
        if (best.Length == 0) return FaqMatch.None;
        var isSure = best[0].Score >= Sure && (best.Length == 1 || best[0].Score - best[1].Score > ClearlyFurther);
        return new FaqMatch(isSure, isSure ? [best[0].Question] : [.. best.Select(near => near.Question)]);
    }

    /// <summary>The questions nearest to it, each by its nearest wording, with the score by which they are judged; best first.</summary>
    public IReadOnlyList<(FrequentQuestion Question, string Wording, double Score)> Nearest(string text, int most)
    {
        var asked = Words(text);
        if (asked.Length is 0 or > MostWords) return [];
        var meant = asked.Select(Meanings).ToArray();
        var askedWeight = meant.Sum(meanings => meanings.Own);

        var scores = new Dictionary<string, (FrequentQuestion Question, string Wording, double Score)>(StringComparer.Ordinal);
        foreach (var (question, wording, words, weight) in _wordings)
        {
            var shared = meant.Sum(meanings => Shared(meanings, words));
            var score = 2 * shared / (askedWeight + weight);
            if (score > scores.GetValueOrDefault(question.Topic).Score) scores[question.Topic] = (question, wording, score);
        }
        return [.. scores.Values.OrderByDescending(scored => scored.Score).Take(most)];
    }

    private double Shared(WordMeanings meanings, string[] words)
    {
        var best = 0.0;
        foreach (var word in words)
            if (meanings.Known.TryGetValue(word, out var likeness))
                best = Math.Max(best, likeness * _weights[word]);
        return best;
    }

    /// <summary>The words we know that this one may be, each with how alike it is; and what the word itself weighs in her sentence.</summary>
    private WordMeanings Meanings(string word)
    {
        if (_weights.TryGetValue(word, out var exact)) return new(new(StringComparer.Ordinal) { [word] = 1 }, exact);
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        if (word.Length >= ShortestStem)
            foreach (var other in _weights.Keys.Where(other => other.Length >= ShortestStem))
                if (Math.Abs(other.Length - word.Length) <= 1 && EditDistance.Between(word, other) == 1) known[other] = MistypedWeight;
                else if (string.CompareOrdinal(word, 0, other, 0, ShortestStem) == 0) known[other] = SameStemWeight;

        // What we never heard of says little about what she asks: it weighs as a common word.
        return new(known, known.Count > 0 ? known.Max(other => _weights[other.Key]) : 1);
    }

    private static string[] Words(string text) => [.. Hearing.SoundsOf(text).Distinct(StringComparer.Ordinal)];

    private sealed record WordMeanings(Dictionary<string, double> Known, double Own);
}

/// <param name="IsSure">The one question is what she asks; else they are guesses to offer.</param>
internal sealed record FaqMatch(bool IsSure, IReadOnlyList<FrequentQuestion> Questions)
{
    public static FaqMatch None { get; } = new(false, []);
}
