namespace CoopAssistant.Transcripts;

/// <summary>
/// Plays every conversation of this folder and expects exactly what is written there. To write down what happens now (and read it
/// before it is kept): <c>TRANSCRIPTS_RECORD=1 dotnet test tests/Transcripts</c>.
/// </summary>
public sealed class TranscriptTests
{
    private static readonly string Folder = Path.Combine(ContentFolder.Path, "..", "tests", "Transcripts");

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Folder, "*.md").Select(file => Path.GetFileName(file)).Where(file => file != "README.md").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_conversation_goes_as_written(string file)
    {
        var path = Path.Combine(Folder, file);
        var written = (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n");
        await using var house = await House.Open();

        var played = await new Staging(house).Play(Transcript.Parse(written));

        if (Environment.GetEnvironmentVariable("TRANSCRIPTS_RECORD") == "1") await File.WriteAllTextAsync(path, played);
        else Assert.True(written == played, $"{file} went differently:\n{LineDiff.Between(written, played)}");
    }
}
