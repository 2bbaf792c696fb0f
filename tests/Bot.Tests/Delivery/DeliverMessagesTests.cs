using CoopAssistant.Bot.Deliveries;
using CoopAssistant.Bot.Simulator;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Testing;
using State = CoopAssistant.Messaging.Conversations.Delivery;

namespace CoopAssistant.Bot.Tests.Delivery;

public class DeliverMessagesTests
{
    [Fact]
    public async Task A_message_goes_out_and_its_status_moves_on_to_read()
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();

        var id = (await host.Say(woman, "Su folio es **PA-1**."))[0];

        var read = await host.Becomes(id, State.Read);
        var sent = Assert.Single(host.StandIn.Messages);
        Assert.Equal(("whatsapp:+50760001234", "whatsapp:+14155238886", "Su folio es *PA-1*.", host.BotUrl + "/whatsapp/status"), (sent.To, sent.From, sent.Body, sent.StatusCallback));
        Assert.Equal(sent.Sid, read.ProviderId);
    }

    [Fact]
    public async Task Messages_of_one_woman_keep_their_order_while_others_go_side_by_side()
    {
        await using var host = await DeliveryHost.Start();
        var women = new List<long>();
        for (var i = 0; i < 5; i++) women.Add(await host.Woman($"whatsapp:+5076000{i:0000}"));

        var last = new List<long>();
        foreach (var woman in women) last.Add((await host.Say(woman, "uno", "dos", "tres", "cuatro"))[^1]);
        foreach (var id in last) await host.Becomes(id, State.Read);

        Assert.All(host.StandIn.Messages.GroupBy(m => m.To), thread => Assert.Equal(["uno", "dos", "tres", "cuatro"], thread.Select(m => m.Body)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Two_processes_on_one_database_send_each_message_once_and_in_order(DatabaseKind kind)
    {
        await using var host = await DeliveryHost.StartOn(kind);
        await host.StartAnotherBot();
        var texts = Enumerable.Range(1, 5).Select(i => $"mensaje {i}").ToArray();
        var last = new List<long>();
        for (var i = 0; i < 12; i++) last.Add((await host.Say(await host.Woman($"whatsapp:+5076000{i:0000}"), texts))[^1]);

        foreach (var id in last) await host.Becomes(id, State.Read);

        Assert.Equal(12 * 5, host.StandIn.SendRequests);
        Assert.All(host.StandIn.Messages.GroupBy(m => m.To), thread => Assert.Equal(texts, thread.Select(m => m.Body)));
    }

    [Fact]
    public async Task Too_many_requests_are_repeated_after_the_time_asked_and_not_counted()
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();
        host.StandIn.RetryAfter = TimeSpan.FromMinutes(10);
        host.StandIn.NextSends(StandInFault.TooManyRequests);

        var id = (await host.Say(woman, "hola"))[0];
        var waiting = await host.Becomes(id, m => m.ErrorCode == "20429");
        Assert.Equal((State.Pending, 0), (waiting.Delivery, waiting.Attempts));
        Assert.InRange(waiting.NotBefore!.Value - host.Clock.GetUtcNow(), TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
        host.Skip(TimeSpan.FromMinutes(11));

        await host.Becomes(id, State.Read);
        Assert.Equal(2, host.StandIn.SendRequests);
    }

    [Theory]
    [InlineData(StandInFault.TimeoutAfterSending)]
    [InlineData(StandInFault.ServerErrorAfterSending)]
    public async Task A_message_that_arrived_without_an_answer_is_found_and_not_sent_twice(StandInFault fault)
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();
        host.StandIn.NextSends(fault);

        var id = (await host.Say(woman, "Registramos su interés."))[0];
        await host.Becomes(id, State.Uncertain);
        host.Skip(TimeSpan.FromSeconds(6));

        var found = await host.Becomes(id, m => m.Delivery >= State.Queued);
        Assert.Equal(Assert.Single(host.StandIn.Messages).Sid, found.ProviderId);
        Assert.Equal(1, host.StandIn.SendRequests);
    }

    [Theory]
    [InlineData(StandInFault.Timeout)]
    [InlineData(StandInFault.ServerError)]
    public async Task A_message_that_did_not_arrive_is_looked_for_and_sent_again(StandInFault fault)
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();
        host.StandIn.NextSends(fault);

        var id = (await host.Say(woman, "Registramos su interés."))[0];
        await host.Becomes(id, State.Uncertain);
        Assert.Equal(0, host.StandIn.LookUps);
        host.Skip(TimeSpan.FromSeconds(6));

        await host.Becomes(id, State.Read);
        Assert.Single(host.StandIn.Messages);
        Assert.Equal((1, 2), (host.StandIn.LookUps, host.StandIn.SendRequests));
    }

    [Fact]
    public async Task The_same_words_said_before_are_not_taken_for_the_lost_ones()
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();
        var first = (await host.Say(woman, "Escriba un número."))[0];
        await host.Becomes(first, State.Read);
        host.StandIn.NextSends(StandInFault.Timeout);

        var second = (await host.Say(woman, "Escriba un número."))[0];
        await host.Becomes(second, State.Uncertain);
        host.Skip(TimeSpan.FromSeconds(6));

        await host.Becomes(second, State.Read);
        Assert.Equal(2, host.StandIn.Messages.Count);
    }

    [Fact]
    public async Task What_never_gets_an_answer_fails_in_the_end_for_staff_to_see()
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();
        host.StandIn.NextSends(Enumerable.Repeat(StandInFault.ServerError, 20));

        var id = (await host.Say(woman, "hola"))[0];
        for (var attempt = 1; attempt <= NoteDeliveries.UncertainDelays.Count; attempt++)
        {
            await host.Becomes(id, m => m.Delivery == State.Uncertain && m.Attempts == attempt);
            host.Skip(NoteDeliveries.UncertainDelays[attempt - 1] + TimeSpan.FromSeconds(1));
        }

        var failed = await host.Becomes(id, State.Failed);
        Assert.Equal("500", failed.ErrorCode);
    }

    [Fact]
    public async Task What_is_permanent_is_not_repeated_and_staff_read_why()
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();
        host.StandIn.FaultCode = 63003;
        host.StandIn.NextSends(StandInFault.Refused);

        var id = (await host.Say(woman, "hola"))[0];
        await host.Becomes(id, State.Failed);
        host.Skip(TimeSpan.FromDays(2));
        var failures = await host.Use<ListDeliveryFailures, DeliveryFailures>(list => list.Handle(1, 20, null, CancellationToken.None));

        Assert.Equal(1, host.StandIn.SendRequests);
        var failure = Assert.Single(failures.Items);
        Assert.Equal((id, "63003", "hola", "whatsapp:+50760001234", 1), (failure.MessageId, failure.Code, failure.Text, failure.To, failures.Total));
        Assert.Contains("WhatsApp", failure.Meaning);
    }

    [Fact]
    public async Task Staff_let_a_failed_message_go_out_again_once()
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();
        host.StandIn.FaultCode = 63007;
        host.StandIn.NextSends(StandInFault.FailsLater);
        var id = (await host.Say(woman, "hola"))[0];
        await host.Becomes(id, State.Failed);

        var retried = await host.Use<RetryDelivery, RetryDeliveryResult>(retry => retry.Handle(id, "ana", null, CancellationToken.None));

        Assert.Equal(RetryDeliveryResult.Retried, retried);
        await host.Becomes(id, State.Read);
        Assert.Equal(RetryDeliveryResult.NotFailed, await host.Use<RetryDelivery, RetryDeliveryResult>(retry => retry.Handle(id, "ana", null, CancellationToken.None)));
    }

    [Theory]
    [InlineData(StandInFault.Refused)]
    [InlineData(StandInFault.FailsLater)]
    public async Task Outside_the_window_a_message_is_parked_for_her_next_turn(StandInFault fault)
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();
        host.StandIn.FaultCode = 63016;
        host.StandIn.NextSends(fault);

        var id = (await host.Say(woman, "Su registro avanzó."))[0];

        await host.Becomes(id, State.Parked);
        var conversation = await host.Conversation(woman);
        Assert.True(conversation.HasParked);
        Assert.Equal(3, conversation.Version);
    }

    [Fact]
    public async Task A_message_whose_window_closed_while_it_waited_is_parked_without_trying()
    {
        await using var host = await DeliveryHost.Start(("Delivery:Enabled", "false"));
        var woman = await host.Woman();
        var id = (await host.Say(woman, "Su registro avanzó."))[0];
        await host.StopBot();
        host.Clock.Skip(TimeSpan.FromHours(25));

        await host.StartBot();

        await host.Becomes(id, State.Parked);
        Assert.Equal(0, host.StandIn.SendRequests);
    }

    [Theory]
    [InlineData(21610, StandInFault.Refused)]
    [InlineData(63014, StandInFault.FailsLater)]
    [InlineData(21211, StandInFault.Refused)]
    [InlineData(63003, StandInFault.FailsLater)]
    public async Task Where_nothing_arrives_one_message_fails_and_those_after_it_wait_until_she_writes(int code, StandInFault fault)
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();
        host.StandIn.FaultCode = code;
        host.StandIn.NextSends(fault);

        var id = (await host.Say(woman, "hola"))[0];

        await host.Becomes(id, State.Failed);
        var conversation = await host.Conversation(woman);
        var next = (await host.Say(woman, "Su registro avanzó."))[0];

        Assert.Equal((true, false), (conversation.IsOutOfReach, conversation.HasOptedOut));
        Assert.Equal(State.Parked, (await host.Message(next)).Delivery);
        Assert.Equal(1, host.StandIn.SendRequests);
    }

    [Fact]
    public async Task A_provider_in_trouble_is_asked_again_a_few_times_and_then_given_up()
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();
        host.StandIn.FaultCode = 63012;
        host.StandIn.NextSends(Enumerable.Repeat(StandInFault.FailsLater, 10));

        var id = (await host.Say(woman, "hola"))[0];
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await host.Becomes(id, m => m.Delivery == State.Pending && m.Attempts == attempt && m.ErrorCode == "63012");
            host.Skip(TimeSpan.FromMinutes(16));
        }

        await host.Becomes(id, State.Failed);
        Assert.Equal(4, host.StandIn.SendRequests);
    }

    [Fact]
    public async Task Wrong_credentials_stop_all_sending_and_lose_nothing()
    {
        await using var host = await DeliveryHost.Start();
        var (ana, eva) = (await host.Woman("whatsapp:+50760000001"), await host.Woman("whatsapp:+50760000002"));
        host.StandIn.NextSends(StandInFault.WrongCredentials);
        var first = (await host.Say(ana, "hola"))[0];
        await host.Becomes(first, m => m.ErrorCode == "20003");

        var second = (await host.Say(eva, "hola"))[0];
        host.Skip(TimeSpan.FromMinutes(5));
        await Task.Delay(300);
        var health = await host.Use<ShowDeliveryHealth, DeliveryHealth>(show => show.Handle(CancellationToken.None));
        Assert.Equal((2, "20003", 1), (health.Waiting, health.Code, host.StandIn.SendRequests));
        host.Skip(TimeSpan.FromMinutes(11));

        await host.Becomes(first, State.Read);
        await host.Becomes(second, State.Read);
    }

    [Fact]
    public async Task A_callback_that_overtakes_the_answer_is_not_lost()
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();
        host.StandIn.NextSends(StandInFault.CallbackOvertakes);

        var id = (await host.Say(woman, "hola"))[0];

        await host.Becomes(id, State.Read);
    }

    [Fact]
    public async Task Where_callbacks_are_lost_the_bot_asks()
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();
        host.StandIn.LosesCallbacks = true;
        var id = (await host.Say(woman, "hola"))[0];
        await host.Becomes(id, State.Queued);

        host.Skip(ListStaleDeliveries.AskAgainAfter + TimeSpan.FromMinutes(1));
        await host.Use<AskAboutSilence, bool>(async ask => { await ask.Once(CancellationToken.None); return true; });

        await host.Becomes(id, State.Read);
    }

    [Fact]
    public async Task A_long_message_goes_in_parts_and_only_the_missing_part_is_sent_after_a_fault()
    {
        await using var host = await DeliveryHost.Start();
        var woman = await host.Woman();
        var text = string.Join(' ', Enumerable.Range(1, 120).Select(i => $"Frase número {i} de una explicación larga."));
        await host.Say(woman, "corto");
        host.StandIn.NextSends(StandInFault.TimeoutAfterSending);

        var id = (await host.Say(woman, text))[0];
        for (var tries = 0; tries < 5 && (await host.Message(id)).Delivery < State.Queued; tries++)
        {
            await host.Becomes(id, m => m.Delivery is State.Uncertain or >= State.Queued);
            host.Skip(TimeSpan.FromSeconds(16));
        }

        await host.Becomes(id, State.Read);
        var parts = host.StandIn.Messages.Where(m => m.Body != "corto").Select(m => m.Body);
        Assert.Equal(text, string.Join(' ', parts));
    }

    [Fact]
    public async Task Whoever_dies_between_sending_and_noting_leaves_a_message_that_is_found()
    {
        await using var host = await DeliveryHost.Start(("Delivery:Enabled", "false"));
        var woman = await host.Woman();
        var id = (await host.Say(woman, "Su folio es PA-1."))[0];
        var claim = await host.Use<ClaimDeliveries, ClaimResult>(claims => claims.Handle(10, TimeSpan.FromMinutes(1), new HashSet<long>(), CancellationToken.None));
        Assert.Equal(id, Assert.Single(claim.Due).Id);
        host.StandIn.Add(new StandInMessage("SM00000000000000000000000000000001", "whatsapp:+14155238886", "whatsapp:+50760001234", "Su folio es PA-1.", host.Clock.GetUtcNow()) { Status = "sent" });
        await host.StopBot();

        await host.StartBot();
        host.Skip(TimeSpan.FromMinutes(2));

        var found = await host.Becomes(id, m => m.Delivery >= State.Queued);
        Assert.Equal(("SM00000000000000000000000000000001", 0), (found.ProviderId, host.StandIn.SendRequests));
    }
}
