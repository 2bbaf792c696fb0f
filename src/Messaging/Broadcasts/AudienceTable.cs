using System.Collections;
using System.Runtime.InteropServices;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>
/// Who could be told something, small enough to stay in memory (some twenty bytes a woman) and to be counted for any segment in milliseconds. Answers what
/// <see cref="Audience"/> asks of the database, but for members of one group, which it does not know.
/// </summary>
internal sealed class AudienceTable
{
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Row(int Woman, int Phone, ushort Place, ushort Rubro, byte Language, byte Status, Traits Traits);

    /// <param name="WroteAt">Whole seconds since 1970.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Phone(Channel Channel, Unreachable Reason, uint WroteAt);

    [Flags]
    private enum Traits : byte { None = 0, InGroup = 1, Began = 2, Finished = 4, HasChat = 8 }

    private readonly List<Row> _rows = [];
    private readonly List<Phone> _phones = [];
    private readonly Numbers<(string Country, string? Region, string? Place)> _places = new();
    private readonly Numbers<string?> _rubros = new();
    private readonly Numbers<string> _languages = new();

    /// <param name="phones">In the order of their contacts, with the reasons that do not change with time: as for a template.</param>
    /// <param name="women">In the order of the women.</param>
    public static async Task<AudienceTable> Of(IAsyncEnumerable<Candidate> phones, IAsyncEnumerable<Addressee> women, CancellationToken cancel)
    {
        var (table, contacts) = (new AudienceTable(), new List<long>());
        await foreach (var phone in phones.WithCancellation(cancel))
        {
            contacts.Add(phone.ContactId);
            table._phones.Add(new(phone.Channel, phone.Reason, (uint)phone.LastInboundAt.ToUnixTimeSeconds()));
        }
        var (woman, last) = (-1, default(ParticipantId?));
        await foreach (var her in women.WithCancellation(cancel))
        {
            if (her.ParticipantId != last) (woman, last) = (woman + 1, her.ParticipantId);
            var traits = (her.IsInGroup ? Traits.InGroup : Traits.None) | (her.Began ? Traits.Began : Traits.None) | (her.Finished ? Traits.Finished : Traits.None) | (her.ContactId is null ? Traits.None : Traits.HasChat);
            table._rows.Add(new(woman, her.ContactId is { } contact ? contacts.BinarySearch(contact) : -1, table._places.Of((her.Country, her.RegionCode, her.PlaceCode)), table._rubros.Of(her.Rubro), (byte)table._languages.Of(her.Language), (byte)her.Status, traits));
        }
        table._rows.TrimExcess();
        table._phones.TrimExcess();
        return table;
    }

    public CountAudience.Result Count(BroadcastSegment segment, bool isTemplate, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var territory = segment.Territory;
        var places = _places.Where(place => place.Country == segment.Country && territory.Covers(place.Country, place.Region, place.Place));
        var (rubros, languages) = (segment.Rubro is { } rubro ? _rubros.Where(own => own == rubro) : null, segment.Language is { } language ? _languages.Where(own => own == language) : null);
        var statuses = Statuses(segment);
        var (told, women, withoutChat) = (new BitArray(_phones.Count), new Distinct(), new Distinct());
        foreach (var row in _rows)
        {
            if (!places[row.Place] || !statuses[row.Status] || rubros?[row.Rubro] == false || languages?[row.Language] == false || !Fits(row.Traits, segment)) continue;
            women.Add(row.Woman);
            if (!row.Traits.HasFlag(Traits.HasChat)) withoutChat.Add(row.Woman);
            else if (row.Phone >= 0) told[row.Phone] = true;
        }
        return Result(told, women.Count, withoutChat.Count, isTemplate, now);
    }

    private CountAudience.Result Result(BitArray told, int women, int withoutChat, bool isTemplate, DateTimeOffset now)
    {
        var (closed, reasons, reached, web, paid) = ((now - Conversation.OpenWindow).ToUnixTimeSeconds(), new SortedDictionary<Unreachable, int>(), 0, 0, 0);
        for (var i = 0; i < _phones.Count; i++)
        {
            if (!told[i]) continue;
            var phone = _phones[i];
            var isOutside = phone.Channel == Channel.WhatsApp && phone.WroteAt <= closed;
            var reason = phone.Reason == Unreachable.None && !isTemplate && isOutside ? Unreachable.WindowClosed : phone.Reason;
            if (reason != Unreachable.None)
            {
                reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
                continue;
            }
            reached++;
            if (phone.Channel != Channel.WhatsApp) web++;
            if (isOutside) paid++;
        }
        List<(Unreachable Reason, int Count)> leftOut = [.. reasons.Select(one => (one.Key, one.Value))];
        if (withoutChat > 0) leftOut.Add((Unreachable.NoChat, withoutChat));
        return new(women, reached, web, isTemplate ? paid : 0, leftOut);
    }

    private static bool[] Statuses(BroadcastSegment segment)
    {
        var statuses = new bool[byte.MaxValue + 1];
        foreach (var status in segment.Statuses.Count > 0 ? segment.Statuses : Enum.GetValues<RegistrationStatus>().Where(LiveRegistrations.IsLive)) statuses[(int)status] = true;
        return statuses;
    }

    private static bool Fits(Traits traits, BroadcastSegment segment) =>
        segment.InGroup switch { GroupFilter.InOne => traits.HasFlag(Traits.InGroup), GroupFilter.InNone => !traits.HasFlag(Traits.InGroup), _ => true }
        && segment.Learning switch
        {
            LearningFilter.NotBegun => !traits.HasFlag(Traits.Began), LearningFilter.Begun => traits.HasFlag(Traits.Began) && !traits.HasFlag(Traits.Finished), LearningFilter.Finished => traits.HasFlag(Traits.Finished), _ => true,
        };

    /// <summary>Counts each once of what comes in order.</summary>
    private sealed class Distinct
    {
        private int _last = -1;

        public int Count { get; private set; }

        public void Add(int one)
        {
            if (one == _last) return;
            _last = one;
            Count++;
        }
    }

    /// <summary>A small number for each different value.</summary>
    private sealed class Numbers<T>
    {
        private readonly Dictionary<ValueTuple<T>, ushort> _numbers = [];
        private readonly List<T> _values = [];

        public ushort Of(T value)
        {
            if (_numbers.TryGetValue(new(value), out var number)) return number;
            number = checked((ushort)_values.Count);
            _numbers.Add(new(value), number);
            _values.Add(value);
            return number;
        }

        /// <summary>For each number whether its value fits.</summary>
        public bool[] Where(Func<T, bool> fits) => [.. _values.Select(fits)];
    }
}
