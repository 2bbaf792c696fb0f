using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Host.Demo;

/// <summary>One invented woman of <c>content/demo/women.yaml</c>: what she writes, and what happens later.</summary>
internal sealed record DemoWoman(string Phone, int DaysAgo, IReadOnlyList<string> Says, IReadOnlyList<DemoSequel> Then);

/// <summary>Days after her registration: staff move it on, or she writes again. Just one of the two.</summary>
internal sealed record DemoSequel(int Days, RegistrationTrigger? Trigger, string? Detail, IReadOnlyList<string> Says);

internal static class DemoWomen
{
    private const string File = "demo/women.yaml";
    private const string Pin = "4826";

    /// <exception cref="InvalidOperationException">The file is not as it ships; the message names lines.</exception>
    public static IReadOnlyList<DemoWoman> Read(string contentPath)
    {
        var problems = new PackProblems();
        var map = YamlMap.Open(contentPath, File, problems);
        List<DemoWoman> women = [.. map.Maps("women").Select(Woman)];
        map.Done();
        if (problems.Any) throw new InvalidOperationException(string.Join('\n', problems.InOrder()));
        return women;
    }

    private static DemoWoman Woman(YamlMap map)
    {
        var hasRegistered = map.Flag("again");
        List<string> says = hasRegistered ? ["registro", "2", "sí", "sí", "sí"] : ["hola", map.Text("country"), "sí", "registrarme", "sí", "sí"];
        if (hasRegistered) _ = map.Text("country");
        says.AddRange([map.Text("names"), map.Text("surnames"), map.Text("born"), map.Text("region"), map.OptionalText("district") ?? "no sé", map.Text("community"), map.Text("rubro")]);
        says.AddRange(map.OptionalText("group") is { } size ? ["sí", size] : ["no"]);
        says.AddRange([map.Text("document"), "este", "español", "leer", Pin, Pin, "sí"]);
        var woman = new DemoWoman(map.Text("phone"), map.Number("daysAgo", 0, 3_650), says, map.Has("then") ? [.. map.Maps("then").Select(Sequel)] : []);
        map.Done();
        return woman;
    }

    private static DemoSequel Sequel(YamlMap map)
    {
        RegistrationTrigger? trigger = map.OptionalText("staff") switch
        {
            "review" => RegistrationTrigger.Review,
            "ask" => RegistrationTrigger.AskForInformation,
            "accept" => RegistrationTrigger.Accept,
            "wait" => RegistrationTrigger.PutOnWaitingList,
            "uncovered" => RegistrationTrigger.DeclareOutOfCoverage,
            "close" => RegistrationTrigger.Close,
            _ => null,
        };
        var sequel = new DemoSequel(map.Number("days", 0, 3_650), trigger, map.OptionalText("detail"), map.Has("says") ? [.. map.Texts("says").Select(text => text.Value)] : []);
        map.Done();
        return sequel;
    }
}
