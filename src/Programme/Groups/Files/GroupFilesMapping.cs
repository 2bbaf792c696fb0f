using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups.Files;

internal static class GroupFilesMapping
{
    public static void MapGroupFiles(this ModelBuilder model)
    {
        model.Entity<GroupFile>(file =>
        {
            file.ToTable("group_files");
            file.HasKey(f => f.Id);
            file.Property(f => f.Id).HasConversion(id => id.Value, value => new GroupFileId(value)).ValueGeneratedNever();
            file.Property(f => f.GroupId).HasConversion(id => id.Value, value => new GroupId(value));
            file.HasOne<Group>().WithMany().HasForeignKey(f => f.GroupId).OnDelete(DeleteBehavior.Cascade);
            file.HasIndex(f => new { f.GroupId, f.AddedAt });
        });
        model.Entity<GroupFileContent>(content =>
        {
            content.ToTable("group_file_contents");
            content.HasKey(c => c.FileId);
            content.Property(c => c.FileId).HasConversion(id => id.Value, value => new GroupFileId(value)).ValueGeneratedNever();
            content.HasOne<GroupFile>().WithOne().HasForeignKey<GroupFileContent>(c => c.FileId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
