using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Benchmarks.References;

/// <summary>
/// What one would write first: a DbContext and a transaction for each turn. One turn writes at a time, because SQLite takes one writer and
/// its waiting by sleeping would only make this slower.
/// </summary>
internal static class ContextPerTurn
{
    public static async Task Serve(string url, string connectionString, bool isPostgres)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.AddDbContext<TalkContext>(o => _ = isPostgres ? o.UseNpgsql(connectionString) : o.UseSqlite(connectionString));
        await using var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TalkContext>();
            await db.Database.EnsureCreatedAsync();
            if (!isPostgres) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16000;");
        }
        var webhook = new SignedWebhook(url);
        using var writers = new SemaphoreSlim(isPostgres ? 16 : 1);
        app.MapGet("/health/live", () => "Healthy");
        app.MapPost("/whatsapp", async (HttpContext http, TalkContext db) =>
        {
            if (await webhook.Read(http) is not { } heard) return;
            await writers.WaitAsync();
            try
            {
                await Take(db, heard);
            }
            finally
            {
                writers.Release();
            }
            await SignedWebhook.Answer(http);
        });
        await app.RunAsync();
    }

    private static async Task Take(TalkContext db, Heard heard)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var stored = await db.Conversations.SingleOrDefaultAsync(c => c.Id == heard.Phone);
        var before = stored is null ? Place.New : RegistrationTalk.Read(stored.Version, stored.State);
        if (Array.IndexOf(before.Seen, heard.Id) < 0)
        {
            var (after, reply) = RegistrationTalk.Take(before, heard.Id, heard.Text);
            if (stored is null) db.Conversations.Add(stored = new TalkConversation { Id = heard.Phone });
            (stored.Version, stored.State) = (after.Version, RegistrationTalk.Write(after));
            var at = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            db.Messages.Add(new TalkMessage { ConversationId = heard.Phone, IsHers = true, ProviderId = heard.Id, Text = heard.Text, At = at });
            db.Messages.Add(new TalkMessage { ConversationId = heard.Phone, Text = reply, At = at });
            await db.SaveChangesAsync();
        }
        await transaction.CommitAsync();
    }
}

internal sealed class TalkContext(DbContextOptions<TalkContext> options) : DbContext(options)
{
    public DbSet<TalkConversation> Conversations => Set<TalkConversation>();
    public DbSet<TalkMessage> Messages => Set<TalkMessage>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TalkConversation>(c =>
        {
            c.ToTable("conversations").Property(x => x.Id).HasColumnName("id").ValueGeneratedNever();
            c.Property(x => x.Version).HasColumnName("version").IsConcurrencyToken();
            c.Property(x => x.State).HasColumnName("state");
        });
        modelBuilder.Entity<TalkMessage>(m =>
        {
            m.ToTable("messages").Property(x => x.Id).HasColumnName("id");
            m.Property(x => x.ConversationId).HasColumnName("conversation_id");
            m.Property(x => x.IsHers).HasColumnName("is_hers");
            m.Property(x => x.ProviderId).HasColumnName("provider_id");
            m.Property(x => x.Text).HasColumnName("text");
            m.Property(x => x.At).HasColumnName("at");
        });
    }
}

internal sealed class TalkConversation
{
    public long Id { get; set; }
    public long Version { get; set; }
    public byte[] State { get; set; } = [];
}

internal sealed class TalkMessage
{
    public long Id { get; set; }
    public long ConversationId { get; set; }
    public bool IsHers { get; set; }
    public string? ProviderId { get; set; }
    public string Text { get; set; } = "";
    public long At { get; set; }
}
