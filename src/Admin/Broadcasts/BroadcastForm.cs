using System.Globalization;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Programme.Registrations;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Broadcasts;

/// <summary>A broadcast as it is typed.</summary>
public sealed class BroadcastForm
{
    /// <summary>Which button sent it: "contar" or "guardar".</summary>
    public string? Do { get; set; }
    public string? Title { get; set; }
    public string? Where { get; set; }
    public List<string>? Statuses { get; set; }
    public string? Rubro { get; set; }
    public string? Language { get; set; }

    /// <summary>"", "si", "no" or a group's id.</summary>
    public string? Group { get; set; }
    public string? Learning { get; set; }

    /// <summary>Name of an approved template; empty for free text.</summary>
    public string? Template { get; set; }
    public List<string>? Variables { get; set; }
    public string? Text { get; set; }

    /// <summary>The free text in another language, and which.</summary>
    public string? OtherLanguage { get; set; }
    public string? OtherText { get; set; }

    internal IReadOnlyList<string> Gaps => [.. (Variables ?? []).Select(v => v ?? "")];

    internal IReadOnlyList<BroadcastText> Texts =>
    [
        new(BroadcastMessage.WrittenLanguage, null, Text ?? ""), .. string.IsNullOrEmpty(OtherLanguage) ? Array.Empty<BroadcastText>() : [new(OtherLanguage, null, OtherText ?? "")],
    ];

    /// <summary>Null for a place that was not offered.</summary>
    internal BroadcastSegment? Segment(SegmentPlaces places, (string? Country, string? Region, string? Office) own) => places.Read(Where, own, new BroadcastSegment
    {
        Country = "", Statuses = [.. (Statuses ?? []).Select(s => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? (RegistrationStatus)status : (RegistrationStatus?)null).OfType<RegistrationStatus>()],
        Rubro = Said(Rubro), Language = Said(Language), Group = Guid.TryParse(Group, out var group) ? group : null,
        InGroup = Group switch { "si" => GroupFilter.InOne, "no" => GroupFilter.InNone, _ => GroupFilter.Any },
        Learning = int.TryParse(Learning, NumberStyles.None, CultureInfo.InvariantCulture, out var learning) ? (LearningFilter)learning : LearningFilter.Any,
    });

    internal static BroadcastForm Of(Broadcast broadcast)
    {
        var (segment, message) = (broadcast.Segment, broadcast.Message);
        var other = message.IsTemplate ? null : message.Texts.FirstOrDefault(t => t.Language != BroadcastMessage.WrittenLanguage);
        return new()
        {
            Title = broadcast.Title, Where = SegmentPlaces.Choice(segment), Statuses = [.. segment.Statuses.Select(s => ((int)s).ToString(CultureInfo.InvariantCulture))], Rubro = segment.Rubro, Language = segment.Language,
            Group = segment.Group?.ToString() ?? segment.InGroup switch { GroupFilter.InOne => "si", GroupFilter.InNone => "no", _ => "" }, Learning = ((int)segment.Learning).ToString(CultureInfo.InvariantCulture),
            Variables = [.. message.Variables], Text = message.IsTemplate ? null : message.Texts.First(t => t.Language == BroadcastMessage.WrittenLanguage).Body,
            OtherLanguage = other?.Language, OtherText = other?.Body,
        };
    }

    /// <summary>What the count needs of an address.</summary>
    internal static BroadcastForm Of(IQueryCollection query) => new()
    {
        Where = query["Sent.Where"], Statuses = [.. query["Sent.Statuses"].OfType<string>()], Rubro = query["Sent.Rubro"], Language = query["Sent.Language"], Group = query["Sent.Group"], Learning = query["Sent.Learning"],
        Template = query["Sent.Template"],
    };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
