using System.Text.Json;
using CoopAssistant.Bot.WebChat.DirectLine;
using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Bot.Tests.WebChat;

public sealed class ActivityWriterTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly ActivityWriter Writer = new("conv", "dl_her", "https://chat.example.org");

    [Fact]
    public void Her_message_is_echoed_with_its_own_ids_and_her_role()
    {
        var activity = Only(Hers(7, "hola", "c-abc"));

        Assert.Equal("conv|0000007", activity.GetProperty("id").GetString());
        Assert.Equal("abc", activity.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal("dl_her", activity.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("user", activity.GetProperty("from").GetProperty("role").GetString());
    }

    [Fact]
    public void What_the_client_sent_along_comes_back_untouched()
    {
        using var sent = JsonDocument.Parse("""{"clientActivityID":"abc","attachmentSizes":[12],"x":{"y":[1]}}""");
        var data = sent.RootElement;

        var (frame, _) = Writer.Frames([Hers(7, "hola", "c-abc")], ThreadPlace.Beginning, 0, _ => data).Single();

        Assert.Equal(data.GetRawText(), Activities(frame.Span)[0].GetProperty("channelData").GetRawText());
    }

    [Fact]
    public void A_reply_names_its_question_and_the_opening_is_nobodys_question()
    {
        var all = Write(Hers(1, "", ThreadPlace.Opening), Ours(2, "Buenos días"), Hers(3, "hola", "s-x"), Ours(4, "Elija"));

        Assert.Equal(["Buenos días", "hola", "Elija"], all.Select(a => a.GetProperty("text").GetString()));
        Assert.False(all[0].TryGetProperty("replyToId", out _));
        Assert.Equal("conv|0000003", all[2].GetProperty("replyToId").GetString());
    }

    [Fact]
    public void Times_rise_even_where_the_clock_stands_still_or_goes_back()
    {
        var all = Write(Hers(1, "a", "s-1"), Ours(2, "b"), Ours(3, "c", Nine.AddSeconds(-30)), Ours(4, "d", Nine.AddSeconds(1)));

        var times = all.Select(a => a.GetProperty("timestamp").GetString()).ToList();
        Assert.Equal(["2026-03-02T09:00:00.000Z", "2026-03-02T09:00:00.001Z", "2026-03-02T09:00:00.002Z", "2026-03-02T09:00:01.000Z"], times);
    }

    [Fact]
    public void A_replay_from_the_middle_says_the_same_as_the_whole()
    {
        ThreadMessage[] thread = [Hers(1, "a", "s-1"), Ours(2, "b"), Ours(3, "c"), Hers(4, "d", "s-2"), Ours(5, "e")];

        var whole = Write(thread).Select(a => a.GetRawText()).Skip(2);
        var (set, place) = Writer.Set(thread, shownUpTo: 2);
        var live = Writer.Frames(thread[3..], place: After(thread[..3]), shownUpTo: 3, _ => null).ToList();

        Assert.Equal(whole, Activities(set.Span).Select(a => a.GetRawText()));
        Assert.Equal(whole.Skip(1), live.SelectMany(f => Activities(f.Frame.Span)).Select(a => a.GetRawText()));
        Assert.Equal(5, place.LastId);
        Assert.Equal(["5", "4", "5"], new[] { set }.Concat(live.Select(f => f.Frame)).Select(f => Watermark(f.Span)));
    }

    [Fact]
    public void A_few_short_options_are_suggested_on_the_last_message_of_a_turn()
    {
        var activity = Only(Ours(1, "¿Acepta?", options: ["Sí", "No"]));

        var actions = activity.GetProperty("suggestedActions").GetProperty("actions");
        Assert.Equal("""[{"type":"imBack","title":"Sí","value":"Sí"},{"type":"imBack","title":"No","value":"No"}]""", actions.GetRawText());
        Assert.Equal("[]", activity.GetProperty("suggestedActions").GetProperty("to").GetRawText());
    }

    [Fact]
    public void Many_options_long_ones_and_those_before_the_last_message_are_a_hero_card()
    {
        var many = Only(Ours(1, "Elija", options: ["1a", "2a", "3a", "4a", "5a", "6a", "7a"]));
        var longer = Only(Ours(1, "Elija", options: ["Comarca Ngäbe-Buglé y sus alrededores", "No"]));
        var early = Write(Ours(1, "Elija", options: ["Sí", "No"]), Ours(2, "Gracias"))[0];

        foreach (var activity in new[] { many, longer, early })
        {
            Assert.False(activity.TryGetProperty("suggestedActions", out _));
            Assert.Equal("application/vnd.microsoft.card.hero", activity.GetProperty("attachments")[0].GetProperty("contentType").GetString());
        }
        Assert.Equal(7, many.GetProperty("attachments")[0].GetProperty("content").GetProperty("buttons").GetArrayLength());
    }

    [Fact]
    public void Two_options_with_one_label_are_told_apart_by_their_numbers()
    {
        var activity = Only(Ours(1, "¿Cuál Santa Rosa?", options: ["Santa Rosa", "Santa Rosa"]));

        var actions = activity.GetProperty("suggestedActions").GetProperty("actions");
        Assert.Equal(["1", "2"], actions.EnumerateArray().Select(a => a.GetProperty("value").GetString()));
    }

    [Fact]
    public void A_file_gets_an_absolute_address()
    {
        var extras = MessageExtras.Of(new OutgoingMessage("Escuche") { Media = new("/audio/1.ogg", "audio/ogg", "Lección 1") });

        var activity = Only(Ours(1, "Escuche") with { Extras = extras });

        Assert.Equal("""[{"contentType":"audio/ogg","contentUrl":"https://chat.example.org/audio/1.ogg","name":"Lección 1"}]""", activity.GetProperty("attachments").GetRawText());
    }

    [Fact]
    public void A_file_says_how_large_and_how_long_it_is_where_that_is_known()
    {
        var extras = MessageExtras.Of(new OutgoingMessage("Escuche") { Media = new("/audio/1.ogg", "audio/ogg", "Lección 1") { Bytes = 91_000, Seconds = 42 } });

        var file = Only(Ours(1, "Escuche") with { Extras = extras }).GetProperty("attachments")[0];

        Assert.Equal((91_000, 42), (file.GetProperty("bytes").GetInt32(), file.GetProperty("seconds").GetInt32()));
    }

    [Fact]
    public void A_message_that_takes_files_says_so()
    {
        var asking = Only(Ours(1, "Mande la foto") with { Extras = MessageExtras.Of(new OutgoingMessage("Mande la foto") { TakesFiles = true }) });

        Assert.Equal("""{"files":true}""", asking.GetProperty("channelData").GetRawText());
    }

    [Fact]
    public void Our_widget_gets_only_what_it_reads()
    {
        var brief = new ActivityWriter("conv", "dl_her", "https://chat.example.org", isBrief: true);

        var all = Activities(brief.Set([Hers(3, "hola", "c-abc"), Ours(4, "¿Cuál?", Nine, ["Sí", "No"]), Ours(5, "¿Cuál Santa Rosa?", Nine, ["Santa Rosa", "Santa Rosa"])], 0).Set.Span);

        Assert.Equal("""{"type":"message","id":"3","timestamp":"2026-03-02T09:00:00.000Z","from":{"role":"user"},"text":"hola","channelData":{"clientActivityID":"abc"}}""", all[0].GetRawText());
        Assert.Equal("""[{"title":"Sí"},{"title":"No"}]""", all[1].GetProperty("attachments")[0].GetProperty("content").GetProperty("buttons").GetRawText());
        Assert.Equal("""{"actions":[{"title":"Santa Rosa","value":"1"},{"title":"Santa Rosa","value":"2"}]}""", all[2].GetProperty("suggestedActions").GetRawText());
    }

    [Fact]
    public void Staff_are_told_apart_from_the_bot_but_not_by_name()
    {
        var activity = Only(Ours(1, "Le escribo yo") with { Author = "carmen@ministerio" });

        Assert.Equal("""{"id":"staff","name":"staff","role":"bot"}""", activity.GetProperty("from").GetRawText());
        Assert.DoesNotContain("carmen", activity.GetRawText());
    }

    [Fact]
    public void What_passes_by_keeps_its_content_but_not_its_claims()
    {
        using var posted = JsonDocument.Parse("""{"type":"event","name":"join","value":{"a":1},"id":"mine","from":{"id":"bot","role":"bot"},"channelData":{"clientActivityID":"e1"}}""");

        var activity = Activities(Writer.Passing(posted.RootElement, "conv|e9", Nine))[0];

        Assert.Equal("conv|e9", activity.GetProperty("id").GetString());
        Assert.Equal("""{"id":"dl_her","role":"user"}""", activity.GetProperty("from").GetRawText());
        Assert.Equal("e1", activity.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal("join", activity.GetProperty("name").GetString());
    }

    private static ThreadMessage Hers(long id, string text, string providerId) => new(id, MessageDirection.Inbound, text, Nine) { ProviderId = providerId };

    private static ThreadMessage Ours(long id, string text, DateTimeOffset? at = null, string[]? options = null) => new(id, MessageDirection.Outbound, text, at ?? Nine)
    {
        Extras = options is null ? null : MessageExtras.Of(new OutgoingMessage(text) { Options = [.. options.Select((o, i) => new Option($"v{i}", o))] }),
    };

    private static ThreadPlace After(IEnumerable<ThreadMessage> thread) => thread.Aggregate(ThreadPlace.Beginning, (place, message) => place.After(message));

    private static JsonElement Only(ThreadMessage message) => Assert.Single(Write(message));

    private static IReadOnlyList<JsonElement> Write(params ThreadMessage[] thread) => Activities(Writer.Set(thread, 0).Set.Span);

    private static IReadOnlyList<JsonElement> Activities(ReadOnlySpan<byte> frame) =>
        [.. JsonDocument.Parse(frame.ToArray()).RootElement.GetProperty("activities").EnumerateArray()];

    private static string? Watermark(ReadOnlySpan<byte> frame) => JsonDocument.Parse(frame.ToArray()).RootElement.GetProperty("watermark").GetString();
}
