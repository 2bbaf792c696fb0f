using CoopAssistant.Data.Postgres;
using CoopAssistant.Data.Sqlite;
using CoopAssistant.Migrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

// Scaffolds one migration for each database: dotnet run --project tools/Migrations -- AddSomething
if (args is not [var name])
{
    Console.Error.WriteLine("Say what the migration adds: dotnet run --project tools/Migrations -- AddSomething");
    return 1;
}

var root = Directory.GetCurrentDirectory();
while (root is not null && !File.Exists(Path.Combine(root, "CoopAssistant.sln"))) root = Path.GetDirectoryName(root);
var data = Path.Combine(root ?? throw new InvalidOperationException("Run this inside the repository."), "src", "Data");

using var sqlite = new SqliteCoopDbContext(new DbContextOptionsBuilder<SqliteCoopDbContext>().UseSqlite("Data Source=:memory:").Options);
using var postgres = new PostgresCoopDbContext(new DbContextOptionsBuilder<PostgresCoopDbContext>().UseNpgsql("Host=localhost").Options);
Scaffold(sqlite, new SqliteDesignTimeServices(), "Sqlite");
Scaffold(postgres, new NpgsqlDesignTimeServices(), "Postgres");
return 0;

void Scaffold(DbContext context, IDesignTimeServices provider, string folder)
{
    var services = new ServiceCollection();
    services.AddEntityFrameworkDesignTimeServices();
    services.AddDbContextDesignTimeServices(context);
    services.Replace(ServiceDescriptor.Scoped<IMigrationsModelDiffer>(_ => new ChainStaysFree(context.GetService<IMigrationsModelDiffer>())));
    provider.ConfigureDesignTimeServices(services);
    using var built = services.BuildServiceProvider();
    using var scope = built.CreateScope();
    if (!context.Database.HasPendingModelChanges())
    {
        Console.WriteLine($"{folder}: the model has not changed.");
        return;
    }
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, "CoopAssistant.Data", $"{folder}.Migrations");
    var files = scaffolder.Save(data, migration, Path.Combine(data, folder, "Migrations"), dryRun: false);
    Console.WriteLine($"{folder}: {Path.GetRelativePath(root!, files.MigrationFile!)}");
}
