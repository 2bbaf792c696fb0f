using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoopAssistant.Bot.WebChat.DirectLine;
using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Bot.WebChat.Pages;

/// <summary>What was said, as HTML for the page without JavaScript.</summary>
internal static partial class PlainThread
{
    private const int MostShown = 60;

    /// <summary>In the page: where her last message stands, with the answer below it.</summary>
    public const string Newest = "nuevo";

    public static string Articles(IReadOnlyList<ThreadMessage> thread, SitePages pages)
    {
        var words = pages.With();
        var html = new StringBuilder();
        var newest = thread.LastOrDefault(m => m.Direction == MessageDirection.Inbound && !ThreadPlace.IsOpening(m))?.Id;
        foreach (var message in thread.Where(m => !ThreadPlace.IsOpening(m)).TakeLast(MostShown))
        {
            var who = message.Direction == MessageDirection.Inbound ? "user" : message.Author is null ? "bot" : "staff";
            var extras = MessageExtras.Read(message.Extras);
            var isWithheld = who == "user" && message.Text.Length == 0 && extras.Received.Count == 0;
            html.Append($"<article class=\"{who}\"").Append(message.Id == newest ? $" id=\"{Newest}\"" : "").Append("><b>").Append(Encoded((string)words[$"widget.{who}"])).Append("</b>");
            if (isWithheld || message.Text.Length > 0) html.Append("<p>").Append(isWithheld ? Encoded((string)words["widget.notKept"]) : Marked(message.Text)).Append("</p>");
            if (extras.Media is { } file) Link(html, file.Url, file.Name + Facts(file));
            foreach (var sent in extras.Received) Link(html, sent.Url, FileKind.NameIn(sent.Url));
            html.Append("</article>\n");
        }
        return html.ToString();
    }

    private static void Link(StringBuilder html, string url, string name) =>
        html.Append("<p><a href=\"").Append(Encoded(url)).Append("\">").Append(Encoded(name)).Append("</a></p>");

    /// <summary>How long and how large, before she pays for it; nothing where it is not known.</summary>
    private static string Facts(OutgoingMedia file)
    {
        var length = file.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds).ToString(@"m\:ss", CultureInfo.InvariantCulture) : null;
        var size = file.Bytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{(bytes + 999) / 1000} kB") : null;
        var known = string.Join(" · ", new[] { length, size }.OfType<string>());
        return known.Length == 0 ? "" : $" ({known})";
    }

    /// <summary>What the last message offers, as buttons of the form that sends.</summary>
    public static string Choices(IReadOnlyList<ThreadMessage> thread)
    {
        if (thread.Count == 0 || thread[^1].Direction == MessageDirection.Inbound) return "";
        var options = MessageExtras.Read(thread[^1].Extras).Options;
        var html = new StringBuilder();
        for (var i = 0; i < options.Count; i++)
            html.Append(CultureInfo.InvariantCulture, $"<button class=\"choice\" name=\"opcion\" value=\"{i + 1}\">{i + 1}. ").Append(Encoded(options[i].Label)).Append("</button>\n");
        return html.ToString();
    }

    private static string Encoded(string text) => Template.Letters.Encode(text);

    /// <summary>Links open, *this* is bold; all else is text.</summary>
    private static string Marked(string text)
    {
        var html = new StringBuilder();
        var from = 0;
        foreach (Match mark in Marks().Matches(text))
        {
            html.Append(Encoded(text[from..mark.Index]));
            from = mark.Index + mark.Length;
            if (mark.Groups["bold"] is { Success: true } bold) html.Append("<strong>").Append(Encoded(bold.Value)).Append("</strong>");
            else html.Append("<a href=\"").Append(Encoded(mark.Value)).Append("\" rel=\"noopener noreferrer\">").Append(Encoded(mark.Value)).Append("</a>");
        }
        return html.Append(Encoded(text[from..])).ToString();
    }

    [GeneratedRegex("""https?://[^\s<>"]*[^\s<>".,;:!?)*_]|\*(?<bold>\S([^*\n]*\S)?)\*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();
}
