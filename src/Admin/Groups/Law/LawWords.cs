using System.Globalization;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Groups.Files;
using CoopAssistant.Programme.Groups.Formalities;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Admin.Groups.Law;

/// <summary>Staff's words for the legal side of a group.</summary>
internal static class LawWords
{
    /// <summary>What the code of an entry stands for; null for none.</summary>
    public static string? Named(ProgrammePack? pack, GroupEntry entry) => (pack, entry.Code) switch
    {
        (_, null) => null,
        (null, var code) => code,
        var (known, code) when entry.Kind is GroupEntryKind.OfficeTaken or GroupEntryKind.OfficeLeft => Office(known, code),
        var (known, code) => known.FindStep(code)?.Name ?? Formality(known, code),
    };

    public static string Formality(ProgrammePack? pack, string code) => pack?.Checklist.Find(code)?.Name ?? pack?.Cooperative.FindDuty(code)?.Name ?? code;

    /// <param name="code">body/office</param>
    private static string Office(ProgrammePack pack, string code) => code.Split('/') is [var body, var office] ? Office(pack, body, office) : code;

    public static string Office(ProgrammePack? pack, string body, string office) =>
        pack?.Cooperative.FindBody(body) is { } known ? $"{known.FindOffice(office)?.Name ?? office}, {known.Name}" : office;

    public static string What(ProgrammePack? pack, Expected expected) => expected.Kind switch
    {
        ExpectedKind.TermOfOffice => $"Termina el cargo: {Office(pack, expected.Code, expected.Office!)}",
        _ => Formality(pack, expected.Code),
    };

    /// <summary>Part of the group's page where it is done.</summary>
    public static string Part(Expected expected) => expected.Kind == ExpectedKind.Step ? "tramite" : "cooperativa";

    public static string Day(DateOnly on) => on.ToString("d MMM yyyy", Plural.Spanish);

    public static string Field(DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>«atrasado 3 días», «hoy es el último día», «quedan 12 días».</summary>
    public static string Left(int daysLate) => daysLate switch
    {
        > 0 => $"atrasado {Plural.Of(daysLate, "día", "días")}",
        0 => "hoy es el último día",
        -1 => "queda 1 día",
        _ => $"quedan {Plural.Number(-daysLate)} días",
    };

    public static string Tone(int daysLate) => daysLate > 0 ? "bad" : daysLate >= -14 ? "warn" : "";

    /// <summary>«90 días después de «Asamblea de constitución»».</summary>
    public static string From(LegalChecklist checklist, TermBound bound)
    {
        var other = checklist.Find(bound.Other)?.Name ?? bound.Other;
        return bound.Days >= 0 ? $"{Plural.Of(bound.Days, "día", "días")} después de «{other}»" : $"{Plural.Of(-bound.Days, "día", "días")} antes de «{other}», como está prevista";
    }

    public static string Size(int bytes) => bytes < 1_000_000 ? $"{Plural.Number((bytes + 999) / 1000)} kB" : $"{(bytes / 1_000_000d).ToString("0.0", Plural.Spanish)} MB";

    public static string Kind(GroupFileKind kind) => kind switch
    {
        GroupFileKind.Pdf => "PDF", GroupFileKind.Jpeg or GroupFileKind.Png => "Foto", GroupFileKind.Xlsx => "Hoja de cálculo", _ => "Texto",
    };

    public static string Notice(FormalityResult result) => result switch
    {
        FormalityResult.Changed => "guardado", FormalityResult.ReasonMissing => "falta-motivo-ley", FormalityResult.DayWrong => "dia-no", FormalityResult.NotPermitted => "no-se-puede", _ => "cambio",
    };

    public static string Notice(OfficerResult result) => result switch
    {
        OfficerResult.Changed => "guardado", OfficerResult.ReasonMissing => "falta-motivo", OfficerResult.DayWrong => "dia-no", OfficerResult.NotPermitted => "cargo-no",
        OfficerResult.Incompatible => "cargo-incompatible", _ => "cambio",
    };

    public static string Notice(AddFileResult result) => result switch
    {
        AddFileResult.Added => "archivo-guardado", AddFileResult.AlreadyThere => "archivo-ya-esta", AddFileResult.Empty => "archivo-vacio", AddFileResult.TooLarge => "archivo-grande",
        AddFileResult.TooMany => "archivos-muchos", AddFileResult.WrongKind => "archivo-tipo", _ => "cambio",
    };
}
