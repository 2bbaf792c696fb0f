using System.Runtime.InteropServices;

namespace CoopAssistant.Courses.Statistics;

/// <summary>A course, a country and a region: what totals are kept for.</summary>
internal readonly record struct LearningPlace(string CourseId, string Country, string Region);

/// <summary>Counts rows as they stream by, in memory: a place is a small number, so that a row costs one look-up and no text.</summary>
internal sealed class LearningTally(DateTimeOffset silent)
{
    private readonly Dictionary<LearningPlace, int> _numbers = [];
    private readonly List<LearningPlace> _places = [];
    private readonly Dictionary<long, (int Place, bool HasEnded, bool IsSilent)> _learners = [];
    private readonly Dictionary<(long Version, int Place), (int Started, int Finished)> _lessons = [];
    private readonly Dictionary<(long Version, int Question, int Choice, int Place), int> _answers = [];
    private readonly Dictionary<(long Version, int Step, int Place), int> _stops = [];
    private readonly List<(long Learner, long Version, DateTimeOffset StartedAt)> _open = [];

    public void Learner(long id, LearningPlace place, DateTimeOffset? finishedAt, DateTimeOffset lastAt)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, place, out var isKnown);
        if (!isKnown)
        {
            number = _places.Count;
            _places.Add(place);
        }
        _learners[id] = (number, finishedAt is not null, lastAt < silent);
    }

    /// <summary>Of learners who came since the counting began nothing is counted.</summary>
    public void Lesson(long learner, long version, bool isFinished, DateTimeOffset startedAt)
    {
        ref var who = ref CollectionsMarshal.GetValueRefOrNullRef(_learners, learner);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref who)) return;
        if (startedAt >= silent) who.IsSilent = false;
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_lessons, (version, who.Place), out _);
        count.Started++;
        if (isFinished) count.Finished++;
        else _open.Add((learner, version, startedAt));
    }

    public void Answer(long learner, long version, int question, int choice)
    {
        if (_learners.TryGetValue(learner, out var who)) CollectionsMarshal.GetValueRefOrAddDefault(_answers, (version, question, choice, who.Place), out _)++;
    }

    public void Stop(long learner, long version, int step)
    {
        if (_learners.TryGetValue(learner, out var who) && who.IsSilent) CollectionsMarshal.GetValueRefOrAddDefault(_stops, (version, step, who.Place), out _)++;
    }

    /// <summary>Learners who left this lesson: began it, did not finish it, and learnt nothing since.</summary>
    public IEnumerable<(long Learner, long Version)> Left => _open.Where(open => open.StartedAt < silent && _learners[open.Learner].IsSilent).Select(open => (open.Learner, open.Version));

    /// <param name="lessonOf">The lesson a version is of.</param>
    public IReadOnlyList<LessonTotal> Lessons(IReadOnlyDictionary<long, string> lessonOf)
    {
        var counts = new Dictionary<(string Lesson, int Place), LearningCount>();
        foreach (var ((version, place), count) in _lessons) Add(lessonOf.GetValueOrDefault(version), place, new(count.Started, count.Finished, 0));
        foreach (var (learner, version) in Left) Add(lessonOf.GetValueOrDefault(version), _learners[learner].Place, new(0, 0, 1));
        foreach (var (place, hasEnded, isSilent) in _learners.Values) Add("", place, new(1, hasEnded ? 1 : 0, !hasEnded && isSilent ? 1 : 0));
        return [.. counts.Select(total => new LessonTotal(_places[total.Key.Place].CourseId, total.Key.Lesson, _places[total.Key.Place].Country, _places[total.Key.Place].Region, total.Value.Started, total.Value.Finished, total.Value.Stopped))];

        void Add(string? lesson, int place, LearningCount more)
        {
            if (lesson is not null) counts[(lesson, place)] = counts.GetValueOrDefault((lesson, place), LearningCount.None) + more;
        }
    }

    public IReadOnlyList<AnswerTotal> Answers =>
        [.. _answers.Select(total => new AnswerTotal(total.Key.Version, total.Key.Question, total.Key.Choice, _places[total.Key.Place].Country, _places[total.Key.Place].Region, total.Value))];

    public IReadOnlyList<StopTotal> Stops =>
        [.. _stops.Select(total => new StopTotal(total.Key.Version, total.Key.Step, _places[total.Key.Place].Country, _places[total.Key.Place].Region, total.Value))];
}
