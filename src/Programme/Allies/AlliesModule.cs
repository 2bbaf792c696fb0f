using CoopAssistant.Programme.Allies.Agreements;
using CoopAssistant.Programme.Allies.Commitments;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Registrations;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Allies;

/// <summary>Use cases of allies: institutions, agreements, commitments, referrals.</summary>
internal static class AlliesModule
{
    public static void AddAllies(this IServiceCollection services)
    {
        services.AddScoped<KnowAllies>();
        services.AddScoped<SaveAlly>();
        services.AddScoped<ListAllies>();
        services.AddScoped<ReadAlly>();
        services.AddScoped<SignAgreement>();
        services.AddScoped<ChangeAgreement>();
        services.AddScoped<ReadAgreement>();
        services.AddScoped<ListRenewals>();
        services.AddScoped<PromiseCommitment>();
        services.AddScoped<ListCommitments>();
        services.AddScoped<Refer>();
        services.AddScoped<AnswerSharing>();
        services.AddScoped<RecordPaperConsent>();
        services.AddScoped<ServeReferral>();
        services.AddScoped<CancelReferral>();
        services.AddScoped<ListReferrals>();
        services.AddScoped<ReadReferral>();
        services.AddScoped<ReadReceived>();
        services.AddScoped<ReadOwnReferrals>();
        services.AddScoped<StopSharing>();
        services.AddScoped<IListen<RegistrationMoved>, StopSharing>();
    }
}
