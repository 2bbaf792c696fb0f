namespace CoopAssistant.Benchmarks.Filling.Whole;

/// <summary>What staff looked at and changed: two entries a woman, and notes and corrections on some registrations.</summary>
internal static class Records
{
    private static readonly string[] Subjects = ["Registration", "Registration", "Group", "Ticket", "Meeting"];
    public static readonly string[] Tables = ["access_entries", "change_entries", "registration_notes", "answer_corrections"];

    public static async Task Write(FastFill fill, Span span)
    {
        await fill.Write("access_entries", "staff, registration_id, what, at", Looks(span, 3, 2));
        await fill.Write("change_entries", "staff, action, subject, subject_id, detail, at", span.Everybody().Where(w => w.I % 2 == 0).Select(w => new object?[]
        {
            Span.Colleague(w.I / 2), "cambió", Subjects[w.I / 2 % Subjects.Length], w.Id.ToString(), "status", span.At(w.I, span.Women),
        }));
        await fill.Write("registration_notes", "registration_id, author, text, at", span.Everybody().Where(w => w.I % 20 == 5).Select(w => new object?[] { w.Id, Span.Colleague(w.I), "Vino a la oficina.", w.At.AddDays(2) }));
        await fill.Write("answer_corrections", "registration_id, question, label, before, after, reason, author, at", span.Everybody().Where(w => w.I % 50 == 6).Select(w => new object?[] { w.Id, "comunidad", "Comunidad", "Rio Sereno", w.Community, "Lo dijo ella", Span.Colleague(w.I), w.At.AddDays(3) }));
    }

    /// <summary>In the order of time: some registrations are looked at often.</summary>
    private static IEnumerable<object?[]> Looks(Span span, int times, int outOf)
    {
        var looks = (long)span.Women * times / outOf;
        var women = span.Everybody().GetEnumerator();
        for (var look = 0L; look < looks; look++)
        {
            if (look % times != 1) women.MoveNext();
            yield return [Span.Colleague((int)(look % 100_000)), women.Current.Id, look % 2 == 0 ? "documento" : "teléfono", span.At(look, looks)];
        }
    }
}
