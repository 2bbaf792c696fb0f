using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Messaging.Outbox;

namespace CoopAssistant.Bot.Tests.WhatsApp;

/// <summary>Every row of protocol A6: what becomes of the message, when it is tried again, and whether somebody technical is called.</summary>
public sealed class TwilioErrorsTests
{
    private const string FewTimes = "0:15 2:00 15:00";

    [Theory]
    [InlineData("20429", RefusalKind.Later, FewTimes, false)] // too many requests: back off
    [InlineData("20003", RefusalKind.Permanent, "", true)] // wrong credentials: stop, alert
    [InlineData("21211", RefusalKind.OutOfReach, "", false)] // invalid, not on WhatsApp: permanent for the address
    [InlineData("21614", RefusalKind.OutOfReach, "", false)]
    [InlineData("63003", RefusalKind.OutOfReach, "", false)]
    [InlineData("21212", RefusalKind.Permanent, "", true)] // the sender: configuration
    [InlineData("21603", RefusalKind.Permanent, "", true)]
    [InlineData("63002", RefusalKind.Permanent, "", true)]
    [InlineData("63007", RefusalKind.Permanent, "", true)]
    [InlineData("63008", RefusalKind.Permanent, "", true)]
    [InlineData("21604", RefusalKind.Permanent, "", true)] // our bug
    [InlineData("21619", RefusalKind.Permanent, "", true)]
    [InlineData("21617", RefusalKind.Permanent, "", true)]
    [InlineData("14103", RefusalKind.Permanent, "", true)]
    [InlineData("21610", RefusalKind.OutOfReach, "", false)] // stopped, blocked: permanent until she writes again
    [InlineData("63014", RefusalKind.OutOfReach, "", false)]
    [InlineData("21608", RefusalKind.Permanent, "", true)] // trial account: configuration
    [InlineData("21611", RefusalKind.Later, "5:00 30:00 2:00:00 6:00:00", false)] // queue full: later, slower
    [InlineData("30001", RefusalKind.Later, "5:00 30:00 2:00:00 6:00:00", false)]
    [InlineData("21655", RefusalKind.Permanent, "", true)] // content sid, variables: our bug
    [InlineData("21656", RefusalKind.Permanent, "", true)]
    [InlineData("63016", RefusalKind.WindowClosed, "", false)]
    [InlineData("63018", RefusalKind.Later, "0:20 5:00 1:00:00 24:00:00", false)] // after seconds … hours; a daily limit needs a day
    [InlineData("63038", RefusalKind.Later, "24:00:00 24:00:00", false)] // next day
    [InlineData("63017", RefusalKind.Later, FewTimes, false)] // back off
    [InlineData("63024", RefusalKind.OutOfReach, "", false)] // invalid recipient: permanent for the address
    [InlineData("63032", RefusalKind.Permanent, "", false)] // not to this person now: do not insist
    [InlineData("63049", RefusalKind.Permanent, "", false)] // a marketing message that Meta declined: staff may try again after a day
    [InlineData("63012", RefusalKind.Later, FewTimes, false)] // provider's trouble: a few times, then given up
    [InlineData("63005", RefusalKind.Later, FewTimes, false)]
    [InlineData("63010", RefusalKind.Later, FewTimes, false)]
    [InlineData("63001", RefusalKind.Permanent, "", true)] // channel, certificate, account: alert
    [InlineData("63020", RefusalKind.Permanent, "", true)]
    [InlineData("63022", RefusalKind.Permanent, "", true)]
    [InlineData("63051", RefusalKind.Permanent, "", true)]
    [InlineData("63013", RefusalKind.Permanent, "", true)] // policy, bad content: a template or a text to mend
    [InlineData("63021", RefusalKind.Permanent, "", true)]
    [InlineData("63019", RefusalKind.Later, "1:00", true)] // media: once more, and mend the address
    [InlineData("11751", RefusalKind.Permanent, "", true)]
    [InlineData("12300", RefusalKind.Permanent, "", true)]
    [InlineData("63027", RefusalKind.Permanent, "", true)] // template: configuration
    [InlineData("63028", RefusalKind.Permanent, "", true)]
    [InlineData("63029", RefusalKind.Permanent, "", true)]
    [InlineData("63030", RefusalKind.Permanent, "", true)]
    [InlineData("29999", RefusalKind.Permanent, "", true)] // unknown: permanent, alert
    [InlineData("", RefusalKind.Permanent, "", true)]
    public void A_code_means_what_the_protocol_says(string code, RefusalKind kind, string delays, bool isAlert)
    {
        var refusal = TwilioErrors.Of(code);

        Assert.Equal((code, kind), (refusal.Code, refusal.Kind));
        Assert.Equal(delays, string.Join(' ', refusal.Delays.Select(Written)));
        Assert.Equal(isAlert, TwilioErrors.NeedsAlert(code));
    }

    /// <summary>"2:00" are minutes, "2:00:00" hours.</summary>
    private static string Written(TimeSpan delay) =>
        delay < TimeSpan.FromHours(1) ? $"{delay.Minutes}:{delay.Seconds:00}" : $"{(int)delay.TotalHours}:{delay.Minutes:00}:{delay.Seconds:00}";
}
