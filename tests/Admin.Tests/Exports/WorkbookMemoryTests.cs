using CoopAssistant.Admin.Exports;

namespace CoopAssistant.Admin.Tests.Exports;

/// <summary>Alone, because the bytes of a whole process are counted.</summary>
[Collection(Alone)]
public class WorkbookMemoryTests
{
    internal const string Alone = "The memory of the process";

    [Fact]
    public async Task A_workbook_of_many_lines_needs_no_more_memory_than_a_short_one()
    {
        await Peak(1_000); // warms up
        var (shorter, longer) = (await Peak(2_000), await Peak(40_000));

        Assert.True(longer < shorter * 3 + 8_000_000, $"{longer} bytes against {shorter}");
    }

    /// <summary>Most bytes in use while a workbook of so many lines is written to a stream that keeps nothing.</summary>
    private static async Task<long> Peak(int lines)
    {
        var (before, peak) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        await XlsxFile.Write(Stream.Null, [new LongSheet("Registros", Lines())], CancellationToken.None);
        return peak;

        async IAsyncEnumerable<IReadOnlyList<object?>> Lines()
        {
            for (var line = 0; line < lines; line++)
            {
                if (line == lines / 2 || line == lines - 1) peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
                yield return [$"PA-{line:0000}-0000", "María Elena", "Pérez Santos", line, "tejido y bordado, con más palabras de las que caben"];
            }
            await Task.CompletedTask;
        }
    }
}

[CollectionDefinition(WorkbookMemoryTests.Alone, DisableParallelization = true)]
public sealed class MemoryOfTheProcess;
