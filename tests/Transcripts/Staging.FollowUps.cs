using System.Text.RegularExpressions;
using CoopAssistant.Bot.Reminders;
using CoopAssistant.Programme.FollowUps;

namespace CoopAssistant.Transcripts;

/// <summary>What happens around the questions to cooperatives.</summary>
internal sealed partial class Staging
{
    /// <returns>Whether it could be done; null where this is no act of follow-up.</returns>
    private async Task<bool?> FollowUpAct(string text)
    {
        if (text == "El asistente pregunta por las cooperativas.") return await house.Use<SendFollowUps, int>(send => send.Handle(CancellationToken.None)) >= 0;
        if (OfficeWork().Match(text) is { Success: true } work) return await TellWork(work.Groups["group"].Value);
        return null;
    }

    /// <summary>What the office sees of the group on its list.</summary>
    private async Task<bool> TellWork(string name)
    {
        var lines = await house.Use<ListFollowUps, IReadOnlyList<ListFollowUps.Line>>(list => list.Handle(null, CancellationToken.None));
        Note(lines.FirstOrDefault(line => line.Name == name) is { } found ? $"En la lista de la oficina: {found.Why}, ronda de {FollowUpWords.Since(found.Month)}." : "No está en la lista de la oficina.");
        return true;
    }

    [GeneratedRegex(@"^La registradora mira si hay seguimiento pendiente de (?<group>.+)\.$", RegexOptions.None, 500)]
    private static partial Regex OfficeWork();
}
