using System.Globalization;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>How consents to share are told.</summary>
internal static class SharingSpeech
{
    /// <summary>The question in the words of the country, with exactly what would be shared.</summary>
    public static string Question(ProgrammePack pack, ReadOwnReferrals.Own asked)
    {
        var consent = pack.Allies.Consent;
        return Placeholders.Fill(asked.Group is null ? consent.Woman : consent.Group, new Dictionary<string, string>(pack.Words, StringComparer.Ordinal)
        {
            ["institucion"] = asked.Ally, ["papel"] = asked.AllyRole, ["motivo"] = asked.Reason.TrimEnd('.', ' '), ["datos"] = SharedFields.Said(pack, asked.Fields), ["grupo"] = asked.Group ?? "",
        });
    }

    /// <summary>Each institution she was asked about, with what it sees and how it goes.</summary>
    public static string Told(this BotContent content, IReadOnlyList<ReadOwnReferrals.Own> all, string? country)
    {
        var say = content.SpeechFor(country);
        return string.Join("\n\n", all.Where(own => own.Sharing != SharingState.Asked).Select(own => Line(content, say, own)));
    }

    /// <summary>The institution may see her data now.</summary>
    public static bool IsShared(ReadOwnReferrals.Own own) => own.Sharing == SharingState.Agreed && ReferralLifecycle.IsWithAlly(own.State);

    private static string Line(BotContent content, Speech say, ReadOwnReferrals.Own own)
    {
        var state = say[own switch
        {
            { Sharing: SharingState.Refused } => Texts.SharingSaidNo,
            { Sharing: SharingState.Withdrawn } => Texts.SharingTakenBack,
            { State: ReferralState.Sent } => Texts.SharingSent,
            { State: ReferralState.Accepted } => Texts.SharingAccepted,
            { State: ReferralState.Rejected } => Texts.SharingRejected,
            { Result: ReferralResult.Helped } => Texts.SharingHelped,
            { Result: ReferralResult.NotReached } => Texts.SharingNotReached,
            { Result: ReferralResult.NotForHer } => Texts.SharingNotForHer,
            _ => Texts.SharingOver,
        }];
        var told = say.Say(Texts.SharingLine, ("institucion", char.ToUpper(own.Ally[0], CultureInfo.InvariantCulture) + own.Ally[1..]), ("estado", state));
        var data = content.Programmes.Find(own.Country) is { } pack ? SharedFields.Said(pack, own.Fields) : "";
        return IsShared(own) ? $"{told}\n{say.Say(Texts.SharingSees, ("datos", data))}" : told;
    }
}

internal static partial class Texts
{
    public static readonly TextKey SharingLine = Text("sharing.line", "institucion", "estado");
    public static readonly TextKey SharingSees = Text("sharing.sees", "datos");
    public static readonly TextKey SharingSaidNo = Text("sharing.saidNo");
    public static readonly TextKey SharingTakenBack = Text("sharing.takenBack");
    public static readonly TextKey SharingSent = Text("sharing.sent");
    public static readonly TextKey SharingAccepted = Text("sharing.accepted");
    public static readonly TextKey SharingRejected = Text("sharing.rejected");
    public static readonly TextKey SharingHelped = Text("sharing.helped");
    public static readonly TextKey SharingNotReached = Text("sharing.notReached");
    public static readonly TextKey SharingNotForHer = Text("sharing.notForHer");
    public static readonly TextKey SharingOver = Text("sharing.over");
}
