using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace CoopAssistant.Data;

/// <summary>Columns, keys and indexes are named in snake case on both databases; tables are named in the mappings.</summary>
internal sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            foreach (var property in entity.GetDeclaredProperties()) property.Builder.HasColumnName(Of(property.Name));
            foreach (var key in entity.GetDeclaredKeys()) key.Builder.HasName(Lower(key.GetName()));
            foreach (var foreignKey in entity.GetDeclaredForeignKeys()) foreignKey.Builder.HasConstraintName(Lower(foreignKey.GetConstraintName()));
            foreach (var index in entity.GetDeclaredIndexes()) index.Builder.HasDatabaseName(Lower(index.GetDatabaseName()));
        }
    }

    internal static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var starts = char.IsUpper(name[i]) && i > 0 && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (starts && name[i - 1] != '_') snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }

    private static string? Lower(string? name) => name is null ? null : Of(name);
}
