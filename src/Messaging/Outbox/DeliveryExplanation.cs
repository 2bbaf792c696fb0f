using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoopAssistant.Messaging.Outbox;

/// <summary>A provider's error code in words for staff; the words are in delivery-errors.es.json beside this file.</summary>
/// <param name="Codes">Codes it explains; empty for the one that stands for all others.</param>
/// <param name="Meaning">What happened.</param>
/// <param name="Advice">What to do.</param>
public sealed record DeliveryExplanation(IReadOnlyList<string> Codes, string Meaning, string Advice)
{
    private static readonly IReadOnlyList<DeliveryExplanation> All = Read();

    /// <summary>The general explanation where the code is unknown; never fails.</summary>
    public static DeliveryExplanation For(string code) => All.FirstOrDefault(e => e.Codes.Contains(code, StringComparer.Ordinal)) ?? All.Single(e => e.Codes.Count == 0);

    private static List<DeliveryExplanation> Read()
    {
        using var words = typeof(DeliveryExplanation).Assembly.GetManifestResourceStream("delivery-errors.es.json")!;
        return JsonSerializer.Deserialize(words, DeliveryExplanationJson.Default.ListDeliveryExplanation)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<DeliveryExplanation>))]
internal sealed partial class DeliveryExplanationJson : JsonSerializerContext;
