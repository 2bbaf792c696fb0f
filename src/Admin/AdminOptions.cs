using System.ComponentModel.DataAnnotations;

namespace CoopAssistant.Admin;

/// <summary>Settings of the admin app, under <c>Admin</c>.</summary>
public sealed class AdminOptions
{
    /// <summary>Address staff open. Where it begins with https, cookies are sent over https only. Default http://localhost:5081.</summary>
    [Required] public string Url { get; set; } = "http://localhost:5081";

    /// <summary>How long the link to create the first administrator works, 5 minutes to 7 days. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")] public TimeSpan FirstLinkLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long an invitation works, 1 hour to 30 days. Default 3 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")] public TimeSpan InvitationLifetime { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Somebody who does nothing is signed out after this, 5 minutes to 24 hours. Default 8 hours, a working day.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")] public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>Working time within which a woman is answered, for every office that sets none itself, 10 minutes to 7 days. Default 4 hours.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "7.00:00:00")] public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromHours(4);

    /// <summary>Likewise within which somebody looks at a new registration. Default 24 hours of work: three days of eight.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "20.00:00:00")] public TimeSpan ReviewWithin { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Where staff spoke last and nobody wrote since, the assistant answers again after this, 1 hour to 30 days. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")] public TimeSpan HandBackAfter { get; set; } = TimeSpan.FromHours(24);

    internal bool IsHttps => Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first of the addresses, with names a person can open.</summary>
    internal Uri PublicUrl(string pathAndQuery)
    {
        var first = Url.Split(';')[0].Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal);
        return new Uri(new Uri(first.TrimEnd('/') + "/"), pathAndQuery);
    }
}
