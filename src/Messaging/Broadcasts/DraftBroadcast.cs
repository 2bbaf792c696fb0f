using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>Staff write a broadcast down, or change it before it is confirmed. Nothing is sent by it.</summary>
public sealed class DraftBroadcast(MessagingDb db, ProgrammePacks packs, IReadTemplates templates, TimeProvider clock)
{
    /// <param name="Id">The draft to change; null for a new one.</param>
    /// <param name="Template">Name of an approved template; null for free text.</param>
    /// <param name="Texts">Free text by language; ignored with a template.</param>
    public sealed record Request(long? Id, string Title, BroadcastSegment Segment, string? Template, IReadOnlyList<BroadcastText> Texts, IReadOnlyList<string> Variables, string Author, Territory? Territory);

    /// <param name="Id">Null where faults are named, or the draft is gone.</param>
    public sealed record Result(long? Id, IReadOnlyList<BroadcastFault> Faults);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var draft = request.Id is { } id ? await db.Broadcasts.Within(request.Territory).SingleOrDefaultAsync(b => b.Id == id && b.State == BroadcastState.Draft, cancel) : null;
        if (request.Id is not null && draft is null) return new(null, []);
        var segment = draft?.RepeatsId is null ? request.Segment : draft.Segment; // who was not reached stays who it is
        if (!IsWithin(segment, request.Territory)) return new(null, [BroadcastFault.WrongSegment]);

        var title = FreeText.Shorten(FreeText.Clean(request.Title), Broadcast.LongestTitle);
        if (await Texts(request, cancel) is not { } texts) return new(null, [BroadcastFault.NoSuchTemplate]);
        var gaps = texts.Select(t => new ProviderTemplate("", "", "", t.Body).Gaps).DefaultIfEmpty(0).Max();
        var message = new BroadcastMessage(texts, request.Template is null ? [] : [.. request.Variables.Select(v => v.Trim()).Take(gaps)]);
        var faults = message.Faults().Concat(title.Length == 0 ? [BroadcastFault.NoTitle] : []).ToList();
        if (faults.Count > 0) return new(null, faults);

        if (draft is null) db.Broadcasts.Add(draft = Broadcast.Draft(title, segment, message, request.Author, clock.GetUtcNow()));
        else if (!draft.Rewrite(title, segment, message)) return new(null, []);
        await db.SaveAsync(cancel);
        return new(draft.Id, []);
    }

    /// <summary>All languages of a template, or the texts that are not empty; null where the template is not approved.</summary>
    private async Task<IReadOnlyList<BroadcastText>?> Texts(Request request, CancellationToken cancel)
    {
        if (request.Template is null) return [.. request.Texts.Select(t => t with { TemplateId = null, Body = t.Body.Trim().ReplaceLineEndings("\n") }).Where(t => t.Body.Length > 0)];
        var known = (await templates.Handle(cancel) ?? []).Where(t => t.Name == request.Template).DistinctBy(t => t.Language, StringComparer.Ordinal).ToList();
        return known.Exists(t => t.Language == BroadcastMessage.WrittenLanguage) ? known.ConvertAll(t => new BroadcastText(t.Language, t.Id, t.Body)) : null;
    }

    /// <summary>Only whom one may see.</summary>
    private bool IsWithin(BroadcastSegment segment, Territory? territory)
    {
        if (packs.Find(segment.Country) is not { } pack) return false;
        if (territory is null || territory.Countries.Contains(segment.Country, StringComparer.Ordinal)) return true;
        return segment.Regions.Count + segment.Places.Count > 0
            && segment.Regions.All(region => territory.Covers("", region)) && segment.Places.All(place => territory.Covers("", pack.Places.RegionOf(place), place));
    }
}
