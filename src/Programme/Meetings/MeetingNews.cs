namespace CoopAssistant.Programme.Meetings;

/// <summary>What a woman should hear of a meeting.</summary>
public enum MeetingNews { Invited, Moved, Cancelled, PlaceFreed, Withdrawn }

/// <summary>There is news of a meeting for a woman. Listeners act inside the same transaction, and note whether she could be told.</summary>
public sealed record GuestHears(Meeting Meeting, MeetingGuest Guest, MeetingNews News);
