using System.Globalization;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Benchmarks.Filling.Whole;

/// <summary>Communities in all places, spellings nobody has explained, posters and who came by them, paper lists.</summary>
internal static class Places
{
    public static readonly string[] Tables = ["communities", "community_entries", "unknown_places", "posters", "poster_arrivals", "paper_lists", "paper_rows", "goals", "goal_entries"];

    public static async Task Write(FastFill fill, Span span)
    {
        var some = span.Everybody().Where((_, i) => i % 250 == 3).ToList();
        await fill.Write("communities", "id, country, region_code, place_code, name, plain_name, state, priority, priority_reason, study_json, studied_at, changed_at, version", some.Select((w, i) => new object?[]
        {
            Span.Id(8, i), w.Country, w.Region, w.Place, $"{w.Community} {i}", Plain.Of($"{w.Community} {i}"), (i % 10) switch { < 4 => 0, < 8 => 1, 8 => 2, _ => 9 }, i % 5 == 0 ? null : 1 + (i % 5), "Muchas pidieron", null, null, span.At(i, some.Count), 1,
        }));
        await fill.Write("community_entries", "kind, trigger, author, detail, at, community_id", some.Select((_, i) => new object?[] { 0, null, Span.Colleague(i), null, span.At(i, some.Count), Span.Id(8, i) }));
        await fill.Write("unknown_places", "country, region_code, words, plain, registration_id, at, place_code, settled_by, settled_at", some.Select((w, i) => new object?[]
        {
            w.Country, w.Region, $"por la quebrada {i % 900}", $"por la quebrada {i % 900}", w.Id, w.At, i % 3 == 0 ? null : w.Place, i % 3 == 0 ? null : "ana", i % 3 == 0 ? null : span.Ago(9),
        }));
        await fill.Write("posters", "id, code, country, region_code, place_code, kind, title, community_id, meeting_id, office, author, at, retired_at, version", some.Where((_, i) => i % 4 == 0).Select((w, i) => new object?[]
        {
            i + 1L, string.Create(CultureInfo.InvariantCulture, $"A{i:D6}"), w.Country, w.Region, w.Place, (short)4, $"Mercado {i}", null, null, null, Span.Colleague(i), span.Ago(i % 700), i % 10 == 0 ? span.Ago(1) : null, 1,
        }));
        var posters = some.Count / 4;
        await fill.Write("poster_arrivals", "poster_id, contact_id, registration_id, event, at", span.Everybody().Where(w => w.I % 10 == 6).Select(w => new object?[] { (w.I / 10 % posters) + 1L, w.I % 20 == 6 ? null : Chats.ContactOf(w.I), w.I % 20 == 6 ? w.Id : null, w.I % 20 == 6 ? (short)2 : (short)1, w.At }));
        await fill.Write("paper_lists", "id, country, office_code, file_name, uploaded_by, uploaded_at, state, version", Enumerable.Range(0, span.Part(0.0004)).Select(i => new object?[]
        {
            i + 1L, span.Packs.All[i % span.Packs.All.Count].Country.Code, OfficeOf(span, i), $"lista-{i}.xlsx", Span.Colleague(i), span.Ago(i % 900), 0, 1,
        }));
        await fill.Write("paper_rows", "list_id, line, key, draft_json, consent_by, consent_on, resembles, registration_id", span.Everybody().Where(w => Chats.IsStranger(w.I)).Select(w => new object?[]
        {
            (w.I / 25 % span.Part(0.0004)) + 1L, 2 + (w.I / 25), $"k{w.I}", null, "Firma", DateOnly.FromDateTime(w.At), null, w.Id,
        }));
    }

    private static string OfficeOf(Span span, int i)
    {
        var offices = span.Packs.All[i % span.Packs.All.Count].Offices.All;
        return offices[i % offices.Count].Code;
    }
}
