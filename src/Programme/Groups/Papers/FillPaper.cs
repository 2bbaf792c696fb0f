using System.Globalization;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Reading;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups.Papers;

/// <summary>A paper of the country filled with a group's data: a draft that a lawyer or the authority checks. What is not known stays a line to write on.</summary>
public sealed class FillPaper(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <summary>Stands where a value is not known.</summary>
    public const string Blank = "____________";
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");

    /// <param name="Code">Of the paper.</param>
    /// <param name="Staff">Who asks.</param>
    /// <param name="WithDocuments">With the women's identity documents: each is written down as seen, before it is given.</param>
    public sealed record Request(GroupId Group, string Code, string Staff, bool WithDocuments, Territory? Territory);

    /// <param name="Words">Values of the words in braces.</param>
    public sealed record Result(Paper Paper, string Notice, string Group, IReadOnlyDictionary<string, string> Words, IReadOnlyList<Founder> Founders, IReadOnlyList<Officer> Officers);

    /// <param name="Document">Null where she has not given it, or the asker may not see it.</param>
    public sealed record Founder(string Name, string? Document);

    /// <param name="Name">Null while nobody holds it.</param>
    public sealed record Officer(string Body, string Office, string? Name);

    /// <summary>Null where there is no such paper or group, or it lies outside the territory.</summary>
    public async Task<Result?> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var group = await db.Groups.AsNoTracking().Within(request.Territory).WithWhatIsExpected().SingleOrDefaultAsync(g => g.Id == request.Group, cancel);
        if (group is null || packs.Find(group.Country) is not { } pack || pack.Papers.FirstOrDefault(p => p.Code == request.Code) is not { } paper) return null;
        var ids = group.Members.Where(m => m.State == MemberState.Member).Select(m => m.ParticipantId).ToList();
        var women = await db.Participants.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Surnames).ThenBy(p => p.GivenNames).ThenBy(p => p.Id)
            .Select(p => new { p.Id, Name = p.GivenNames + " " + p.Surnames, p.Document }).ToListAsync(cancel);
        var isShown = request.WithDocuments && paper.Markdown.Contains($"{{{Paper.Founders}}}", StringComparison.Ordinal);
        if (isShown) await Note(request.Staff, [.. women.Where(w => w.Document is not null).Select(w => w.Id)], cancel);

        var names = women.ToDictionary(w => w.Id, w => w.Name.Trim());
        var held = group.Officers.Where(o => o.IsInOffice && names.ContainsKey(o.ParticipantId)).ToList();
        var officers = from body in pack.Cooperative.Bodies
                       from office in body.Offices
                       from name in held.Where(o => o.Body == body.Code && o.Office == office.Code).Select(o => (string?)names[o.ParticipantId]).DefaultIfEmpty()
                       where name is not null || office.Seats == 1
                       select new Officer(body.Name, office.Name, name);
        return new(
            paper, Placeholders.Fill(pack.Checklist.DraftNotice, pack.Words), group.Name, Words(pack, group),
            [.. women.Select(w => new Founder(w.Name.Trim(), isShown ? w.Document : null))], [.. officers]);
    }

    /// <summary>The country's words, the group's, and {code_of_a_step} for the day on which it was done or is planned.</summary>
    public static IReadOnlyDictionary<string, string> Words(ProgrammePack pack, Group group)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(group);
        var words = GroupWords.Of(pack, group.PlaceCode, group.Name, group.Rubro);
        words["socias"] = group.Members.Count(m => m.State == MemberState.Member).ToString(Spanish);
        words["minimo"] = pack.Checklist.Founders.ToString(Spanish);
        var record = group.Formalities;
        foreach (var step in pack.Checklist.Steps)
            words[PaperFiles.DayOf(step)] = (record.LastDone(step.Code) ?? record.Planned(step.Code))?.ToString("d 'de' MMMM 'de' yyyy", Spanish) ?? Blank;
        return words;
    }

    private async Task Note(string staff, List<ParticipantId> women, CancellationToken cancel)
    {
        var registrations = await db.Registrations.AsNoTracking().Where(r => women.Contains(r.ParticipantId)).Select(r => new { r.ParticipantId, r.Id, r.SubmittedAt }).ToListAsync(cancel);
        db.AccessEntries.AddRange(registrations.GroupBy(r => r.ParticipantId).Select(r => new AccessEntry(staff, r.MaxBy(one => one.SubmittedAt)!.Id, "documento", clock.GetUtcNow())));
        await db.SaveAsync(cancel);
    }
}
