namespace CoopAssistant.Benchmarks.Filling.Whole;

/// <summary>
/// Fifty broadcasts of the last months: one to the first women of Bolivia, a fifth of all, whom every twentieth answered; small ones to others, of which the newest is
/// stopped half-way. A woman got one at most.
/// </summary>
internal sealed class Said
{
    public const string Columns = "id, conversation_id, previous_id, direction, text, provider_id, author, at, delivery, attempts, not_before, error_code, broadcast_id";
    public const int Broadcasts = 50;
    private const int AnswersEach = 20;
    private readonly Span _span;
    private readonly List<(int Woman, int Broadcast)> _recipients;
    private readonly Dictionary<int, int> _place = [];
    private readonly List<int> _said;
    private readonly List<int> _answered;

    public Said(Span span)
    {
        _span = span;
        var big = span.Everybody().Where(w => w.Country == "BO" && !Chats.IsStranger(w.I)).Take(span.Part(0.2)).Select(w => (w.I, 1)).ToList();
        var begin = big[^1].I + 1;
        var each = Math.Min(span.Part(0.002), (span.Women - begin) / Broadcasts);
        _recipients = [.. big, .. Enumerable.Range(0, (Broadcasts - 1) * each).Where(i => !Chats.IsStranger(begin + i)).Select(i => (begin + i, 2 + (i / each)))];
        _said = [.. Enumerable.Range(0, _recipients.Count).Where(i => State(i) == 2)];
        for (var place = 0; place < _said.Count; place++) _place[_recipients[_said[place]].Woman] = place;
        _answered = [.. _said.Where(i => _recipients[i].Broadcast == 1 && i % AnswersEach == 1).Select(i => _recipients[i].Woman)];
    }

    public long LastMessage => Broadcasted(_said.Count) + _answered.Count;

    /// <summary>The message of a broadcast, or her answer to it; null where she got none.</summary>
    public long? LastOf(int woman) => AnswerOf(woman) ?? (_place.TryGetValue(woman, out var place) ? Broadcasted(place) : null);

    public DateTime? AnsweredAt(int woman) => AnswerOf(woman) is { } message ? _span.At(message, LastMessage) : null;

    public async Task Write(FastFill fill)
    {
        var texts = new Messaging.Broadcasts.BroadcastMessage([new("es", "HX0", "El sábado hay una charla en {{1}}.")], ["su comunidad"]);
        await fill.Write(
            "broadcasts", "id, title, country, region_code, place_code, segment_json, texts_json, variables_json, repeats_id, state, per_minute, prepared_up_to, is_prepared, next_batch_at, confirmed, estimate_micros, currency, author, created_at, confirmed_at, ended_at, version",
            Enumerable.Range(1, Broadcasts).Select(b => new object?[]
            {
                (long)b, $"Charla {b}", "BO", null, null, new Messaging.Broadcasts.BroadcastSegment { Country = "BO" }.ToJson(), texts.TextsJson(), texts.VariablesJson(), null, b == Broadcasts ? (short)4 : (short)6, 600,
                (long)_span.Women, true, null, _recipients.Count(r => r.Broadcast == b), 40_000_000L, "USD", Span.Colleague(b), _span.Ago(60 - b), _span.Ago(60 - b), b == Broadcasts ? null : _span.Ago(59 - b), 3,
            }));
        await fill.Write("broadcast_recipients", "broadcast_id, contact_id, state, reason, message_id", _recipients.Select((r, i) => new object?[]
        {
            (long)r.Broadcast, Chats.ContactOf(r.Woman), State(i), State(i) == 3 ? (short)1 : (short)0, State(i) == 2 ? Broadcasted(_place[r.Woman]) : null,
        }));
        await fill.Write("messages", Columns, _said.Select((i, place) => new object?[]
        {
            Broadcasted(place), Chats.ContactOf(_recipients[i].Woman), Chats.MessageOf(_span, Chats.Turns - 1, _recipients[i].Woman), (short)2, "El sábado hay una charla en su comunidad.", $"SB{i:D30}", null,
            _span.At(Broadcasted(place), LastMessage), i % 50 == 9 ? (short)9 : i % 7 == 2 ? (short)6 : i % 3 == 0 ? (short)7 : (short)8, 1, null, i % 50 == 9 ? "63016" : null, (long)_recipients[i].Broadcast,
        }));
        await fill.Write("messages", Columns, _answered.Select((woman, nth) => new object?[]
        {
            Broadcasted(_said.Count) + 1 + nth, Chats.ContactOf(woman), Broadcasted(_place[woman]), (short)1, "Sí voy", $"SA{nth:D30}", null, AnsweredAt(woman), (short)0, 0, null, null, null,
        }));
    }

    /// <summary>Most were told; some did not agree; half of the newest wait.</summary>
    private short State(int recipient) => (short)(_recipients[recipient].Broadcast == Broadcasts && recipient % 2 == 0 ? 1 : recipient % 12 == 5 ? 3 : 2);

    private long Broadcasted(int place) => ((long)Chats.Turns * _span.Women) + 1 + place;

    private long? AnswerOf(int woman) => _answered.BinarySearch(woman) is >= 0 and var nth ? Broadcasted(_said.Count) + 1 + nth : null;
}
