namespace CoopAssistant.Messaging.Inbox;

/// <summary>Why a conversation came before staff. Stored as these words.</summary>
public static class TicketReason
{
    /// <summary>She asked for a person.</summary>
    public const string Person = "persona";

    /// <summary>Too many failed proofs of who she is.</summary>
    public const string Locked = "bloqueo";

    /// <summary>She spoke of violence and asked to be called.</summary>
    public const string Violence = "violencia";

    /// <summary>She proved who she is and wants her data corrected.</summary>
    public const string Data = "datos";

    /// <summary>She proved who she is and wants her data deleted.</summary>
    public const string Deletion = "borrado";

    /// <summary>She told of a problem of her cooperative.</summary>
    public const string FollowUp = "seguimiento";

    /// <summary>A turn broke and she was answered with an apology.</summary>
    public const string Error = "error";

    /// <summary>A member of staff began the thread.</summary>
    public const string Staff = "personal";

    private static readonly string[] ByWeight = [Staff, FollowUp, Person, Error, Locked, Data, Deletion, Violence];

    /// <summary>The one that staff must not overlook; a word of another release weighs least.</summary>
    public static string Weightier(string first, string second) => Array.IndexOf(ByWeight, second) > Array.IndexOf(ByWeight, first) ? second : first;
}
