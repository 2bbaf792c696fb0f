namespace CoopAssistant.Programme.Groups.Files;

/// <summary>A paper of a group as a file: who added it, and who took it out and why. Its bytes are kept apart, and go when it is taken out.</summary>
public sealed class GroupFile
{
    public const int LongestName = 120;

    private GroupFile() { }

    internal GroupFile(GroupFileId id, GroupId group, string name, GroupFileKind kind, string? step, int size, string hash, string author, DateTimeOffset now) =>
        (Id, GroupId, Name, Kind, Step, Size, Hash, AddedBy, AddedAt) = (id, group, name, kind, step, size, hash, author, now);

    public GroupFileId Id { get; private set; }
    public GroupId GroupId { get; private set; }

    /// <summary>With the ending that fits its bytes; unlike its sender's it is safe to save.</summary>
    public string Name { get; private set; } = "";
    public GroupFileKind Kind { get; private set; }

    /// <summary>Code of the checklist's step or duty it belongs to; null for none.</summary>
    public string? Step { get; private set; }

    /// <summary>Bytes.</summary>
    public int Size { get; private set; }

    /// <summary>SHA-256 of its bytes, 64 small hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Staff id.</summary>
    public string AddedBy { get; private set; } = "";
    public DateTimeOffset AddedAt { get; private set; }
    public string? RemovedBy { get; private set; }
    public DateTimeOffset? RemovedAt { get; private set; }
    public string? RemovalReason { get; private set; }

    internal void Remove(string author, string reason, DateTimeOffset now) => (RemovedBy, RemovalReason, RemovedAt) = (author, reason, now);
}

/// <summary>The bytes of a file. A table of their own: lists never read them.</summary>
public sealed class GroupFileContent
{
    private GroupFileContent() { }

    internal GroupFileContent(GroupFileId file, byte[] bytes) => (FileId, Bytes) = (file, bytes);

    public GroupFileId FileId { get; private set; }
    public byte[] Bytes { get; private set; } = [];
}
