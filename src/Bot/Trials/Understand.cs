using System.Runtime.CompilerServices;
using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.Understanding;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Trials;

/// <summary>
/// Tries sentences on the real dialogs: a conductor is composed around the words in question, a woman nobody knows is led to her place,
/// and what the bot would say is read from the turn it decides. Deciding writes nothing, and nothing is committed.
/// </summary>
internal sealed class Understand(string contentPath, CourseShelf shelf, TimeProvider clock) : IUnderstand
{
    private const int MostNear = 3;

    private readonly Lazy<Hearing> _hearing = new(() => new Hearing(HeardPhrases.Read(contentPath, WordsContent.Language, new PackProblems())));
    private readonly ConditionalWeakTable<FrequentQuestions, FaqMatcher> _matchers = new();

    public Messaging.Words.Understanding Hear(WordsEdition edition, string sentence) => Hear(edition, sentence, mayBeAName: false);

    public async Task<SentenceTrial> Try(WordsEdition edition, string sentence, string country, TrialPlace place, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(edition);
        await using var bot = new TrialBot(contentPath, edition, shelf, clock);
        var state = await bot.At(country, place, cancel);
        var turn = bot.Turn(state, sentence);
        var heard = Hear(edition, sentence, Conductor.MayBeAName(turn));
        if (await bot.Decide(turn, cancel) is not { } decision) return new(ReasonOf(turn, heard, null), heard, []);
        return new(ReasonOf(turn, heard, decision), heard, decision.Replies);
    }

    private TrialReason ReasonOf(TurnContext turn, Messaging.Words.Understanding heard, Decision? decision)
    {
        if (turn.ChoseOption) return TrialReason.Option;
        if (heard.IsViolence) return TrialReason.Violence;
        var word = _hearing.Value.Hear(turn.Message.Text, Conductor.MayBeAName(turn));
        if (word.Intent != Intent.None && GlobalWords.MayInterrupt(turn, word)) return TrialReason.Word;
        var isAmidSomething = turn.State.Dialog is not (null or DialogNames.Information);
        var isAskedAmidForm = FormTalk.IsPlaying(turn.State) && turn.Text.Contains('?', StringComparison.Ordinal);
        var answered = heard.IsSure && (!isAmidSomething || isAskedAmidForm || decision?.State.Dialog is null);
        if (answered) return TrialReason.Answer;
        if (isAmidSomething) return TrialReason.Place;
        return heard.Questions is [{ Score: >= FaqMatcher.Likely }, ..] && !Conductor.IsNew(turn.State) ? TrialReason.Guess : TrialReason.NotUnderstood;
    }

    private Messaging.Words.Understanding Hear(WordsEdition edition, string sentence, bool mayBeAName)
    {
        var (heard, by) = _hearing.Value.Listen(sentence, mayBeAName);
        var matcher = _matchers.GetValue(edition.Questions, questions => new FaqMatcher(questions.All));
        var near = matcher.Nearest(sentence, MostNear).Where(question => question.Score > 0).Select(question => new NearQuestion(question.Question.Topic, question.Question.Question, question.Wording, question.Score));
        var word = heard.Intent is Intent.None or Intent.Violence ? null : char.ToLowerInvariant(heard.Intent.ToString()[0]) + heard.Intent.ToString()[1..];
        return new(heard.Intent == Intent.Violence, word, by?.Written, [.. near], matcher.Match(sentence).IsSure) { Sure = FaqMatcher.Sure, Likely = FaqMatcher.Likely };
    }
}
