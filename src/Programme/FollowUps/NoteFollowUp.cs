using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>Staff write down what they were told on a visit, or correct it. Answers are read exactly as the form in the chat reads hers.</summary>
public sealed class NoteFollowUp(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <param name="Month">Of the round; it is opened where that was not done yet.</param>
    /// <param name="Typed">By indicator, as typed. Empty: nothing is said, what is known stays.</param>
    /// <param name="Reason">Needed where an answer is corrected.</param>
    /// <param name="SeenVersion">Version of the round on the screen of who writes; null for a round that was not open yet.</param>
    public sealed record Request(GroupId Group, int Month, IReadOnlyDictionary<string, string> Typed, string? Reason, string Author, Territory? Territory, int? SeenVersion);

    /// <param name="Refused">Indicators whose answer could not be read, with the reason.</param>
    public sealed record Result(FollowUpResult Outcome, IReadOnlyDictionary<string, FormRefusal> Refused)
    {
        public static Result Of(FollowUpResult outcome) => new(outcome, new Dictionary<string, FormRefusal>(StringComparer.Ordinal));
    }

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = clock.GetUtcNow();
        var group = await db.Groups.AsNoTracking().Within(request.Territory).Include(g => g.Entries.Where(e => e.Kind == GroupEntryKind.Moved)).SingleOrDefaultAsync(g => g.Id == request.Group, cancel);
        if (group?.Formalities.RecognisedAt is not { } recognised || packs.Find(group.Country) is not { } pack) return Result.Of(FollowUpResult.NotFound);
        if (!FollowUpCalendar.Due(pack.FollowUp, pack.DayOf(recognised), pack.DayOf(now)).Contains(request.Month)) return Result.Of(FollowUpResult.NotFound);

        var round = await db.FollowUpRounds.Include(r => r.Answers).SingleOrDefaultAsync(r => r.GroupId == request.Group && r.Month == request.Month, cancel);
        if (round is not null && round.Version != request.SeenVersion) return Result.Of(FollowUpResult.ChangedMeanwhile);
        if (round is null) db.FollowUpRounds.Add(round = await OpenFollowUps.Round(db, pack, request.Group, request.Month, recognised, cancel));

        var (values, refused) = Read(pack, round, request.Typed, pack.DayOf(now));
        if (refused.Count > 0) return new(FollowUpResult.NotUnderstood, refused);
        var reason = FreeText.Shorten(FreeText.Clean(request.Reason), Group.LongestReason) is { Length: > 0 } kept ? kept : null;
        var result = round.Answer(values, FollowUpBy.Staff(request.Author), reason, now);
        return result == FollowUpResult.Changed ? Result.Of(await Save(cancel)) : Result.Of(result);
    }

    /// <summary>Somebody went to see about a problem.</summary>
    public async Task<FollowUpResult> Visited(GroupId group, int month, Territory? territory, CancellationToken cancel)
    {
        var round = await db.FollowUpRounds.SingleOrDefaultAsync(r => r.GroupId == group && r.Month == month && db.Groups.Within(territory).Any(g => g.Id == group), cancel);
        if (round is null) return FollowUpResult.NotFound;
        return round.Visit() ? await Save(cancel) : FollowUpResult.NothingNew;
    }

    private static (Dictionary<string, string?> Values, Dictionary<string, FormRefusal> Refused) Read(ProgrammePack pack, FollowUpRound round, IReadOnlyDictionary<string, string> typed, DateOnly today)
    {
        var (form, around) = (pack.FollowUp.FormOf(round.Month), new FormSurroundings(today, pack.Places));
        IReadOnlyDictionary<string, FormAnswer?> answers = form.Questions.Select(question => (question.Id, round.Current(question.Id)))
            .Where(known => known.Item2 is not null).ToDictionary(known => known.Id, known => known.Item2!.Value is { } value ? FormAnswer.Given(value) : (FormAnswer?)FormAnswer.LeftOut, StringComparer.Ordinal);
        var before = answers;
        var refused = new Dictionary<string, FormRefusal>(StringComparer.Ordinal);
        foreach (var question in form.Questions)
        {
            if (typed.GetValueOrDefault(question.Id) is not { } said || string.IsNullOrWhiteSpace(said)) continue;
            switch (WrittenAnswer.Read(form, around, answers, question, said))
            {
                case WrittenAnswer.Taken taken: answers = taken.Answers; break;
                case WrittenAnswer.Refused wrong: refused[question.Id] = wrong.Reason; break;
            }
        }
        // What no longer applies because of a new answer is left out from now on.
        var values = before.Keys.Union(answers.Keys, StringComparer.Ordinal).ToDictionary(id => id, id => answers.GetValueOrDefault(id)?.Value, StringComparer.Ordinal);
        return (values, refused);
    }

    private async Task<FollowUpResult> Save(CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return FollowUpResult.ChangedMeanwhile;
        }
        return FollowUpResult.Changed;
    }
}
