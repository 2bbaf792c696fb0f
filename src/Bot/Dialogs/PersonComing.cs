using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Wording;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>What she is told when a person will answer her: that it will be in office hours, and where the office is closed now, when it opens. Nothing is promised beyond that.</summary>
internal sealed class PersonComing(BotContent content, IServiceScopeFactory scopes)
{
    private const int DaysNamedByTheWeek = 6;
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");

    public async ValueTask<string> Say(ConversationState state, long contact, DateTimeOffset now, CancellationToken cancel)
    {
        var say = content.SpeechFor(state.Country);
        await using var scope = scopes.CreateAsyncScope();
        // Where nothing is known of offices' hours (a chat without a database) nothing is said of them.
        var opening = scope.ServiceProvider.GetService<ReadOpening>() is { } read ? await read.Handle(contact, state.Country, now, cancel) : null;
        if (opening?.Opens is not { } opens) return say[Texts.PersonComing];
        return say.Say(opening.IsConfirmed ? Texts.PersonClosed : Texts.PersonClosedUnconfirmed, ("cuando", When(say, opens, opening.Today)));
    }

    /// <summary>«hoy a las 2 de la tarde», «el lunes a las 8 de la mañana», «el lunes 5 de abril a las 8:30 de la mañana».</summary>
    internal static string When(Speech say, DateTimeOffset opens, DateOnly today)
    {
        var part = say[opens.Hour < 12 ? Texts.PersonMorning : Texts.PersonAfternoon];
        var hour = say.Say(opens.Hour % 12 == 1 ? Texts.PersonHourOne : Texts.PersonHour, ("hora", opens.ToString(opens.Minute == 0 ? "%h" : "h:mm", Spanish)), ("parte", part));
        var day = DateOnly.FromDateTime(opens.DateTime);
        return (day.DayNumber - today.DayNumber) switch
        {
            0 => say.Say(Texts.PersonToday, ("hora", hour)),
            1 => say.Say(Texts.PersonTomorrow, ("hora", hour)),
            <= DaysNamedByTheWeek => say.Say(Texts.PersonOnDay, ("dia", day.ToString("dddd", Spanish)), ("hora", hour)),
            _ => say.Say(Texts.PersonOnDay, ("dia", day.ToString("dddd d 'de' MMMM", Spanish)), ("hora", hour)),
        };
    }
}

internal static partial class Texts
{
    public static readonly TextKey PersonClosed = Text("person.closed", "cuando");
    public static readonly TextKey PersonClosedUnconfirmed = Text("person.closedUnconfirmed", "cuando");
    public static readonly TextKey PersonToday = Text("person.today", "hora");
    public static readonly TextKey PersonTomorrow = Text("person.tomorrow", "hora");
    public static readonly TextKey PersonOnDay = Text("person.onDay", "dia", "hora");
    public static readonly TextKey PersonHour = Text("person.hour", "hora", "parte");
    public static readonly TextKey PersonHourOne = Text("person.hourOne", "hora", "parte");
    public static readonly TextKey PersonMorning = Text("person.morning");
    public static readonly TextKey PersonAfternoon = Text("person.afternoon");
}
