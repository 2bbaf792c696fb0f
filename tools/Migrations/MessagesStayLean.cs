using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace CoopAssistant.Migrations;

/// <summary>
/// Leaves out what the model knows but every turn would pay for: the constraints and indexes of references to messages (EF Core alone
/// needs the thread's chain, to find the ids of what is said), and SQLite's AUTOINCREMENT, a second table written with every message.
/// </summary>
internal sealed class MessagesStayLean(IMigrationsModelDiffer differ) : IMigrationsModelDiffer
{
    private const string Messages = "messages";

    public bool HasDifferences(IRelationalModel? source, IRelationalModel? target) => differ.HasDifferences(source, target);

    public IReadOnlyList<MigrationOperation> GetDifferences(IRelationalModel? source, IRelationalModel? target)
    {
        var kept = differ.GetDifferences(source, target)
            .Where(o => o is not (AddForeignKeyOperation { PrincipalTable: Messages } or CreateIndexOperation { Columns: ["previous_id"] or ["last_message_id"] }))
            .ToList();
        foreach (var table in kept.OfType<CreateTableOperation>())
        {
            table.ForeignKeys.RemoveAll(key => key.PrincipalTable == Messages);
            if (table.Name == Messages) table.Columns.Single(column => column.Name == "id").RemoveAnnotation("Sqlite:Autoincrement");
        }
        return kept;
    }
}
