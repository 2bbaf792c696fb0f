using static CoopAssistant.Programme.Communities.CommunityState;
using static CoopAssistant.Programme.Communities.CommunityTrigger;

namespace CoopAssistant.Programme.Communities;

/// <summary>Where the programme stands with a community.</summary>
public enum CommunityState
{
    /// <summary>Known, not yet worked with: to be studied and visited.</summary>
    Identified = 0,
    Active = 1,
    Paused = 2,
    Discarded = 8,
    Closed = 9,
}

public enum CommunityTrigger { Activate, Pause, Resume, Discard, Close, Reopen }

/// <summary>The one place that says how a community may move.</summary>
public static class CommunityLifecycle
{
    public static Lifecycle<CommunityState, CommunityTrigger> Rules { get; } = Declare();

    /// <summary>What ends or interrupts work needs a reason.</summary>
    public static bool NeedsReason(CommunityTrigger trigger) => trigger is Pause or Discard or Close;

    private static Lifecycle<CommunityState, CommunityTrigger> Declare()
    {
        var rules = new Lifecycle<CommunityState, CommunityTrigger>();
        rules.Configure(Identified).Permit(Activate, Active).Permit(Discard, Discarded);
        rules.Configure(Active).Permit(Pause, Paused).Permit(Close, Closed);
        rules.Configure(Paused).Permit(Resume, Active).Permit(Close, Closed);
        rules.Configure(Discarded).Permit(Reopen, Identified);
        rules.Configure(Closed).Permit(Reopen, Active);
        return rules;
    }
}
