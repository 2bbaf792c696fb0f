using CoopAssistant.Messaging.Inbox;

namespace CoopAssistant.Messaging.Tests.Inbox;

public sealed class TicketReasonTests
{
    [Theory]
    [InlineData(TicketReason.Person, TicketReason.Violence, TicketReason.Violence)]
    [InlineData(TicketReason.Violence, TicketReason.Person, TicketReason.Violence)]
    [InlineData(TicketReason.Data, TicketReason.Deletion, TicketReason.Deletion)]
    [InlineData(TicketReason.Locked, TicketReason.Error, TicketReason.Locked)]
    [InlineData(TicketReason.FollowUp, TicketReason.Person, TicketReason.Person)]
    [InlineData("otra cosa", TicketReason.Staff, TicketReason.Staff)]
    [InlineData(TicketReason.Person, "otra cosa", TicketReason.Person)]
    public void Asking_again_keeps_the_weightier_reason(string first, string again, string expected)
    {
        var now = new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var ticket = Ticket.Open(7, first, "PA", now);

        ticket.AskedAgain(again, now);

        Assert.Equal(expected, ticket.Reason);
    }
}
