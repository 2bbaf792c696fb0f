using System.Text.RegularExpressions;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.EndToEnd.Loop;

/// <summary>One message of hers as the database holds it, and what was replied to it as it has to arrive.</summary>
internal sealed record Exchange(string ProviderId, IReadOnlyList<string> Replies);

/// <summary>Compares what was said, what the database holds and what has arrived.</summary>
internal sealed partial class Books(TestDatabase database)
{
    private readonly ServiceProvider _process = database.NewProcess();

    /// <summary>The answers a calm woman got, by step.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> Answers(Woman calm)
    {
        var exchanges = await Exchanges(calm);
        return calm.Said.ToDictionary(said => said.Step, said => exchanges.Single(e => e.ProviderId == calm.Line.ProviderId(said.Id)).Replies, StringComparer.Ordinal);
    }

    /// <summary>Every message of hers is there once, each with its answer, and just those answers have arrived, in their order.</summary>
    public async Task AreRight(Woman woman, IReadOnlyDictionary<string, IReadOnlyList<string>> answers)
    {
        Assert.Empty(woman.Refusals);
        var steps = woman.Said.ToDictionary(said => woman.Line.ProviderId(said.Id), said => said.Step, StringComparer.Ordinal);
        var exchanges = (await Exchanges(woman)).Where(e => e.ProviderId != "start").ToList();

        Assert.Equal(steps.Keys.Order(StringComparer.Ordinal), exchanges.Select(e => e.ProviderId).Order(StringComparer.Ordinal));
        Assert.All(exchanges, e => Assert.Equal(answers[steps[e.ProviderId]], e.Replies));

        var due = (await Exchanges(woman)).SelectMany(e => e.Replies).ToList();
        Assert.Equal(due, (await woman.Line.Heard(due.Count)).Select(WithoutFolio));
    }

    public async Task<int> Registrations()
    {
        await using var scope = _process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ProgrammeDb>().Registrations.Select(r => r.Folio).Distinct().CountAsync();
    }

    private async Task<IReadOnlyList<Exchange>> Exchanges(Woman woman)
    {
        await using var scope = _process.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        var first = woman.Line.ProviderId(woman.Said[0].Id);
        var conversation = await db.Messages.Where(m => m.ProviderId == first && m.Direction == MessageDirection.Inbound).Select(m => m.ConversationId).FirstAsync();
        var thread = await scope.ServiceProvider.GetRequiredService<ReadThread>().Handle(conversation, int.MaxValue, null, CancellationToken.None);
        Assert.Equal(await db.Messages.Where(m => m.ConversationId == conversation).CountAsync(), thread.Count);

        var exchanges = new List<(string Id, List<string> Replies)>();
        foreach (var message in thread)
        {
            if (message.Direction == MessageDirection.Inbound) exchanges.Add((message.ProviderId!, []));
            else exchanges[^1].Replies.AddRange(woman.Line.Arrives(message).Select(WithoutFolio));
        }
        return exchanges.ConvertAll(e => new Exchange(e.Id, e.Replies));
    }

    private static string WithoutFolio(string text) => Folio().Replace(text, "{folio}");

    [GeneratedRegex(@"\b[A-Z]{2}-\d{4}-\d{4}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Folio();
}
