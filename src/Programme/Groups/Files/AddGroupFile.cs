using System.Security.Cryptography;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups.Files;

/// <summary>Keeps a file of a group. What it is is told by its bytes. The very same bytes again add nothing.</summary>
public sealed class AddGroupFile(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <summary>Largest file, in bytes: ten photographs of a page, or a long scan.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Files of one group at most.</summary>
    public const int MostFiles = 200;

    /// <param name="Name">As the sender calls it.</param>
    /// <param name="Step">Code of the checklist's step or duty it belongs to; null for none.</param>
    public sealed record Request(GroupId Group, string? Name, string? Step, byte[] Bytes, string Author, Territory? Territory);

    public async Task<AddFileResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var group = await db.Groups.Within(request.Territory).SingleOrDefaultAsync(g => g.Id == request.Group, cancel);
        if (group is null || packs.Find(group.Country) is not { } pack) return AddFileResult.NotFound;
        if (request.Step is { } step && pack.Checklist.Find(step) is null && pack.Cooperative.FindDuty(step) is null) return AddFileResult.NotFound;
        if (request.Bytes.Length == 0) return AddFileResult.Empty;
        if (request.Bytes.Length > MostBytes) return AddFileResult.TooLarge;
        if (GroupFileKinds.Of(request.Bytes) is not { } kind) return AddFileResult.WrongKind;

        var hash = Convert.ToHexStringLower(SHA256.HashData(request.Bytes));
        var kept = db.GroupFiles.Where(f => f.GroupId == request.Group && f.RemovedAt == null);
        if (await kept.AnyAsync(f => f.Hash == hash, cancel)) return AddFileResult.AlreadyThere;
        if (await kept.CountAsync(cancel) >= MostFiles) return AddFileResult.TooMany;

        var now = clock.GetUtcNow();
        var file = new GroupFile(GroupFileId.New(clock), group.Id, GroupFileKinds.SafeName(request.Name, kind), kind, request.Step, request.Bytes.Length, hash, request.Author, now);
        db.GroupFiles.Add(file);
        db.GroupFileContents.Add(new GroupFileContent(file.Id, request.Bytes));
        group.NoteFile(GroupEntryKind.FileAdded, file.Id, request.Author, null, now);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return AddFileResult.ChangedMeanwhile;
        }
        return AddFileResult.Added;
    }
}

public enum AddFileResult { Added, AlreadyThere, NotFound, Empty, TooLarge, TooMany, WrongKind, ChangedMeanwhile }
