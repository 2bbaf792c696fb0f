using System.Globalization;
using System.Text.RegularExpressions;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>A template as the provider has it, approved for writing first.</summary>
/// <param name="Id">The provider's id of it.</param>
/// <param name="Name">Its name there; templates of one name are the same in several languages.</param>
/// <param name="Language">es, ay, …; what follows a sign (es_MX) is left out.</param>
/// <param name="Body">Its text with gaps {{1}}, {{2}}, ….</param>
public sealed partial record ProviderTemplate(string Id, string Name, string Language, string Body)
{
    /// <summary>How many gaps it has: the highest number in it.</summary>
    public int Gaps => Gap().Matches(Body).Select(m => int.Parse(m.Groups["n"].ValueSpan, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();

    /// <summary>The text with its gaps filled; a gap without a value stays.</summary>
    public static string Fill(string body, IReadOnlyList<string> values) => Gap().Replace(body, m =>
        int.Parse(m.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) is var n && n >= 1 && n <= values.Count ? values[n - 1] : m.Value);

    [GeneratedRegex(@"\{\{(?<n>[0-9]{1,2})\}\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}

/// <summary>The templates that the provider has approved.</summary>
public interface IReadTemplates
{
    /// <summary>Null where nobody is connected, or nobody answers.</summary>
    Task<IReadOnlyList<ProviderTemplate>?> Handle(CancellationToken cancel);
}

/// <summary>Where no provider is connected.</summary>
internal sealed class NoTemplates : IReadTemplates
{
    public Task<IReadOnlyList<ProviderTemplate>?> Handle(CancellationToken cancel) => Task.FromResult<IReadOnlyList<ProviderTemplate>?>(null);
}
