using CoopAssistant.Programme.Allies.Referrals;

namespace CoopAssistant.Admin.Allies.Received;

/// <summary>Words for the institution's own users. Why a referral was taken back is not theirs to know.</summary>
internal static class ReceivedTerms
{
    public static string Name(ReferralState state) => state switch
    {
        ReferralState.Sent => "Espera su respuesta", ReferralState.Accepted => "Aceptada", ReferralState.Rejected => "Rechazada", ReferralState.Finished => "Terminada", _ => "Ya no sigue",
    };

    public static string Done(ReferralEntryKind kind) => kind switch
    {
        ReferralEntryKind.Accepted => "Aceptó", ReferralEntryKind.Rejected => "Rechazó", ReferralEntryKind.Finished => "Terminó", _ => "Informó",
    };
}
