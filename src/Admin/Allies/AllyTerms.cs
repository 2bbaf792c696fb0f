using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Allies.Agreements;
using CoopAssistant.Programme.Allies.Commitments;

namespace CoopAssistant.Admin.Allies;

/// <summary>Staff's words for institutions, agreements and commitments.</summary>
internal static class AllyTerms
{
    public static string Name(Party party) => party switch { Party.Ministry => "El ministerio", Party.Ally => "La institución", _ => "Otras partes" };

    public static string Name(AgreementState state) => state switch
    {
        AgreementState.ToCome => "Por empezar", AgreementState.InForce => "Vigente", AgreementState.Expired => "Vencido", _ => "Terminado",
    };

    public static string Tone(AgreementState state) => state switch { AgreementState.InForce => "good", AgreementState.ToCome => "accent", AgreementState.Expired => "warn", _ => "" };

    public static string Name(CommitmentState state) => state switch
    {
        CommitmentState.Promised => "Prometido", CommitmentState.UnderWay => "En camino", CommitmentState.Kept => "Cumplido", CommitmentState.Missed => "No cumplido", _ => "Ya no hace falta",
    };

    public static string Tone(CommitmentState state) => state switch
    {
        CommitmentState.Promised => "accent", CommitmentState.UnderWay => "warn", CommitmentState.Kept => "good", CommitmentState.Missed => "bad", _ => "",
    };

    public static string Do(CommitmentTrigger trigger) => trigger switch
    {
        CommitmentTrigger.Start => "Ya está en camino", CommitmentTrigger.Keep => "Se cumplió", CommitmentTrigger.Miss => "No se cumplió", CommitmentTrigger.Drop => "Ya no hace falta", _ => "Abrir otra vez",
    };

    public static string Done(AgreementEntry entry) => entry.Kind switch
    {
        AgreementEntryKind.Signed => "Se anotó el convenio",
        AgreementEntryKind.Changed => "Cambiaron los datos",
        AgreementEntryKind.Renewed => AgreementForm.Read(entry.Detail) is { } day ? $"Se renovó; antes llegaba hasta el {Day(day)}" : "Se renovó; antes no tenía fin",
        AgreementEntryKind.NotRenewed => "Se decidió no renovarlo",
        _ => "Terminó antes de tiempo",
    };

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", Plural.Spanish);

    /// <summary>"vence en 12 días", "venció hace 1 día", "vence hoy".</summary>
    public static string Left(int days) => days switch
    {
        0 => "hoy", > 0 => $"en {Plural.Of(days, "día", "días")}", _ => $"hace {Plural.Of(-days, "día", "días")}",
    };

    public static string Sentence(AllyProblem problem) => problem switch
    {
        AllyProblem.NoName => "Escriba el nombre.",
        AllyProblem.NoRole => "Escriba qué hace por las mujeres, en una frase corta: ellas la leen.",
        AllyProblem.NoSuchRegion => "Elija regiones de ese país, o ninguna si trabaja en todo.",
        AllyProblem.WrongDays => $"Los días hábiles para responder van de 1 a {Ally.MostAnswerDays}. Si son los de siempre, déjelo vacío.",
        AllyProblem.OutsideTerritory => "Una institución de todo el país la cambia quien trabaja para todo el país. Marque solo regiones suyas.",
        _ => "Elija un país de su territorio.",
    };

    /// <param name="problem">Null where the place is not the author's.</param>
    public static string Sentence(AgreementProblem? problem) => problem switch
    {
        AgreementProblem.NoTitle => "Escriba de qué es el convenio.",
        AgreementProblem.NoSuchRegion => "Elija una región de ese país.",
        AgreementProblem.EndsBeforeItStarts => "Revise las fechas: el último día debe ser después del primero, y del último que ya tenía.",
        AgreementProblem.RenewalOutside => "El día para decidir la renovación debe estar entre el primero y el último.",
        AgreementProblem.NoContribution => "Escriba al menos un aporte de alguna de las partes.",
        AgreementProblem.TooManyContributions => $"Caben hasta {Agreement.MostContributions} aportes: una los que digan lo mismo.",
        _ => "Ese lugar no está en su territorio: elija su región.",
    };

    public static string Sentence(CommitmentProblem problem) => problem switch
    {
        CommitmentProblem.NothingSaid => "Escriba a qué se comprometió.", CommitmentProblem.NoSuchStep => "Elija un paso de la lista.", CommitmentProblem.NoSuchAgreement => "Elija un convenio de la lista.",
        _ => "Elija un grupo de su territorio, o ninguno si es para todo su territorio.",
    };
}
