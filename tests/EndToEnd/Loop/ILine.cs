using System.Net;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.EndToEnd.Support;
using CoopAssistant.EndToEnd.WebChat;
using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.EndToEnd.Loop;

/// <summary>A woman's way to the program. The program may be dead while she writes.</summary>
internal interface ILine
{
    string NextId();

    /// <summary>Her message's id as the database keeps it.</summary>
    string ProviderId(string id);

    /// <summary>One delivery. Null where nobody answered, else the answer's status.</summary>
    Task<int?> Deliver(string id, string text);

    /// <summary>Completes once the answers she still waits for are few enough for her to write on.</summary>
    Task WaitForAnswers(int answersDue);

    /// <summary>A stored reply as it has to arrive, in one or several pieces.</summary>
    IEnumerable<string> Arrives(Message reply);

    /// <summary>All that has arrived at her end, in order, once there is as much as this.</summary>
    Task<IReadOnlyList<string>> Heard(int count);
}

/// <summary>WhatsApp: signed webhooks in, Twilio out.</summary>
/// <param name="processes">Where a delivery may land; each goes to one of them by chance.</param>
internal sealed class WhatsAppLine(Phone phone, TwilioServer twilio, Random chance, params string[] processes) : ILine
{
    /// <summary>Below the 45 messages that may go to one woman in a burst.</summary>
    private const int MostUnanswered = 30;

    public string NextId() => phone.NextId();

    public string ProviderId(string id) => id;

    public async Task<int?> Deliver(string id, string text)
    {
        string to;
        lock (chance) to = processes[chance.Next(processes.Length)];
        try
        {
            return (int)await phone.Posts(id, text, to);
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    public async Task WaitForAnswers(int answersDue)
    {
        while (answersDue - twilio.Count(phone.Address) > MostUnanswered) await Task.Delay(50);
    }

    public IEnumerable<string> Arrives(Message reply) => WhatsAppRendering.Render(reply.Text, MessageExtras.Read(reply.Extras), "").Select(bubble => bubble.Body);

    public Task<IReadOnlyList<string>> Heard(int count) => twilio.Hears(phone.Address, count);
}

/// <summary>The web chat: Direct Line over bare HTTP.</summary>
internal sealed class WebLine(Visitor visitor, string name) : ILine
{
    private int _sent;

    public string NextId() => $"{name}-{Interlocked.Increment(ref _sent)}";

    public string ProviderId(string id) => "c-" + id;

    public async Task<int?> Deliver(string id, string text)
    {
        try
        {
            await visitor.Post(text, clientId: id);
            return (int)HttpStatusCode.OK;
        }
        catch (HttpRequestException refused) when (refused.StatusCode is { } status)
        {
            return (int)status;
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>Replies lie in the thread with her message: there is nothing to wait for.</summary>
    public Task WaitForAnswers(int answersDue) => Task.CompletedTask;

    public IEnumerable<string> Arrives(Message reply) => [reply.Text];

    public async Task<IReadOnlyList<string>> Heard(int count) => [.. (await visitor.Thread()).Where(said => said.IsBot).Select(said => said.Text)];
}
