using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Meetings;

/// <summary>What staff wrote about a meeting, cleaned; or what is wrong with it. Pure.</summary>
internal static class CheckMeeting
{
    public static MeetingProblem? Plan(ProgrammePack pack, MeetingPlan plan, out MeetingPlan good)
    {
        good = plan with { Topic = Short(plan.Topic, Meeting.LongestTopic) is { Length: > 0 } topic ? topic : null };
        if (!Enum.IsDefined(plan.Kind)) return MeetingProblem.NoKind;
        if (plan.Capacity is <= 0 or > Meeting.LargestCapacity) return MeetingProblem.WrongCapacity;
        if (plan.CourseMinutes is < 0 or > Meeting.MostCourseMinutes) return MeetingProblem.WrongHours;
        var isKnown = plan.Institution is null || plan.Institution == pack.Ministry.Code || pack.Institutions.Any(i => i.Code == plan.Institution);
        return isKnown ? null : MeetingProblem.NoSuchInstitution;
    }

    public static MeetingProblem? Slot(MeetingSlot slot, DateTimeOffset now, out MeetingSlot good)
    {
        good = slot with { Venue = Short(slot.Venue, Meeting.LongestVenue) };
        if (!FreeText.SaysSomething(good.Venue)) return MeetingProblem.NoVenue;
        if (slot.EndsAt <= slot.StartsAt || slot.EndsAt - slot.StartsAt > Meeting.Longest) return MeetingProblem.EndsBeforeItStarts;
        return Math.Abs((slot.StartsAt - now).TotalDays) > 2 * 366 ? MeetingProblem.TooFarAway : null;
    }

    private static string Short(string? text, int longest) => FreeText.Shorten(FreeText.Clean(text), longest);
}

public enum MeetingProblem { NoKind, WrongCapacity, WrongHours, NoSuchInstitution, NoVenue, EndsBeforeItStarts, TooFarAway, NoSuchHost }
