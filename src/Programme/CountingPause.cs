namespace CoopAssistant.Programme;

/// <summary>How long what was counted stands before the background counts it anew: counting takes a sixtieth of a core at most.</summary>
public static class CountingPause
{
    public static TimeSpan After(TimeSpan took, TimeSpan atLeast) => took * 60 > atLeast ? took * 60 : atLeast;
}
