namespace CoopAssistant.Benchmarks.Web;

/// <summary>A chat on a page of its own.</summary>
/// <param name="Body">What stands in the page; {chat} is the address of the program.</param>
/// <param name="Greets">False where it speaks no Direct Line: then only its input is waited for.</param>
internal sealed record Competitor(string Name, string Path, string Body, bool Greets = true)
{
    public static IReadOnlyList<Competitor> All { get; } =
    [
        new("coop-chat", "/ours.html", """
            <script type="module" src="{chat}/chat.js"></script><div style="height:600px"><coop-chat position="inline"></coop-chat></div>
            """),
        new("Web Chat 4.18.1", "/webchat.html", """
            <div id="webchat" style="height:600px"></div><script src="/webchat.js"></script><script>
            (async () => {
              const domain = '{chat}/v3/directline';
              const { token } = await (await fetch(domain + '/tokens/generate', { method: 'POST' })).json();
              WebChat.renderWebChat({ directLine: WebChat.createDirectLine({ token, domain }), locale: 'es-ES' }, document.getElementById('webchat'));
            })();
            </script>
            """),
        new("deep-chat 2.4.2", "/deepchat.html", """
            <script type="module" src="/deepChat.bundle.js"></script><deep-chat connect='{"url":"/none"}' style="width:340px;height:600px"></deep-chat>
            """, Greets: false),
    ];
}
