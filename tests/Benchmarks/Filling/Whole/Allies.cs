namespace CoopAssistant.Benchmarks.Filling.Whole;

/// <summary>Institutions that help, with agreements and promises, and women sent to them: two in a hundred, in all states.</summary>
internal static class Allies
{
    private const int Institutions = 60;
    private static readonly int[] States = [0, 1, 1, 2, 2, 10, 11, 11, 11, 12, 13, 14];
    public static readonly string[] Tables = ["allies", "ally_contacts", "agreements", "agreement_entries", "agreement_contributions", "commitments", "commitment_entries", "referrals", "referral_people", "referral_entries"];

    public static Guid IdOf(int ally) => Span.Id(4, ally);

    public static async Task Write(FastFill fill, Span span, IReadOnlyList<Circle> circles)
    {
        string CountryOf(int ally) => span.Packs.All[ally % span.Packs.All.Count].Country.Code;
        var all = Enumerable.Range(0, Institutions).ToList();
        await fill.Write("allies", "id, country, code, name, short, role, regions, answer_days, is_discreet, closed_at, version", all.Select(a => new object?[] { IdOf(a), CountryOf(a), $"aliada-{a}", $"Institución aliada {a}", $"IA{a}", "Apoya", "", 10, false, null, 1 }));
        await fill.Write("ally_contacts", "name, post, phone, email, ally_id", all.Select(a => new object?[] { $"Enlace {a}", "Enlace", null, $"enlace{a}@ejemplo.org", IdOf(a) }));
        await fill.Write("agreements", "id, ally_id, country, region_code, place_code, title, number, \"from\", until, renew_by, ended_on, version", all.Select(a => new object?[] { Span.Id(5, a), IdOf(a), CountryOf(a), null, null, $"Convenio {a}", null, span.Day(400), span.Day(-100 - a), span.Day(a - 40), null, 1 }));
        await fill.Write("agreement_entries", "kind, detail, author, reason, at, agreement_id", all.Select(a => new object?[] { 0, null, Span.Colleague(a), null, span.Ago(400), Span.Id(5, a) }));
        await fill.Write("agreement_contributions", "party, what, agreement_id", all.Select(a => new object?[] { 0, "Talleres", Span.Id(5, a) }));
        var promised = circles.Where(c => c.G % 20 == 5).ToList();
        await fill.Write("commitments", "id, ally_id, agreement_id, country, region_code, place_code, group_id, step_code, what, due_on, state, version", promised.Select((c, i) => new object?[]
        {
            Span.Id(6, i), IdOf(AllyFor(c.First.Country, i)), null, c.First.Country, c.First.Region, c.First.Place, c.Id, null, "Un taller de costura", span.Day(90 - (i % 150)), i % 4, 1,
        }));
        await fill.Write("commitment_entries", "state, author, reason, at, commitment_id", promised.Select((_, i) => new object?[] { 0, Span.Colleague(i), null, span.Ago(120), Span.Id(6, i) }));

        var sent = span.Everybody().Where(w => w.I % 50 == 11 && !Chats.IsStranger(w.I)).Select((w, r) => (w, r, state: States[r % States.Length])).ToList();
        DateTime At(int r) => span.At(r, sent.Count);
        await fill.Write("referrals", "id, ally_id, country, region_code, place_code, participant_id, group_id, reason, fields, state, result, answer_days, referred_at, sent_at, answer_by, answered_at, ended_at, version", sent.Select(x => new object?[]
        {
            Span.Id(7, x.r), IdOf(AllyFor(x.w.Country, x.r)), x.w.Country, x.w.Region, x.w.Place, x.w.Id, null, "Pide un curso de costura", "nombre telefono", x.state, x.state == 11 ? 1 + (x.r % 3) : null, 10, At(x.r),
            x.state is 0 or 12 ? null : At(x.r).AddDays(1), x.state is 0 or 12 ? null : At(x.r).AddDays(15), x.state is 2 or 10 or 11 ? At(x.r).AddDays(6) : null, x.state >= 10 ? At(x.r).AddDays(30) : null, 2,
        }));
        await fill.Write("referral_people", "referral_id, participant_id, registration_id, sharing, asked_at, answered_at, told_at", sent.Select(x => new object?[] { Span.Id(7, x.r), x.w.Id, x.w.Id, x.state switch { 0 => 0, 12 => 2, 13 => 3, _ => 1 }, At(x.r), x.state == 0 ? null : At(x.r).AddDays(1), At(x.r) }));
        await fill.Write("referral_entries", "kind, participant_id, author, text, at, referral_id", sent.SelectMany(x => new[] { 0, 1, 4 }.Where(kind => kind == 0 || x.state is 2 or 11).Select(kind => new object?[] { kind, x.w.Id, Span.Colleague(x.r), null, At(x.r).AddDays(kind), Span.Id(7, x.r) })));

        int AllyFor(string country, int i) => all.Where(a => CountryOf(a) == country).ElementAt(i % (Institutions / span.Packs.All.Count));
    }
}
