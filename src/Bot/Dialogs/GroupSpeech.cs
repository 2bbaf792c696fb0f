using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Participants;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>How a group is told.</summary>
internal static class GroupSpeech
{
    private const int MostSteps = 3;
    private const int MostMissing = 3;
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");

    /// <summary>Her group: what it is, how many they are; to the coordinator the names of who agreed.</summary>
    /// <param name="sessions">Of training, hers.</param>
    public static string Tell(this BotContent content, ReadOwnGroup.Standing group, Sessions sessions)
    {
        var say = content.SpeechFor(group.Country);
        if (content.Programmes.Find(group.Country) is not { } pack) return group.Name;
        var words = GroupWords.Of(pack, group.PlaceCode, group.Name, group.Rubro);
        var key = group switch
        {
            { State: GroupState.Cooperative } => Texts.GroupsCooperative,
            { State: GroupState.Paused or GroupState.Inactive } => Texts.GroupsPaused,
            { Members: 1 } => Texts.GroupsAlone,
            _ => Texts.GroupsForming,
        };
        var told = say.Say(
            key, ("grupo", group.Name), ("rubro", words["rubro"]), ("lugar", words["lugar"]), ("cuantas", group.Members.ToString(Spanish)),
            ("minimo", pack.Checklist.Founders.ToString(Spanish)), ("responde", words[Placeholders.Office]));
        told = string.Concat(told, Steps(pack, group, sessions, say), Missing(pack, group, say));
        return group.Names.Count == 0 ? told : $"{told}\n\n{say.Say(Texts.GroupsNames, ("nombres", string.Join(", ", group.Names)))}";
    }

    /// <summary>Where it is in the phases: each open step since when, what it means and who does it; and what comes after the last.</summary>
    private static string Steps(ProgrammePack pack, ReadOwnGroup.Standing group, Sessions sessions, Speech say)
    {
        var known = ShownSteps(pack, group);
        var told = known.Select(s => say.Say(
            Texts.GroupsStep, ("texto", StepSentence.Of(pack, s.Step, group.PlaceCode, s.Open.Details, sessions)),
            ("desde", TimeZoneInfo.ConvertTime(s.Open.Since, pack.Country.TimeZone).ToString("d 'de' MMMM", Spanish)), ("responsable", pack.InstitutionName(s.Step.Responsible))));
        var next = known.Count == 0 ? null : pack.StepAfter(known[^1].Open.Code);
        if (next is not null) told = told.Append(say.Say(Texts.GroupsNext, ("paso", next.Name), ("responsable", pack.InstitutionName(next.Responsible))));
        return string.Concat(told.Select(text => "\n\n" + text));
    }

    /// <summary>Open steps that are told: the last to begin.</summary>
    public static IReadOnlyList<(ReadOwnGroup.OpenStep Open, PhaseStep Step)> ShownSteps(ProgrammePack pack, ReadOwnGroup.Standing group) =>
        [.. group.Steps.Select(open => (Open: open, Step: pack.FindStep(open.Code)!)).Where(s => s.Step is not null).TakeLast(MostSteps)];

    /// <summary>What of the legal checklist is open, the next steps by name and the rest as a number. The group's alone: nothing of any woman.</summary>
    private static string Missing(ProgrammePack pack, ReadOwnGroup.Standing group, Speech say)
    {
        if (group.State != GroupState.Forming || group.Membership != MemberState.Member) return "";
        var open = pack.Checklist.Steps.Where(step => !group.DoneSteps.Contains(step.Code)).Select(step => "– " + Placeholders.Fill(step.Missing, pack.Words)).ToList();
        if (open.Count == 0) return "";
        var lines = open.Take(MostMissing);
        if (open.Count - MostMissing is > 0 and var more)
            lines = lines.Append("– " + (more == 1 ? say[Texts.GroupsMissingOne] : say.Say(Texts.GroupsMissingMore, ("cuantos", more.ToString(Spanish)))));
        return "\n\n" + say.Say(Texts.GroupsMissing, ("lista", string.Join('\n', lines)));
    }

    /// <summary>What the group's foundation still needs of herself; empty where nothing is missing.</summary>
    public static string MissingOfHers(this BotContent content, ReadOwnGroup.Standing group, Participant her, Training training)
    {
        if (group is not { State: GroupState.Forming, Membership: MemberState.Member } || content.Programmes.Find(group.Country) is not { Checklist: var checklist }) return "";
        var say = content.SpeechFor(group.Country);
        var lines = new List<string>();
        if (her.Document is null && checklist.Steps.Any(step => step.NeedsFounders && !group.DoneSteps.Contains(step.Code))) lines.Add(say[Texts.GroupsMissingDocument]);
        var hasCourse = checklist.Steps.Where(step => step.NeedsCourse).All(step => group.DoneSteps.Contains(step.Code));
        if (!hasCourse && checklist.CourseHours is { } needed && (needed * 60) - training.PriorCourseMinutes is > 0 and var left)
            lines.Add(say.Say(Texts.GroupsMissingHours, ("horas", MeetingWords.Hours(left))));
        return lines.Count == 0 ? "" : say.Say(Texts.GroupsMissingHers, ("lista", string.Join('\n', lines.Select(line => "– " + line))));
    }

    /// <summary>What she may pass on, so that others join.</summary>
    public static string Forwardable(this BotContent content, ConversationState state, string name, string digits)
    {
        var say = content.SpeechFor(state.Country);
        var code = GroupCode.TryFind(digits, out var known) ? known.Spoken : digits;
        return content.WhatsApp is { Length: > 0 } number
            ? say.Say(Texts.GroupsPassLink, ("grupo", name), ("codigo", code), ("enlace", $"https://wa.me/{number}?text=GRUPO%20{code}"))
            : say.Say(Texts.GroupsPass, ("grupo", name), ("codigo", code));
    }
}

internal static partial class Texts
{
    private static readonly string[] OfGroup = ["grupo", "rubro", "lugar", "cuantas", "minimo", "responde"];

    public static readonly TextKey GroupsForming = Text("groups.forming", OfGroup);
    public static readonly TextKey GroupsAlone = Text("groups.alone", OfGroup);
    public static readonly TextKey GroupsPaused = Text("groups.paused", OfGroup);
    public static readonly TextKey GroupsCooperative = Text("groups.cooperative", OfGroup);
    public static readonly TextKey GroupsStep = Text("groups.step", "texto", "desde", "responsable");
    public static readonly TextKey GroupsNext = Text("groups.next", "paso", "responsable");
    public static readonly TextKey GroupsMissing = Text("groups.missing", "lista");
    public static readonly TextKey GroupsMissingOne = Text("groups.missingOne");
    public static readonly TextKey GroupsMissingMore = Text("groups.missingMore", "cuantos");
    public static readonly TextKey GroupsMissingHers = Text("groups.missingHers", "lista");
    public static readonly TextKey GroupsMissingDocument = Text("groups.missingDocument");
    public static readonly TextKey GroupsMissingHours = Text("groups.missingHours", "horas");
    public static readonly TextKey GroupsNames = Text("groups.names", "nombres");
    public static readonly TextKey GroupsPass = Text("groups.pass", "grupo", "codigo");
    public static readonly TextKey GroupsPassLink = Text("groups.passLink", "grupo", "codigo", "enlace");
}
