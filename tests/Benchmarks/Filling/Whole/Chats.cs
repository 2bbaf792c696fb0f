using System.Globalization;

namespace CoopAssistant.Benchmarks.Filling.Whole;

/// <summary>
/// A phone or browser for each woman, with her agreements and a talk of four messages over three years. Every 25th is a stranger who never
/// registered; the woman of that number came on a paper list and has no chat.
/// </summary>
internal static class Chats
{
    private const short WhatsApp = 1, Web = 2, Inbound = 1, Outbound = 2, Parked = 2, Queued = 5, Delivered = 7, Read = 8, Failed = 9;
    private const int Registration = 1, Contact = 2;
    public const int Turns = 4;
    private static readonly byte[] State = "{}"u8.ToArray();

    public static readonly string[] Tables = ["contacts", "contact_addresses", "contact_participants", "consents", "conversations", "messages"];

    /// <summary>The contact of a woman's number.</summary>
    public static long ContactOf(int woman) => woman + 1;

    public static bool IsStranger(int woman) => woman % 25 == 24;

    public static short ChannelOf(int woman) => woman % 5 == 0 ? Web : WhatsApp;

    /// <summary>Messages lie in the order of time, as those that come in do: everybody's first, everybody's second, …, then what was broadcast.</summary>
    public static long MessageOf(Span span, int turn, int woman) => ((long)turn * span.Women) + woman + 1;

    public static async Task Write(FastFill fill, Span span, Said said)
    {
        string AddressOf(ManyRegistrations.Woman w) => ChannelOf(w.I) == Web ? string.Create(CultureInfo.InvariantCulture, $"dl_{w.I:D8}") : $"whatsapp:{w.Phone}";
        DateTime At(int turn, int woman) => span.At(MessageOf(span, turn, woman), said.LastMessage);

        await fill.Write("contacts", "id, channel, profile_name, created_at", span.Everybody().Select(w => new object?[] { ContactOf(w.I), ChannelOf(w.I), ChannelOf(w.I) == Web ? null : w.GivenNames, At(0, w.I) }));
        foreach (var channel in new[] { WhatsApp, Web })
            await fill.Write("contact_addresses", "channel, address, contact_id", span.Everybody().Where(w => ChannelOf(w.I) == channel).Select(w => new object?[] { channel, AddressOf(w), ContactOf(w.I) }));
        await fill.Write("contact_participants", "contact_id, participant_id, linked_at", span.Everybody().Where(w => !IsStranger(w.I)).Select(w => new object?[] { ContactOf(w.I), w.Id, At(1, w.I) }));
        await fill.Write(
            "consents", "contact_id, purpose, is_granted, text_version, channel, language, at",
            span.Everybody().SelectMany(w => new[] { Registration, Contact }.Select(purpose => new object?[] { ContactOf(w.I), purpose, purpose == Registration || w.I % 10 != 3, "1", "whatsapp", "es", At(0, w.I) })));
        await fill.Write(
            "conversations", "id, channel, version, reply_address, last_inbound_at, last_message_id, is_held, has_opted_out, has_parked, invited_at, out_of_reach_since, awaited_from_her, state",
            span.Everybody().Select(w => new object?[]
            {
                ContactOf(w.I), ChannelOf(w.I), 4L, AddressOf(w), said.AnsweredAt(w.I) ?? At(Turns - 2, w.I), said.LastOf(w.I) ?? MessageOf(span, Turns - 1, w.I), w.I % 5000 == 1, w.I % 50 == 7, IsParked(w.I), null, DeliveryOf(w.I, isLast: true) == Failed ? At(Turns - 1, w.I) : null, null, State,
            }));
        for (var turn = 0; turn < Turns; turn++)
        {
            var (nth, isHers) = (turn, turn % 2 == 0);
            await fill.Write(
                "messages", Said.Columns,
                span.Everybody().Select(w => new object?[]
                {
                    MessageOf(span, nth, w.I), ContactOf(w.I), nth == 0 ? null : MessageOf(span, nth - 1, w.I), isHers ? Inbound : Outbound,
                    isHers ? "¿Cómo va mi registro?" : "Su registro está en revisión. Una funcionaria se comunicará con usted.", $"SM{nth}{w.I:D30}", null, At(nth, w.I),
                    isHers ? (short)0 : DeliveryOf(w.I, isLast: nth == Turns - 1), isHers ? 0 : 1, null, !isHers && DeliveryOf(w.I, isLast: nth == Turns - 1) == Failed ? "63024" : null, null,
                }));
        }
    }

    private static bool IsParked(int woman) => ChannelOf(woman) == WhatsApp && woman % 400 == 2;

    private static short DeliveryOf(int woman, bool isLast) =>
        ChannelOf(woman) == Web ? (short)0 : isLast && IsParked(woman) ? Parked : isLast && woman % 10_000 == 3 ? Queued : woman % 200 == 4 ? Failed : woman % 3 == 1 ? Delivered : Read;
}
