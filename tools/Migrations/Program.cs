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

Scaffold(() => new SqliteCoopDbContext(new DbContextOptionsBuilder<SqliteCoopDbContext>().UseSqlite("Data Source=:memory:").Options), new SqliteDesignTimeServices(), "Sqlite");
Scaffold(() => new PostgresCoopDbContext(new DbContextOptionsBuilder<PostgresCoopDbContext>().UseNpgsql("Host=localhost").Options), new NpgsqlDesignTimeServices(), "Postgres");
return 0;

void Scaffold(Func<DbContext> open, IDesignTimeServices provider, string folder)
{
    // Asking a context whether its model changed uses its snapshot up: the scaffolder gets a context of its own.
    using (var asked = open())
    {
        if (!asked.Database.HasPendingModelChanges())
        {
            Console.WriteLine($"{folder}: the model has not changed.");
            return;
        }
    }

    using var context = open();
    var services = new ServiceCollection();
    services.AddEntityFrameworkDesignTimeServices();
    services.AddDbContextDesignTimeServices(context);
    services.Replace(ServiceDescriptor.Scoped<IMigrationsModelDiffer>(_ => new MessagesStayLean(context.GetService<IMigrationsModelDiffer>())));
    provider.ConfigureDesignTimeServices(services);
    using var built = services.BuildServiceProvider();
    using var scope = built.CreateScope();
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, "CoopAssistant.Data", $"{folder}.Migrations");
    var files = scaffolder.Save(data, migration, Path.Combine(data, folder, "Migrations"), dryRun: false);
    Console.WriteLine($"{folder}: {Path.GetRelativePath(root!, files.MigrationFile!)}");
}
