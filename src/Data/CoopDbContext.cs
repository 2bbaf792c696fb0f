using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Data;

/// <summary>The one context behind every module's window. Two thin subclasses keep each provider's migrations.</summary>
public class CoopDbContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapProgramme();
        modelBuilder.MapMessaging();
    }
}
