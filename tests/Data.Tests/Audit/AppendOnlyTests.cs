using System.Data.Common;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Tests.Audit;

public sealed class AppendOnlyTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Entries_of_the_audit_cannot_be_changed_or_removed_through_the_program_or_past_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind);
        await using var scope = database.NewProcess().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RecordChange>().Handle("staff-1", ChangeAction.Exported, "Audit", null, null, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<RecordAccess>().Handle("staff-1", new RegistrationId(Guid.NewGuid()), "documento", CancellationToken.None);
        var context = scope.ServiceProvider.GetRequiredService<CoopDbContext>();

        context.Remove(await context.Set<ChangeEntry>().SingleAsync());
        await Assert.ThrowsAsync<AppendOnlyException>(() => context.SaveChangesAsync());
        context.ChangeTracker.Clear();
        context.Entry(await context.Set<AccessEntry>().SingleAsync()).Property(e => e.Staff).CurrentValue = "staff-2";
        await Assert.ThrowsAsync<AppendOnlyException>(() => context.SaveChangesAsync());

        foreach (var table in new[] { "change_entries", "access_entries" })
        {
#pragma warning disable EF1002 // constant names above
            await Assert.ThrowsAnyAsync<DbException>(() => context.Database.ExecuteSqlRawAsync($"DELETE FROM {table}"));
            await Assert.ThrowsAnyAsync<DbException>(() => context.Database.ExecuteSqlRawAsync($"UPDATE {table} SET staff = 'staff-2'"));
#pragma warning restore EF1002
        }
        Assert.Equal(("staff-1", "staff-1"), (await context.Set<ChangeEntry>().Select(e => e.Staff).SingleAsync(), await context.Set<AccessEntry>().Select(e => e.Staff).SingleAsync()));
    }
}
