using System.Text;
using System.Text.RegularExpressions;
using CoopAssistant.Bot.WebChat.Pages;
using CoopAssistant.Bot.WebChat.Widget;

namespace CoopAssistant.Bot.Tests.WebChat;

public sealed class WidgetBundleTests
{
    private static readonly WidgetBundle Bundle = new(SiteWords.Read(Repository.Content));
    private static readonly string Script = Encoding.UTF8.GetString(Bundle.Plain);

    [Fact]
    public void The_whole_widget_takes_less_than_12_kB() => Assert.InRange(Bundle.Brotli.Length, 1_000, 11_999);

    [Fact]
    public void It_needs_nothing_else()
    {
        Assert.DoesNotMatch(@"(?m)^import\b|\bimport\(|@import|url\(", Script);
    }

    [Fact]
    public void Text_never_becomes_markup() => Assert.DoesNotMatch("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function", Script);

    /// <summary>Chromium 64 of an eight-year-old phone: nothing newer than ES2018 in the syntax, and none of the later functions.</summary>
    [Theory]
    [InlineData(@"\?\.[a-zA-Z_\[(]", "optional chaining")]
    [InlineData(@"\?\?", "nullish coalescing")]
    [InlineData(@"catch\s*\{", "catch without a name")]
    [InlineData(@"this\.#|^\s*#\w", "private fields")]
    [InlineData(@"(?m)^await\b", "await at the top")]
    [InlineData(@"\.(replaceAll|matchAll|flat|flatMap|at|replaceChildren|allSettled)\(", "later functions")]
    [InlineData(@"\bAbortController\b|\bglobalThis\b|structuredClone|crypto\.randomUUID|requestSubmit|ResizeObserver", "later interfaces")]
    [InlineData(@"\b(gap|inset|aspect-ratio):|:is\(|:where\(|:focus-visible|\b(min|max|clamp)\(\d", "later style")]
    public void Old_phones_understand_it(string pattern, string what)
    {
        var found = Regex.Match(Script.Replace("Math.min(", "", StringComparison.Ordinal).Replace("Math.max(", "", StringComparison.Ordinal), pattern, RegexOptions.None, TimeSpan.FromSeconds(10));

        Assert.False(found.Success, $"{what}: …{found.Value}…");
    }
}
