using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoopAssistant.Courses.Learning;

/// <summary>A query that turns ask often, compiled once for each model: EF Core binds a compiled query to one, and each database has its own.</summary>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _compiled = [];

    public TQuery For(DbContext context) => _compiled.GetValue(context.Model, _ => compile());
}
