using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Admin.Groups;

/// <summary>Staff's words for the steps of a group.</summary>
internal static class StepWords
{
    public static string Missing(EntryCondition condition) => condition switch
    {
        EntryCondition.StepBefore before => $"terminar «{before.Name}»",
        EntryCondition.Founders few => $"llegar a {few.Needed} socias (son {few.Members})",
        _ => "que la cooperativa esté reconocida",
    };

    public static string Notice(StepResult result) => result switch
    {
        StepResult.Changed => "guardado",
        StepResult.ReasonMissing => "falta-motivo",
        StepResult.ConditionsUnmet => "falta-condicion",
        StepResult.NotPermitted => "no-se-puede",
        _ => "cambio",
    };
}
