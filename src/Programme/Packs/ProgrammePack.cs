using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Places;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Packs;

/// <summary>
/// Everything that is particular to one country's programme, as its folder under <c>content/programmes</c> says.
/// Immutable, and complete: what the files left out or got wrong was refused when they were read.
/// </summary>
public sealed record ProgrammePack
{
    /// <summary>Name of its folder: panama.</summary>
    public required string Folder { get; init; }
    public required Country Country { get; init; }

    /// <summary>The programme under its public name; it has changed before.</summary>
    public required Named Programme { get; init; }
    public required Institution Ministry { get; init; }

    /// <summary>The institution that grants legal recognition; one of <see cref="Institutions"/>.</summary>
    public required Institution Authority { get; init; }

    /// <summary>Who else takes part, without the ministry.</summary>
    public required IReadOnlyList<Institution> Institutions { get; init; }
    public required PhoneRules Phone { get; init; }
    public required DocumentRules Document { get; init; }
    public required WhoMayRegister Rules { get; init; }

    /// <summary>Who greets: sender ("MITRADEL – Cambiando Vidas") and the assistant's name.</summary>
    public required Greeting Greeting { get; init; }
    public required ConsentNotice Consent { get; init; }
    public required FormDefinition Form { get; init; }
    public required PosterWords Posters { get; init; }
    public required IReadOnlyList<Rubro> Rubros { get; init; }

    /// <summary>Day by which the rubros and their classes are to be checked again; null where confirmed.</summary>
    public DateOnly? RubrosReview { get; init; }

    /// <summary>What she is told where her registration stands; one for every status.</summary>
    public required IReadOnlyDictionary<RegistrationStatus, StatusWording> Statuses { get; init; }
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>Said before a recording that she did not ask for: {segundos} {kb}. Null where nothing is read aloud.</summary>
    public string? VoiceComes { get; init; }
    public required PlaceCatalogue Places { get; init; }
    public required OfficeDirectory Offices { get; init; }
    public required EmergencyLines Emergency { get; init; }
    public required LegalChecklist Checklist { get; init; }

    /// <summary>Who leads a cooperative, and what it has to do again and again.</summary>
    public required CooperativeRules Cooperative { get; init; }

    /// <summary>Papers that are filled with a group's data, by code.</summary>
    public required IReadOnlyList<Paper> Papers { get; init; }
    public required GroupRules Groups { get; init; }
    public required MeetingRules Meetings { get; init; }
    public required AllyRules Allies { get; init; }

    /// <summary>What a cooperative is asked in the months after its recognition.</summary>
    public required FollowUpRules FollowUp { get; init; }

    /// <summary>When offices are open, unless one says otherwise, and when all are closed.</summary>
    public required ServiceRules Service { get; init; }

    /// <summary>What staff ask when they get to know a community.</summary>
    public required IReadOnlyList<StudyQuestion> Study { get; init; }

    /// <summary>
    /// Values of the placeholders that are the same for everybody in the country: {programa}, {ministerio}, {autoridad},
    /// {pais}, {confirme} and the glossary ({reconocimiento}, {documento}, …). {oficina} depends on where she lives.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary><see cref="Words"/> and the {oficina} that answers for a place (code, or null where none is known).</summary>
    public IReadOnlyDictionary<string, string> WordsFor(string? placeCode) =>
        new Dictionary<string, string>(Words, StringComparer.Ordinal) { [Placeholders.Office] = Offices.For(placeCode).Name };

    /// <summary>The step of this code in any phase; null where there is none (any more).</summary>
    public PhaseStep? FindStep(string code) => Phases.SelectMany(phase => phase.Steps).FirstOrDefault(step => step.Code == code);

    /// <summary>The day it is there at this time.</summary>
    public DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Country.TimeZone).DateTime);

    /// <summary>Name of the ministry or an institution; the code itself where there is none (any more).</summary>
    public string InstitutionName(string code) =>
        code == Ministry.Code ? Ministry.Short : Institutions.FirstOrDefault(institution => institution.Code == code)?.Short ?? code;

    /// <summary>The step after this one, in whatever phase; null after the last or for an unknown code.</summary>
    public PhaseStep? StepAfter(string code) => Phases.SelectMany(phase => phase.Steps).SkipWhile(step => step.Code != code).Skip(1).FirstOrDefault();
}

/// <param name="Code">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="Aliases">How a woman may say she is from there.</param>
/// <param name="FolioPrefix">Two capital letters.</param>
/// <param name="Language">BCP-47: es-PA.</param>
public sealed record Country(
    string Code, string Name, IReadOnlyList<string> Aliases, string FolioPrefix, TimeZoneInfo TimeZone, string Language);

/// <param name="Review">Day by which the fact is to be checked again; null where it was confirmed.</param>
public sealed record Named(string Name, string Short, IReadOnlyList<string> Aliases, DateOnly? Review);

/// <param name="Role">What it does for her, in a sentence; empty for the ministry.</param>
/// <param name="Review">Day by which the fact is to be checked again; null where it was confirmed.</param>
public sealed record Institution(string Code, string Name, string Short, IReadOnlyList<string> Aliases, string Role, DateOnly? Review);

/// <summary>Settings of the country; a younger woman or a man who may not register is sent to a person.</summary>
public sealed record WhoMayRegister(int AdultAge, bool MinorsMayRegister, bool MenMayRegister, DateOnly? Review);

public sealed record Greeting(string Sender, string Assistant);

/// <param name="Code">AGR, …: stored with the registration.</param>
/// <param name="Classes">CIIU Rev. 4 classes, four digits each; empty where none fits.</param>
/// <param name="IsExclusive">Stands alone: "todavía no sé".</param>
public sealed record Rubro(string Code, string Label, IReadOnlyList<string> Aliases, IReadOnlyList<string> Classes, bool IsExclusive);
