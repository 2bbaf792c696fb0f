using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups.Files;

/// <summary>Takes a file of a group out, with a reason. Its bytes are gone for good; that it was there, who took it out and why stays.</summary>
public sealed class RemoveGroupFile(ProgrammeDb db, TimeProvider clock)
{
    public sealed record Request(GroupId Group, GroupFileId File, string Author, string? Reason, Territory? Territory);

    public async Task<RemoveFileResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var group = await db.Groups.Within(request.Territory).SingleOrDefaultAsync(g => g.Id == request.Group, cancel);
        if (group is null) return RemoveFileResult.NotFound;
        if (await db.GroupFiles.SingleOrDefaultAsync(f => f.Id == request.File && f.GroupId == request.Group && f.RemovedAt == null, cancel) is not { } file) return RemoveFileResult.NotFound;
        var reason = FreeText.Shorten(FreeText.Clean(request.Reason), Group.LongestReason);
        if (reason.Length == 0) return RemoveFileResult.ReasonMissing;
        var now = clock.GetUtcNow();
        file.Remove(request.Author, reason, now);
        if (await db.GroupFileContents.SingleOrDefaultAsync(c => c.FileId == request.File, cancel) is { } content) db.GroupFileContents.Remove(content);
        group.NoteFile(GroupEntryKind.FileRemoved, file.Id, request.Author, reason, now);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return RemoveFileResult.ChangedMeanwhile;
        }
        return RemoveFileResult.Removed;
    }
}

public enum RemoveFileResult { Removed, NotFound, ReasonMissing, ChangedMeanwhile }
