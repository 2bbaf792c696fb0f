using CoopAssistant.Programme.Packs.Reading;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs;

/// <summary>What of a pack staff keep true: its offices and emergency lines, each in a file of its own.</summary>
public static class PackFacts
{
    public static string OfficesFileOf(ProgrammePack pack) => $"programmes/{pack.Folder}/offices.yaml";

    public static string EmergencyFileOf(ProgrammePack pack) => $"programmes/{pack.Folder}/emergency.yaml";

    /// <summary>The pack with these two as the files have them now; what is wrong there goes to the problems.</summary>
    public static ProgrammePack WithFacts(this ProgrammePack pack, ContentFiles files, PackProblems problems)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(files);
        var country = new CountryFile(
            pack.Country, pack.Programme, pack.Ministry, pack.Authority, pack.Institutions, pack.Phone, pack.Document, pack.Rules, pack.Greeting, pack.Consent, pack.Words);
        return pack with
        {
            Offices = OfficesFile.Read(files.Open(OfficesFileOf(pack), problems), country, pack.Places),
            Emergency = EmergencyFile.Read(files.Open(EmergencyFileOf(pack), problems)),
        };
    }
}
