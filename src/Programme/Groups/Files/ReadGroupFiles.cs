using System.Security.Cryptography;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups.Files;

/// <summary>Files of a group, and the bytes of one, for staff whose territory holds the group.</summary>
public sealed class ReadGroupFiles(ProgrammeDb db, RecordChange audit)
{
    /// <summary>Newest first, also those that were taken out. Empty where the group lies outside.</summary>
    public async Task<IReadOnlyList<GroupFile>> List(GroupId group, Territory? territory, CancellationToken cancel) =>
        await db.Groups.Within(territory).AnyAsync(g => g.Id == group, cancel)
            ? await db.GroupFiles.AsNoTracking().Where(f => f.GroupId == group).OrderByDescending(f => f.AddedAt).ThenBy(f => f.Id).ToListAsync(cancel)
            : [];

    /// <summary>Writes down who reads it, then gives its bytes: what cannot be recorded is not shown. Null where there is none (any more), it is another group's, or it lies outside.</summary>
    /// <exception cref="InvalidDataException">What is kept is not what was added.</exception>
    public async Task<(GroupFile File, byte[] Bytes)?> Open(GroupId group, GroupFileId id, string staff, Territory? territory, CancellationToken cancel)
    {
        if (!await db.Groups.Within(territory).AnyAsync(g => g.Id == group, cancel)) return null;
        if (await db.GroupFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.GroupId == group && f.RemovedAt == null, cancel) is not { } file) return null;
        if (await db.GroupFileContents.AsNoTracking().Where(c => c.FileId == id).Select(c => c.Bytes).SingleOrDefaultAsync(cancel) is not { } bytes) return null;
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.Hash) throw new InvalidDataException($"The bytes of the file {id.Value} are not those that were added: restore it from a backup.");
        await audit.Handle(staff, ChangeAction.SawFile, nameof(Group), group.Value.ToString(), id.Value.ToString(), cancel);
        return (file, bytes);
    }
}
