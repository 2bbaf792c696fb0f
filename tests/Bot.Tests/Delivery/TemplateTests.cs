using CoopAssistant.Bot.Simulator;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;
using State = CoopAssistant.Messaging.Conversations.Delivery;

namespace CoopAssistant.Bot.Tests.Delivery;

/// <summary>Outside the 24-hour window only what Meta approved goes out, over HTTP to Twilio's stand-in.</summary>
public sealed class TemplateTests
{
    private const string Template = "HX00000000000000000000000000000001";
    private const string Approved = "Hola. Aquí seguimos donde quedó. Escriba LECCIONES.";
    private static readonly TimeSpan Days = TimeSpan.FromDays(3);

    [Fact]
    public async Task Outside_the_window_the_template_goes_out_in_place_of_the_text()
    {
        await using var host = await Silent();

        var id = await Say(host, Template);
        await host.Becomes(id, State.Read);

        var sent = Assert.Single(host.StandIn.Messages);
        Assert.Equal((Template, Approved, (string?)null), (sent.ContentSid, sent.Body, sent.MediaUrl));
    }

    [Fact]
    public async Task Its_gaps_are_filled_with_what_is_hers()
    {
        await using var host = await Silent();
        host.StandIn.Templates[Template] = "Hola {{1}}, la esperamos en {{2}}.";

        var id = await Say(host, new ApprovedTemplate(Template) { Variables = ["Ana \"Nena\"", "Antón & Penonomé"] });
        await host.Becomes(id, State.Read);

        Assert.Equal("Hola Ana \"Nena\", la esperamos en Antón & Penonomé.", Assert.Single(host.StandIn.Messages).Body);
    }

    [Fact]
    public async Task A_trial_goes_out_as_the_template_even_within_the_window()
    {
        await using var host = await DeliveryHost.Start();
        host.StandIn.Templates[Template] = Approved;
        await host.Woman();

        var id = await Say(host, new ApprovedTemplate(Template) { Always = true });
        await host.Becomes(id, State.Read);

        Assert.Equal(Template, Assert.Single(host.StandIn.Messages).ContentSid);
    }

    [Fact]
    public async Task Within_the_window_the_text_itself_goes_out()
    {
        await using var host = await DeliveryHost.Start();
        await host.Woman();

        var id = await Say(host, Template);
        await host.Becomes(id, State.Read);

        var sent = Assert.Single(host.StandIn.Messages);
        Assert.Equal((null, "¿Seguimos con la lección?"), (sent.ContentSid, sent.Body));
    }

    [Fact]
    public async Task What_has_no_template_waits_and_is_not_even_tried()
    {
        await using var host = await Silent();

        var id = await Say(host, (ApprovedTemplate?)null);

        Assert.Equal(State.Parked, (await host.Message(id)).Delivery);
        Assert.True((await host.Conversation(1)).HasParked);
        Assert.Equal(0, host.StandIn.SendRequests);
    }

    [Fact]
    public async Task An_answer_that_never_came_does_not_make_it_ring_twice()
    {
        await using var host = await Silent();
        host.StandIn.NextSends(StandInFault.TimeoutAfterSending);

        var id = await Say(host, Template);
        await host.Becomes(id, State.Uncertain);
        host.Skip(TimeSpan.FromMinutes(1));
        await host.Becomes(id, m => m.ProviderId is not null);

        Assert.Equal((1, 1), (host.StandIn.Messages.Count, host.StandIn.SendRequests));
    }

    [Fact]
    public async Task Where_Twilio_wants_an_open_window_all_the_same_it_waits_for_her()
    {
        await using var host = await Silent();
        (host.StandIn.FaultCode, var fault) = (63016, StandInFault.Refused);
        host.StandIn.NextSends(fault);

        var id = await Say(host, Template);

        await host.Becomes(id, State.Parked);
        Assert.True((await host.Conversation(1)).HasParked);
    }

    [Fact]
    public async Task A_template_that_Twilio_does_not_know_is_shown_to_staff_as_failed()
    {
        await using var host = await Silent();

        var id = await Say(host, "HX0000000000000000000000000000000f");

        Assert.Equal("21655", (await host.Becomes(id, State.Failed)).ErrorCode);
        Assert.Contains("plantilla", Messaging.Outbox.DeliveryExplanation.For("21655").Meaning, StringComparison.Ordinal);
    }

    /// <summary>A woman who wrote three days ago.</summary>
    private static async Task<DeliveryHost> Silent()
    {
        var host = await DeliveryHost.Start();
        host.StandIn.Templates[Template] = Approved;
        await host.Woman(silent: Days); // the clock stands still: a worker in the middle of its look must not take its claim for one of three days ago
        return host;
    }

    private static Task<long> Say(DeliveryHost host, string? template) => Say(host, template is null ? null : new ApprovedTemplate(template));

    private static Task<long> Say(DeliveryHost host, ApprovedTemplate? template) => host.Use<MessagingDb, long>(async db =>
    {
        var thread = await db.Conversations.SingleAsync();
        var said = thread.Say(new OutgoingMessage("¿Seguimos con la lección?") { Template = template }, null, host.Clock.GetUtcNow());
        db.Messages.Add(said);
        await db.SaveAsync(CancellationToken.None);
        host.Wake();
        return said.Id;
    });
}
