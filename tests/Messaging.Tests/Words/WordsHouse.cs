using CoopAssistant.Messaging.Wording;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Messaging.Tests.Words;

/// <summary>Two processes on one database, with a content folder of a few texts and answers, and the shipped offices and emergency lines.</summary>
internal sealed class WordsHouse : IAsyncDisposable
{
    public const string Filed = """
        # Says little.
        neutral: { programa: el programa }
        menu:
          title: ¿Qué quiere hacer? # she reads this first
          greet: Hola {nombre}, esto es {programa}.
          go: Seguir
          sorry:
            - No le entendí.
            - Otra vez, por favor.
        """;

    public const string Answers = """
        # Few questions.
        answers:
          - topic: costo
            question: ¿Hay que pagar?
            wordings:
              - cuanto cuesta
              - es gratis
            answer: Es gratis. {confirme}
            countries:
              BO: En Bolivia hay tasas. {confirme}
            unconfirmed: true
            review: 2027-02-28

          - topic: edad
            question: ¿Desde qué edad?
            wordings: [desde que edad, soy mayor]
            answer: Desde los 18 años.
        """;

    public static readonly WordsKey Title = new(WordsKind.Text, "menu.title", "");
    public static readonly WordsKey Greet = new(WordsKind.Text, "menu.greet", "");
    public static readonly WordsKey Go = new(WordsKind.Text, "menu.go", "");
    public static readonly WordsKey Sorry = new(WordsKind.Text, "menu.sorry", "");
    public static readonly WordsKey Cost = new(WordsKind.Answer, "costo", "");
    public static readonly WordsKey Age = new(WordsKind.Answer, "edad", "");
    public static readonly WordsKey Panama = WordsKey.Emergency("PA");
    public static readonly WordsKey Cocle = new(WordsKind.Office, "cocle", "PA");

    private static readonly ProgrammePacks Shipped = ProgrammePackReader.ReadAll(FindContent());

    private static readonly TextKey[] Said =
    [
        new("menu.title", []), new("menu.greet", ["nombre"]), new("menu.go", []) { IsLabel = true }, new("menu.sorry", []) { IsVaried = true },
    ];

    private readonly TestDatabase _database;
    private readonly ServiceProvider[] _processes;

    private WordsHouse(TestDatabase database, string folder)
    {
        (_database, Folder) = (database, folder);
        _processes = [NewProcess(), NewProcess()];
    }

    /// <summary>The content folder.</summary>
    public string Folder { get; }

    public static async Task<WordsHouse> Open(DatabaseKind kind = DatabaseKind.Sqlite) => new(await TestDatabase.Create(kind), NewFolder());

    /// <summary>A process, after somebody put another release's files into the folder.</summary>
    public ServiceProvider NewProcess() => _database.NewProcess(services => services.AddSingleton(Shipped.Copy()).AddWords(Folder, Said));

    public T Get<T>(int process = 0) where T : notnull => _processes[process].GetRequiredService<T>();

    public async Task<TResult> Use<TService, TResult>(Func<TService, Task<TResult>> use, int process = 0) where TService : notnull
    {
        await using var scope = _processes[process].CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<DeskWords> Read(WordsKey key) => (await Use<ReadWords, DeskWords?>(read => read.Find(key, default)))!;

    /// <summary>Somebody writes on what is on her screen.</summary>
    public Task<bool> Save(DeskWords seen, WordsText text, string by = "ana") =>
        Use<SaveWords, bool>(save => save.Handle(new(seen.Key, text, seen.DraftVersion, seen.IsDraft ? seen.BasedOn : seen.Number, by), default));

    public async Task<DeskWords> Write(WordsKey key, WordsText text)
    {
        var seen = await Use<ReadWords, DeskWords?>(read => read.Find(key, default)) ?? new DeskWords(key, null, null, 0, "", null, null, 0, 0, "", null);
        Assert.True(await Save(seen, text));
        return await Read(key);
    }

    public async Task<PublishWordsResult> Publish(WordsKey key, bool despiteWarnings = false, string note = "")
    {
        var seen = await Read(key);
        return await Use<PublishWords, PublishWordsResult>(publish => publish.Handle(new(key, seen.DraftVersion, despiteWarnings, note, "ana"), default));
    }

    public async Task<PublishWordsResult> Publish(WordsKey key, WordsText text)
    {
        await Write(key, text);
        return await Publish(key, despiteWarnings: true);
    }

    public async Task<IReadOnlyList<WordsConcern>> Review(WordsKey key, WordsText text)
    {
        var words = await Write(key, text);
        var all = await Use<ReadWords, IReadOnlyList<DeskWords>>(read => read.All(default));
        return Get<ReviewWords>().Handle(words, all);
    }

    public Task<IReadOnlyDictionary<string, string>> Export() => Use<ExportWords, IReadOnlyDictionary<string, string>>(export => export.Files(default));

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("coop-words-").FullName;
        foreach (var pack in Shipped.All)
            foreach (var file in new[] { PackFacts.OfficesFileOf(pack), PackFacts.EmergencyFileOf(pack) })
                Put(folder, file, File.ReadAllText(Path.Combine(FindContent(), file)));
        Put(folder, "wording/es.yaml", Filed);
        Put(folder, "wording/promises.yaml", "phrases: [le garantizamos]");
        Put(folder, "answers/es.yaml", Answers);
        return folder;
    }

    public static void Put(string folder, string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string FindContent()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CoopAssistant.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "content");
    }
}
