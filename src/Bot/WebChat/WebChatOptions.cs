using System.ComponentModel.DataAnnotations;

namespace CoopAssistant.Bot.WebChat;

/// <summary>Limits of the web chat; section <c>WebChat</c>. Every value has a default that suits a country.</summary>
internal sealed class WebChatOptions
{
    /// <summary>Life of a token, 1 minute to 1 hour. Default 30 minutes, as in the original service.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")] public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a browser may stay away and still find its conversation, 1 to 80 days. Default 60 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "80.00:00:00")] public TimeSpan DeviceLifetime { get; set; } = TimeSpan.FromDays(60);

    /// <summary>Requests a second that one internet address may make for long; more are made to wait. 0 switches it off. Default 50.</summary>
    [Range(0, 1_000_000)] public int RequestsPerSecond { get; set; } = 50;

    /// <summary>Requests that one address may make at once before it is slowed. Default 300: a village shares one address.</summary>
    [Range(1, 1_000_000)] public int Burst { get; set; } = 300;

    /// <summary>Largest upload in bytes, 100 kB to 20 MB. Default 8 MB.</summary>
    [Range(100_000, 20_000_000)] public int MaxUploadBytes { get; set; } = 8_000_000;

    /// <summary>How often streams look for messages of staff and of other processes, 0.1 to 10 s. Default half a second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:10")] public TimeSpan WatchInterval { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Where the ministry publishes the programme's figures, an address or a path; the page links there. Default empty: none are published.</summary>
    [RegularExpression(@"(https?://|/)\S*", ErrorMessage = "WebChat:StatisticsUrl must be an address such as https://www.example.org/cifras, or empty.")]
    public string StatisticsUrl { get; set; } = "";

    /// <summary>
    /// True: the program publishes its own figures at <c>/estadisticas</c>, small cells hidden, and the page links there unless
    /// <see cref="StatisticsUrl"/> names another place. Default false: there is no such page.
    /// </summary>
    public bool PublishStatistics { get; set; }

    /// <summary>Least number of women a published cell may show, 3 to 100. Default 5.</summary>
    [Range(3, 100)] public int SmallestCell { get; set; } = Programme.Figures.Suppression.Smallest;

    /// <summary>Time between empty frames on an idle stream, 5 s to 1 minute. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:01:00")] public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(30);
}
