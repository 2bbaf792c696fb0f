using System.Collections.Concurrent;
using System.Diagnostics;

namespace CoopAssistant.EndToEnd.Loop;

/// <param name="Id">The provider's id.</param>
/// <param name="Step">What she said and when: names the answer she must get.</param>
internal sealed record Said(string Id, string Step);

/// <summary>
/// Registers, then asks questions, over a provider that delivers late, twice, both at once, or the later message first, and that tries again
/// until somebody answers.
/// </summary>
internal sealed class Woman(ILine line, Random chance)
{
    private readonly List<Said> _said = [];
    private readonly ConcurrentBag<int> _refusals = [];
    private (string Id, string Text)? _straggler;
    private int _acknowledged;

    public ILine Line => line;
    public IReadOnlyList<Said> Said => _said;

    /// <summary>Answers of the program other than "taken": there must be none.</summary>
    public IReadOnlyCollection<int> Refusals => _refusals;

    /// <summary>Messages that the program has acknowledged.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>Messages that were taken once more, at the same instant or later.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Of these, how often both deliveries of one id were under way at once when they were taken.</summary>
    public int AtOnce { get; private set; }
    public int Reordered { get; private set; }

    /// <summary>Only the script and each question once, on a good line: shows what the answers are.</summary>
    public async Task SpeakCalmly(IReadOnlyList<string> script)
    {
        for (var i = 0; i < script.Count; i++) await Deliver(Next($"{i}:{script[i]}"), script[i]);
        foreach (var question in Script.Questions) await Deliver(Next(question), question);
    }

    /// <param name="script">First, in this order.</param>
    /// <param name="answers">How many messages come back for each step.</param>
    /// <param name="enough">Then questions until this; and one more.</param>
    public async Task Speak(IReadOnlyList<string> script, IReadOnlyDictionary<string, int> answers, CancellationToken enough)
    {
        for (var i = 0; i < script.Count; i++) await Say($"{i}:{script[i]}", script[i], answers);
        while (!enough.IsCancellationRequested)
        {
            if (chance.Next(5) == 0) await SayOutOfOrder(answers);
            else await Say(Question(), null, answers);
        }
        await Say("menu", "menu", answers);
        await Repeat();
    }

    private async Task Say(string step, string? text, IReadOnlyDictionary<string, int> answers)
    {
        text ??= step;
        await Pace(answers);
        var id = Next(step);
        if (chance.Next(8) == 0)
        {
            Duplicates++;
            var both = await Task.WhenAll(Deliver(id, text), Deliver(id, text));
            if (both.Max(one => one.Began) < both.Min(one => one.Taken)) AtOnce++;
        }
        else
        {
            await Deliver(id, text);
        }
        await Repeat();
        if (chance.Next(8) == 0) _straggler = (id, text);
    }

    /// <summary>Two messages, the later first or both at the same instant.</summary>
    private async Task SayOutOfOrder(IReadOnlyDictionary<string, int> answers)
    {
        await Pace(answers);
        var (first, second) = (Question(), Question());
        var (earlier, later) = (Next(first), Next(second));
        Reordered++;
        var overtakes = Deliver(later, second);
        if (chance.Next(2) == 0) await overtakes;
        await Task.WhenAll(overtakes, Deliver(earlier, first));
    }

    /// <summary>The provider delivers her last but one message again.</summary>
    private async Task Repeat()
    {
        if (_straggler is not { } old) return;
        Duplicates++;
        _straggler = null;
        await Deliver(old.Id, old.Text);
    }

    /// <summary>The provider tries until somebody answers.</summary>
    /// <returns>When the delivery that was answered began, and when the answer came.</returns>
    private async Task<(long Began, long Taken)> Deliver(string id, string text)
    {
        int? status;
        var began = Stopwatch.GetTimestamp();
        while ((status = await line.Deliver(id, text)) is null)
        {
            await Task.Delay(20 + Random.Shared.Next(80));
            began = Stopwatch.GetTimestamp();
        }
        if (status != 200) _refusals.Add(status.Value);
        else Interlocked.Increment(ref _acknowledged);
        return (began, Stopwatch.GetTimestamp());
    }

    /// <summary>She reads a moment, and does not write endlessly without hearing anything.</summary>
    private async Task Pace(IReadOnlyDictionary<string, int> answers)
    {
        await Task.Delay(chance.Next(150));
        await line.WaitForAnswers(_said.Sum(said => answers[said.Step]));
    }

    private string Next(string step)
    {
        var id = line.NextId();
        _said.Add(new Said(id, step));
        return id;
    }

    private string Question() => Script.Questions[chance.Next(Script.Questions.Count)];
}
