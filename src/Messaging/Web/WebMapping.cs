using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Web;

/// <summary>Tables that only the web chat needs.</summary>
internal static class WebMapping
{
    public static void MapWeb(this ModelBuilder model)
    {
        model.Entity<WebSigningKey>(key =>
        {
            key.ToTable("web_signing_keys");
            key.HasKey(k => k.Id);
            key.Property(k => k.Id).ValueGeneratedNever();
        });
        model.Entity<WebExit>(exit =>
        {
            exit.ToTable("web_exits");
            exit.HasKey(e => e.Address);
        });
        model.Entity<WebUpload>(upload =>
        {
            upload.ToTable("web_uploads");
            upload.HasKey(u => u.Id);
        });
    }
}
