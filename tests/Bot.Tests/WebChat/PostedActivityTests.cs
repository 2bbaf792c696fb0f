using System.Text;
using CoopAssistant.Bot.WebChat.DirectLine;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Bot.Tests.WebChat;

public sealed class PostedActivityTests
{
    [Fact]
    public void Text_type_and_the_clients_id_are_read()
    {
        var (activity, _) = Parse("""{"type":"message","text":"hola","channelData":{"clientActivityID":"a1"},"from":{"role":"bot"}}""");

        Assert.Equal(("message", "hola", "a1"), (activity!.Type, activity.Text, activity.ClientId));
    }

    [Fact]
    public void A_post_back_speaks_by_its_value()
    {
        var (activity, _) = Parse("""{"type":"message","value":"menu","channelData":{"postBack":true}}""");

        Assert.Equal("menu", activity!.Text);
    }

    [Fact]
    public void Control_characters_go_and_line_breaks_stay()
    {
        var (activity, _) = Parse("""{"type":"message","text":"a\u0000b\nc\u0007"}""");

        Assert.Equal("ab\nc", activity!.Text);
    }

    [Fact]
    public void A_very_long_text_is_cut_between_characters()
    {
        var (activity, _) = Parse($$"""{"type":"message","text":"{{new string('a', PostedActivity.MostText - 1)}}🌽🌽"}""");

        Assert.Equal(PostedActivity.MostText - 1, activity!.Text.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hola")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    public void What_is_no_activity_is_refused_as_malformed(string body)
    {
        var (activity, refusal) = Parse(body);

        Assert.Null(activity);
        Assert.Equal(400, ((IStatusCodeHttpResult)refusal!).StatusCode);
    }

    [Fact]
    public void Broken_UTF8_is_refused_as_malformed()
    {
        var (activity, refusal) = PostedActivity.Parse([.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]);

        Assert.Null(activity);
        Assert.Equal(400, ((IStatusCodeHttpResult)refusal!).StatusCode);
    }

    [Theory]
    [InlineData(262_144, null)]
    [InlineData(262_145, 413)]
    public async Task The_limit_is_256_K_characters_of_the_whole_activity(int length, int? refused)
    {
        const string frame = """{"type":"message","text":""}""";
        var body = frame.Insert(frame.Length - 2, new string('ñ', length - frame.Length));

        var (_, refusal) = await PostedActivity.Read(new MemoryStream(Encoding.UTF8.GetBytes(body)), default);

        Assert.Equal(refused, ((IStatusCodeHttpResult?)refusal)?.StatusCode);
    }

    private static (PostedActivity? Activity, IResult? Refusal) Parse(string body) => PostedActivity.Parse(Encoding.UTF8.GetBytes(body));
}
