using CoopAssistant.Admin.Figures;
using CoopAssistant.Admin.Groups.Law;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.FollowUps;

namespace CoopAssistant.Admin.Groups.FollowUp;

/// <summary>The report of one cooperative: each round with every answer. For the office and the cooperative itself; nothing is hidden, so it is not published.</summary>
internal static class CooperativeReport
{
    public static Report Of(ReadFollowUps.Result read, Programmes programmes, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(read);
        var (group, pack) = (read.Group, read.Pack);
        var parts = read.Rounds.Where(line => line.Round is { Answers.Count: > 0 }).Select(line => new ReportPart(
            FollowUpTerms.Round(line.Month),
            [.. pack.FollowUp.FormOf(line.Month).Questions.Select(question => (Question: question, Answer: line.Answer(question.Id))).Where(told => told.Answer is not null)
                .Select(told => new ReportLine(told.Question.Label, told.Answer!.Amount, Text: FollowUpTerms.Value(pack, told.Question, told.Answer)))],
            Made(line)));
        return new(
            $"Seguimiento de {group.Name}", $"{programmes.Rubro(group.Country, group.Rubro)}, {programmes.Place(group.Country, group.PlaceCode)}",
            $"Cooperativa desde el {(read.RecognisedOn is { } on ? LawWords.Day(on) : "–")}. Informe hecho el {programmes.Moment(now, group.Country)}. Para uso de la oficina y de la cooperativa: no se publica.",
            [.. parts], "", []);
    }

    private static string Made(ReadFollowUps.Line line)
    {
        var sources = line.Round!.Answers.Select(answer => answer.Source).Distinct().Order().Select(FollowUpTerms.Source);
        return $"{LawWords.Day(line.DueOn)}; {string.Join(", ", sources)}";
    }
}
