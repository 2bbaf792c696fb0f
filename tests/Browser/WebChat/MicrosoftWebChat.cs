using CoopAssistant.Bot.Tests.WebChat;
using CoopAssistant.EndToEnd.WebChat;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Browser.WebChat;

/// <summary>botframework-webchat from npm, unmodified, as its documentation embeds it.</summary>
internal static class MicrosoftWebChat
{
    public static string Bundle { get; } = Path.Combine(NodeClients.Folder, "node_modules", "botframework-webchat", "dist", "webchat.js");

    /// <param name="chatUrl">Where Direct Line is.</param>
    public static string Html(string chatUrl) => $$"""
        <!doctype html><html lang="es"><head><meta charset="utf-8"><title>Web Chat</title><link rel="icon" href="data:,"></head>
        <body><div id="webchat" style="height:640px"></div><script src="/webchat.js"></script><script>
        (async () => {
          const domain = '{{chatUrl}}/v3/directline';
          const { token } = await (await fetch(domain + '/tokens/generate', { method: 'POST' })).json();
          WebChat.renderWebChat({ directLine: WebChat.createDirectLine({ token, domain }), locale: 'es-ES' }, document.getElementById('webchat'));
        })();
        </script></body></html>
        """;

    /// <summary>Puts the page beside the chat. Really served: Chromium keeps a page that came from nowhere away from the loopback address.</summary>
    public static void ServeOnSameOrigin(ScriptedBot bot)
    {
        bot.Pages["/chat.html"] = http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            return http.Response.WriteAsync(Html(bot.Url));
        };
        bot.Pages["/webchat.js"] = http => http.Response.SendFileAsync(Bundle);
    }
}
