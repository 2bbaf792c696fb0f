namespace CoopAssistant.Benchmarks.Filling.Whole;

/// <summary>Conversations that came before staff: the newest are open, some put aside, some late; with notes of colleagues.</summary>
internal static class Tickets
{
    private static readonly string[] Reasons = ["persona", "persona", "persona", "datos", "seguimiento", "error", "bloqueo", "borrado", "violencia"];
    public static readonly string[] Tables = ["tickets", "conversation_notes", "escalations", "canned_answers"];

    public static async Task Write(FastFill fill, Span span)
    {
        var (all, open) = (span.Part(0.03), span.Part(0.002));
        var women = span.Everybody().Where((_, i) => i % 33 == 8).Take(all).ToList();
        bool IsOpen(int t) => t >= women.Count - open;
        DateTime OpenedAt(int t) => IsOpen(t) ? span.Until.AddMinutes((t - women.Count) * (40.0 * 1440 / open)) : span.At(t, women.Count);
        await fill.Write("tickets", "id, conversation_id, reason, country, region_code, place_code, assigned_to, opened_at, waiting_since, closed_at, minutes_to_answer, snoozed_until, version", women.Select((w, t) =>
        {
            var (at, isStranger) = (OpenedAt(t), Chats.IsStranger(w.I));
            return new object?[]
            {
                t + 1L, Chats.ContactOf(w.I), Reasons[t % Reasons.Length], isStranger && t % 2 == 0 ? null : w.Country, isStranger ? null : w.Region, isStranger ? null : w.Place, t % 3 == 0 ? null : Span.Colleague(t), at,
                IsOpen(t) && t % 5 < 3 ? at : null, IsOpen(t) ? null : at.AddHours(30), IsOpen(t) && t % 5 < 3 ? null : t % 900, IsOpen(t) && t % 10 == 9 ? span.Until.AddDays(3) : null, 2,
            };
        }));
        await fill.Write("conversation_notes", "conversation_id, author, text, at", women.Where((_, t) => t % 2 == 0).Select((w, t) => new object?[] { Chats.ContactOf(w.I), Span.Colleague(t), "La llamé y quedamos en vernos.", OpenedAt(t * 2).AddHours(1) }));
        await fill.Write("escalations", "registration_id, ticket_id, level, country, region_code, place_code, since, at, ended_at", women.Select((w, t) => (w, t)).Where(x => x.t % 4 == 0).Select(x => new object?[]
        {
            null, x.t + 1L, x.t % 8 == 0 ? 2 : 1, x.w.Country, x.w.Region, x.w.Place, OpenedAt(x.t), OpenedAt(x.t).AddHours(9), IsOpen(x.t) && x.t % 5 < 3 ? null : OpenedAt(x.t).AddHours(30),
        }));
        await fill.Write("escalations", "registration_id, ticket_id, level, country, region_code, place_code, since, at, ended_at", span.Everybody().Where(w => w.I % 40 < 2).Select(w => new object?[]
        {
            w.Id, null, w.I % 80 == 0 ? 2 : 1, w.Country, w.Region, w.Place, w.At, w.At.AddDays(20), w.I % 400 < 2 ? null : w.At.AddDays(25),
        }));
        await fill.Write("canned_answers", "title, text, author, at", Enumerable.Range(0, 40).Select(i => new object?[] { $"Respuesta {i}", "Hola {nombre}, su folio es {folio}.", Span.Colleague(i), span.Ago(i) }));
    }
}
