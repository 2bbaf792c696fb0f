using CoopAssistant.Messaging.Wording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoopAssistant.Messaging.Words;

/// <summary>Tables and use cases of the words that staff write.</summary>
public static class WordsModule
{
    /// <summary>Tells a host where the words lie. Without it there is nothing to write.</summary>
    /// <param name="contentPath">The content folder.</param>
    /// <param name="said">Every text the bot says.</param>
    public static IServiceCollection AddWords(this IServiceCollection services, string contentPath, IReadOnlyCollection<TextKey> said) =>
        services.AddSingleton(new WordsContent(contentPath, said));

    internal static void AddWordsDesk(this IServiceCollection services)
    {
        services.TryAddSingleton(new WordsContent(null, []));
        services.AddSingleton<WordsShelf>();
        services.AddSingleton<ReviewWords>();
        services.AddScoped<ReadWords>();
        services.AddScoped<SaveWords>();
        services.AddScoped<PublishWords>();
        services.AddScoped<WordsHistory>();
        services.AddScoped<TrySentence>();
        services.AddScoped<ImportWords>();
        services.AddScoped<ExportWords>();
    }

    internal static void MapWords(this ModelBuilder model)
    {
        model.Entity<WordsDraft>(draft =>
        {
            draft.ToTable("words_drafts");
            draft.HasKey(d => new { d.Kind, d.Name, d.Country });
            draft.Property(d => d.Version).IsConcurrencyToken();
            draft.Ignore(d => d.Key);
        });
        model.Entity<WordsVersion>(version =>
        {
            version.ToTable("words_versions");
            version.HasKey(v => new { v.Kind, v.Name, v.Country, v.Number });
            version.Ignore(v => v.Key);
        });
    }
}
