using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace CoopAssistant.Migrations;

/// <summary>
/// Leaves out the constraints and indexes of references to messages: the thread's chain is known to EF Core, but the databases do
/// not check it, because every turn would pay for that.
/// </summary>
internal sealed class ChainStaysFree(IMigrationsModelDiffer differ) : IMigrationsModelDiffer
{
    public bool HasDifferences(IRelationalModel? source, IRelationalModel? target) => differ.HasDifferences(source, target);

    public IReadOnlyList<MigrationOperation> GetDifferences(IRelationalModel? source, IRelationalModel? target)
    {
        var kept = differ.GetDifferences(source, target)
            .Where(o => o is not (AddForeignKeyOperation { PrincipalTable: "messages" } or CreateIndexOperation { Columns: ["previous_id"] or ["last_message_id"] }))
            .ToList();
        foreach (var table in kept.OfType<CreateTableOperation>()) table.ForeignKeys.RemoveAll(k => k.PrincipalTable == "messages");
        return kept;
    }
}
