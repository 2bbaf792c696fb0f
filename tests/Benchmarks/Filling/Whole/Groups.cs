using System.Globalization;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Benchmarks.Filling.Whole;

/// <summary>Groups with members in all states, steps of which half are late, a history, and for cooperatives officers, duties and follow-ups.</summary>
internal static class Groups
{
    public static readonly string[] Tables = ["groups", "group_members", "group_steps", "group_entries", "group_officers", "follow_up_rounds", "follow_up_answers"];

    public static async Task Write(FastFill fill, Span span, IReadOnlyList<Circle> circles)
    {
        ProgrammePack PackOf(Circle c) => span.Packs.Find(c.First.Country)!;
        DateTime Recognised(Circle c) => c.FoundedAt.AddDays(Math.Max(1, (span.Until - c.FoundedAt).TotalDays / 3));
        await fill.Write(
            "groups", "id, country, region_code, place_code, community_id, name, plain_name, rubro, language, state, origin, coordinator_id, contact_phone, code, founded_at, changed_at, version, due_on",
            circles.Select(c => new object?[]
            {
                c.Id, c.First.Country, c.First.Region, c.First.Place, null, NameOf(c), Plain.Of(NameOf(c)), c.First.Rubro, c.G % 9 == 0 ? "ay" : "es", c.State, c.G % 3, c.First.Id, c.First.Phone, CodeOf(c.G), c.FoundedAt,
                c.FoundedAt.AddDays(c.G % 90), 9, c.State == Circle.Cooperative ? span.Day(200 - (c.G % 400)) : c.State == Circle.Forming && c.G % 3 == 0 ? span.Day(100 - (c.G % 200)) : null,
            }));
        await fill.Write("group_members", "group_id, participant_id, state, shares_name, since, seat", circles.SelectMany(c => c.Women.Select((w, nth) => new object?[]
        {
            c.Id, w.Id, c.StateOf(nth), false, c.FoundedAt.AddDays(nth), c.IsForming && c.StateOf(nth) == 1 ? w.Id : null,
        })));
        await fill.Write("group_steps", "code, state, started_at, due_on, ended_at, group_id", circles.SelectMany(c =>
        {
            var steps = PackOf(c).Phases.SelectMany(phase => phase.Steps).ToList();
            var at = c.IsForming ? c.G / 20 % steps.Count : steps.Count;
            var days = c.IsForming ? c.G % 120 : 200;
            return steps.Take(at + 1).Select((step, nth) => new object?[]
            {
                step.Code, nth < at ? 1 : 0, span.Ago(days + ((at - nth) * 30)), DateOnly.FromDateTime(span.Ago(days + ((at - nth) * 30) - (step.ExpectedDays ?? 60))), nth < at ? span.Ago(days + ((at - nth - 1) * 30)) : null, c.Id,
            });
        }));
        await fill.Write("group_entries", "kind, participant_id, code, author, reason, at, \"on\", group_id", circles.SelectMany(c => EntriesOf(c, PackOf(c), Recognised(c))));
        await fill.Write("group_officers", "body, office, participant_id, \"from\", until, ended_on, group_id", circles.Where(c => c.State == Circle.Cooperative).SelectMany(c =>
            PackOf(c).Cooperative.Bodies.SelectMany(body => body.Offices.Select(office => (body, office))).Take(Circle.Founders).Select((x, nth) => new object?[]
            {
                x.body.Code, x.office.Code, c.Women[nth].Id, DateOnly.FromDateTime(Recognised(c)), GroupAgenda.EndOfTerm(x.body, DateOnly.FromDateTime(Recognised(c))), null, c.Id,
            })));
        await FollowUps(fill, span, [.. circles.Where(c => c.State is Circle.Cooperative or Circle.Inactive)], PackOf, Recognised);
    }

    private static IEnumerable<object?[]> EntriesOf(Circle c, ProgrammePack pack, DateTime recognised)
    {
        object?[] Entry(GroupEntryKind kind, Guid? woman, string? code, DateTime at, DateOnly? on = null) => [(int)kind, woman, code, Span.Colleague(c.G), null, at, on, c.Id];
        yield return Entry(GroupEntryKind.Founded, null, null, c.FoundedAt);
        foreach (var (woman, nth) in c.Women.Select((w, nth) => (w, nth))) yield return Entry(c.StateOf(nth) == 0 ? GroupEntryKind.Invited : GroupEntryKind.Joined, woman.Id, null, c.FoundedAt.AddDays(nth));
        yield return Entry(GroupEntryKind.CoordinatorAppointed, c.First.Id, null, c.FoundedAt.AddDays(9));
        var done = c.State == Circle.Cooperative ? pack.Checklist.Steps.Count : c.G % pack.Checklist.Steps.Count;
        foreach (var (step, nth) in pack.Checklist.Steps.Take(done).Select((step, nth) => (step, nth))) yield return Entry(GroupEntryKind.FormalityDone, null, step.Code, c.FoundedAt.AddDays(20 + nth), DateOnly.FromDateTime(c.FoundedAt.AddDays(20 + nth)));
        if (c.State is Circle.Cooperative or Circle.Inactive) yield return Entry(GroupEntryKind.Moved, null, nameof(GroupTrigger.Recognise), recognised);
        if (c.State == Circle.Dissolved) yield return Entry(GroupEntryKind.Moved, null, nameof(GroupTrigger.Dissolve), recognised);
    }

    private static async Task FollowUps(FastFill fill, Span span, List<Circle> cooperatives, Func<Circle, ProgrammePack> packOf, Func<Circle, DateTime> recognised)
    {
        var rounds = cooperatives.SelectMany(c => packOf(c).FollowUp.Months.Select(month => (c, month, due: DateOnly.FromDateTime(recognised(c)).AddMonths(month))).Where(r => r.due <= span.Day(-30)))
            .Select((r, nth) => (r.c, r.month, r.due, id: nth + 1L)).ToList();
        int StateOf(long id, DateOnly due) => due > span.Day(30) ? 0 : id % 6 == 0 ? 3 : id % 17 == 0 ? 2 : 1;
        await fill.Write("follow_up_rounds", "id, group_id, month, due_on, state, ask_on, times_asked, asked_of, wants_visit, answered_at, version", rounds.Select(r => new object?[]
        {
            r.id, r.c.Id, r.month, r.due, StateOf(r.id, r.due), StateOf(r.id, r.due) == 0 ? r.due : null, 1, r.c.First.Id, r.id % 23 == 0, StateOf(r.id, r.due) == 1 ? r.due.ToDateTime(new TimeOnly(15, 0), DateTimeKind.Utc).AddDays(2) : null, 2,
        }));
        await fill.Write("follow_up_answers", "indicator, value, source, author, participant_id, reason, at, round_id", rounds.Where(r => StateOf(r.id, r.due) == 1).SelectMany(r =>
            packOf(r.c).FollowUp.Indicators.Where(indicator => r.month == 0 || indicator.Months.Count == 0 || indicator.Months.Contains(r.month)).Select(indicator => new object?[]
            {
                indicator.Id, indicator.IsAmount ? (3 + (r.id % 40)).ToString(CultureInfo.InvariantCulture) : indicator.Question.Kind is Programme.Forms.QuestionKind.Choice choice ? choice.Options[0].Value : "yes", 1, "ella", r.c.First.Id, null,
                r.due.ToDateTime(new TimeOnly(15, 0), DateTimeKind.Utc).AddDays(2), r.id,
            })));
    }

    private static string NameOf(Circle c) => string.Create(CultureInfo.InvariantCulture, $"Mujeres de {c.First.Community} {c.G}");

    private static string CodeOf(int g)
    {
        var digits = (g * 7919 % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        return digits + (char)('0' + CheckDigit.Of(digits));
    }
}
