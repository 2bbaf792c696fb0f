using System.IO.Compression;
using System.Text;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Groups.Files;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Groups;

public abstract class GroupFileTests(DatabaseKind kind)
{
    private static readonly byte[] Pdf = "%PDF-1.7 acta"u8.ToArray();

    public sealed class OnSqlite() : GroupFileTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : GroupFileTests(DatabaseKind.Postgres);

    [Fact]
    public async Task A_file_is_kept_read_with_a_trace_and_taken_out_with_a_reason()
    {
        await using var house = await House.On(kind);
        var group = await house.AGroup();

        Assert.Equal(AddFileResult.Added, await Add(house, group, Pdf, "..\\..\\Acta: <firmada>.exe"));
        Assert.Equal(AddFileResult.AlreadyThere, await Add(house, group, Pdf, "copia.pdf"));
        var file = Assert.Single(await List(house, group));
        Assert.Equal(("Acta firmada.pdf", GroupFileKind.Pdf, Pdf.Length, "staff-1", 64), (file.Name, file.Kind, file.Size, file.AddedBy, file.Hash.Length));
        Assert.Equal(Pdf, (await Open(house, group, file.Id))!.Value.Bytes);
        Assert.Equal(1, await house.Ask<ProgrammeDb, int>(db => db.ChangeEntries.CountAsync(e => e.Action == ChangeAction.SawFile && e.SubjectId == group.Value.ToString())));

        Assert.Equal(RemoveFileResult.ReasonMissing, await Remove(house, group, file.Id, " "));
        Assert.Equal(RemoveFileResult.Removed, await Remove(house, group, file.Id, "era de otro grupo"));
        Assert.Null(await Open(house, group, file.Id));
        Assert.Equal(0, await house.Ask<ProgrammeDb, int>(db => db.GroupFileContents.CountAsync()));
        Assert.Equal("era de otro grupo", Assert.Single(await List(house, group)).RemovalReason);
        Assert.Equal(
            [GroupEntryKind.Founded, GroupEntryKind.FileAdded, GroupEntryKind.FileRemoved], (await house.ReadsGroup(group)).Group.Entries.OrderBy(e => e.Id).Select(e => e.Kind));
    }

    [Fact]
    public async Task Nobody_reads_adds_or_takes_out_a_file_of_another_region_or_group()
    {
        await using var house = await House.On(kind);
        var (group, other) = (await house.AGroup(), await house.AGroup("Otras"));
        await Add(house, group, Pdf, "acta.pdf");
        var (file, elsewhere) = ((await List(house, group))[0].Id, Territory.OfRegions("PA-4"));

        Assert.Empty(await List(house, group, elsewhere));
        Assert.Null(await Open(house, group, file, elsewhere));
        Assert.Null(await Open(house, other, file));
        Assert.Equal(AddFileResult.NotFound, await Add(house, group, "%PDF-2"u8.ToArray(), "x", elsewhere));
        Assert.Equal(RemoveFileResult.NotFound, await Remove(house, group, file, "porque sí", elsewhere));
        Assert.Equal(0, await house.Ask<ProgrammeDb, int>(db => db.ChangeEntries.CountAsync(e => e.Action == ChangeAction.SawFile)));
    }

    [Fact]
    public async Task What_is_not_what_it_says_too_large_or_empty_is_refused()
    {
        await using var house = await House.On(kind);
        var group = await house.AGroup();

        Assert.Equal(AddFileResult.WrongKind, await Add(house, group, "MZ un programa"u8.ToArray(), "acta.pdf"));
        Assert.Equal(AddFileResult.WrongKind, await Add(house, group, "<script>alert(1)</script>"u8.ToArray(), "acta.pdf"));
        Assert.Equal(AddFileResult.Empty, await Add(house, group, [], "acta.pdf"));
        Assert.Equal(AddFileResult.TooLarge, await Add(house, group, [.. Pdf, .. new byte[AddGroupFile.MostBytes]], "acta.pdf"));
        Assert.Empty(await List(house, group));
    }

    [Fact]
    public async Task Bytes_that_changed_in_the_database_are_not_handed_out()
    {
        await using var house = await House.On(kind);
        var group = await house.AGroup();
        await Add(house, group, Pdf, "acta.pdf");
        var file = (await List(house, group))[0].Id;
        await house.Do<ProgrammeDb>(db => db.GroupFileContents.ExecuteUpdateAsync(set => set.SetProperty(c => c.Bytes, "%PDF-1.7 otra"u8.ToArray())));

        await Assert.ThrowsAsync<InvalidDataException>(() => Open(house, group, file));
    }

    private static Task<AddFileResult> Add(House house, GroupId group, byte[] bytes, string name, Territory? territory = null) =>
        house.Ask<AddGroupFile, AddFileResult>(add => add.Handle(new(group, name, null, bytes, "staff-1", territory), CancellationToken.None));

    private static Task<IReadOnlyList<GroupFile>> List(House house, GroupId group, Territory? territory = null) =>
        house.Ask<ReadGroupFiles, IReadOnlyList<GroupFile>>(read => read.List(group, territory, CancellationToken.None));

    private static Task<(GroupFile File, byte[] Bytes)?> Open(House house, GroupId group, GroupFileId file, Territory? territory = null) =>
        house.Ask<ReadGroupFiles, (GroupFile, byte[])?>(read => read.Open(group, file, "staff-2", territory, CancellationToken.None));

    private static Task<RemoveFileResult> Remove(House house, GroupId group, GroupFileId file, string reason, Territory? territory = null) =>
        house.Ask<RemoveGroupFile, RemoveFileResult>(remove => remove.Handle(new(group, file, "staff-1", reason, territory), CancellationToken.None));
}

public sealed class GroupFileKindTests
{
    [Fact]
    public void Office_files_are_told_by_what_is_inside_and_macros_are_refused()
    {
        Assert.Equal(GroupFileKind.Docx, GroupFileKinds.Of(Zip("[Content_Types].xml", "word/document.xml")));
        Assert.Equal(GroupFileKind.Xlsx, GroupFileKinds.Of(Zip("[Content_Types].xml", "xl/workbook.xml")));
        Assert.Equal(GroupFileKind.Odt, GroupFileKinds.Of(Zip("mimetype")));
        Assert.Null(GroupFileKinds.Of(Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")));
        Assert.Null(GroupFileKinds.Of(Zip("mimetype", "Basic/Standard/Module1.xml")));
        Assert.Null(GroupFileKinds.Of(Zip("virus.exe")));
        Assert.Null(GroupFileKinds.Of([.. "PK\u0003\u0004"u8, 1, 2, 3]));
    }

    [Theory]
    [InlineData("Acta 1.PDF", "Acta 1.pdf")]
    [InlineData("/etc/passwd", "passwd.pdf")]
    [InlineData("C:\\acta.docx", "acta.pdf")]
    [InlineData("  ...  ", "archivo.pdf")]
    [InlineData(null, "archivo.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "a Set-Cookie x.pdf")]
    public void A_name_becomes_safe_and_ends_as_its_bytes_say(string? sent, string kept)
    {
        Assert.Equal(kept, GroupFileKinds.SafeName(sent, GroupFileKind.Pdf));
    }

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.ASCII.GetBytes(name == "mimetype" ? "application/vnd.oasis.opendocument.text" : "x"));
            }
        return bytes.ToArray();
    }
}
