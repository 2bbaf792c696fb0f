using CoopAssistant.Programme.Packs.Reading;
using CoopAssistant.Programme.Packs.Yaml;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Packs;

/// <summary>All programmes of a content folder. What staff may change in them is exchanged while the program runs; a pack itself never changes.</summary>
/// <param name="all">Those without a problem, by country code.</param>
/// <param name="problems">What must be put right, by file and line. With any, the start stops.</param>
public sealed class ProgrammePacks(IReadOnlyList<ProgrammePack> all, IReadOnlyList<PackProblem> problems)
{
    private volatile IReadOnlyList<ProgrammePack> _all = all;

    public IReadOnlyList<ProgrammePack> All => _all;
    public IReadOnlyList<PackProblem> Problems => problems;
    public bool IsClean => Problems.Count == 0;

    /// <summary>The programme of this country (upper-case code); null where there is none.</summary>
    public ProgrammePack? Find(string? country) => All.FirstOrDefault(pack => pack.Country.Code == country);

    /// <summary>The day it is in a country at this time; by universal time where there is no such programme (any more).</summary>
    public DateOnly DayIn(string country, DateTimeOffset now) => Find(country)?.DayOf(now) ?? DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>From now on these are the programmes.</summary>
    public void Take(IReadOnlyList<ProgrammePack> packs) => _all = packs;

    /// <summary>The same programmes, to be exchanged for themselves: for one of several hosts in a process.</summary>
    public ProgrammePacks Copy() => new(All, Problems);
}

/// <summary>Reads the folders of <c>content/programmes</c>, one a country. Same files, same result; no clock, no network.</summary>
public static class ProgrammePackReader
{
    /// <param name="contentPath">The content folder (setting <c>Content:Path</c>).</param>
    public static ProgrammePacks ReadAll(string contentPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(contentPath);
        var problems = new PackProblems();
        var home = Path.Combine(contentPath, "programmes");
        string[] folders = Directory.Exists(home) ? [.. Directory.GetDirectories(home).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];
        if (folders.Length == 0) problems.Add("programmes", 0, "There is no programme. Add a folder for a country, with programme.yaml and the files beside it.");

        var packs = new List<ProgrammePack>();
        foreach (var folder in folders)
        {
            var before = problems.Count;
            var pack = Read(contentPath, folder, problems);
            CheckDiffers(pack, packs, problems);
            if (problems.Count == before) packs.Add(pack);
        }
        return new ProgrammePacks([.. packs.OrderBy(pack => pack.Country.Code, StringComparer.Ordinal)], problems.InOrder());
    }

    /// <summary>What is spoken in a place is a language that women may name as theirs.</summary>
    private static void CheckLanguages(string file, IReadOnlyList<(string Tag, int Line)> spoken, Forms.FormDefinition form, PackProblems problems)
    {
        string[] known = form.Find(RegistrationForm.Language)?.Kind is Forms.QuestionKind.Choice choice ? [.. choice.Options.Select(option => option.Value)] : [];
        foreach (var (tag, line) in spoken.Where(each => !known.Contains(each.Tag, StringComparer.Ordinal)))
            problems.Add(file, line, $"No woman can name \"{tag}\" as her language.{Nearest.Hint(tag, known)} Known to registration.yaml: {string.Join(", ", known)}.");
    }

    private static ProgrammePack Read(string root, string folder, PackProblems problems)
    {
        YamlMap Open(string file) => YamlMap.Open(root, $"programmes/{folder}/{file}", problems);

        var country = CountryFile.Read(Open("programme.yaml"));
        var phases = PhasesFile.Read(Open("phases.yaml"), country);
        var rubros = RubrosFile.Read(Open("rubros.yaml"), out var rubrosReview);
        var places = PlacesFile.Read(Open("places.yaml"), root, problems, out var languages);
        var offices = OfficesFile.Read(Open("offices.yaml"), country, places);
        var checklist = ChecklistFile.Read(Open("checklist.yaml"), country);
        var around = new FormSurroundings(country.Rules, country.Phone, country.Document, rubros, Math.Max(1, places.Levels.Count), [.. country.Words.Keys], country.Country.Language);
        var form = FormFile.Read(Open("registration.yaml"), around);
        CheckLanguages($"programmes/{folder}/places.yaml", languages, form, problems);
        return new ProgrammePack
        {
            Folder = folder,
            Country = country.Country,
            Programme = country.Programme,
            Ministry = country.Ministry,
            Authority = country.Authority,
            Institutions = country.Institutions,
            Phone = country.Phone,
            Document = country.Document,
            Rules = country.Rules,
            Greeting = country.Greeting,
            Consent = country.Consent,
            Form = form,
            Posters = PostersFile.Read(Open("posters.yaml"), country),
            Rubros = rubros,
            RubrosReview = rubrosReview,
            Statuses = phases.Statuses,
            Phases = phases.Phases,
            VoiceComes = phases.VoiceComes,
            Places = places,
            Offices = offices,
            Emergency = EmergencyFile.Read(Open("emergency.yaml")),
            Checklist = checklist,
            Cooperative = CooperativeFile.Read(Open("cooperative.yaml"), country, checklist),
            Papers = PaperFiles.Read(root, $"programmes/{folder}/papers", country, checklist, problems),
            Groups = GroupsFile.Read(Open("groups.yaml"), country),
            Meetings = MeetingsFile.Read(Open("meetings.yaml"), country),
            Allies = AlliesFile.Read(Open("allies.yaml"), country, form),
            FollowUp = FollowUpFile.Read(Open("follow-up.yaml"), country, around, form.Words),
            Service = ServiceFile.Read(Open("service.yaml"), offices),
            Study = GroupsFile.ReadStudy(Open("study.yaml")),
            Words = country.Words,
        };
    }

    private static void CheckDiffers(ProgrammePack pack, List<ProgrammePack> others, PackProblems problems)
    {
        var file = $"programmes/{pack.Folder}/programme.yaml";
        foreach (var other in others)
        {
            if (other.Country.Code == pack.Country.Code) problems.Add(file, 1, $"The folder \"{other.Folder}\" is of the country {pack.Country.Code} already. One folder a country.");
            if (other.Country.FolioPrefix == pack.Country.FolioPrefix) problems.Add(file, 1, $"The folder \"{other.Folder}\" uses the folio prefix {pack.Country.FolioPrefix} already. Choose another.");
        }
    }
}
