using CoopAssistant.EndToEnd.Support;

namespace CoopAssistant.EndToEnd.Commands;

public sealed class ChatCommandTests
{
    [Fact]
    public async Task The_terminal_leads_the_same_conversation_and_goes_on_with_it_another_day()
    {
        var folder = Directory.CreateTempSubdirectory("coop-chat-").FullName;

        var first = await CoopCommand.Run(folder, "hola\n2\n1\n\n", "chat", "--as", "ana");
        var later = await CoopCommand.Run(folder, "registrarme\n", "chat", "--as", "ana");
        var other = await CoopCommand.Run(folder, "hola\n", "chat", "--as", "rosa");

        Assert.Equal((0, 0, 0), (first.Code, later.Code, other.Code));
        Assert.Contains("¿En qué país vive?", first.Output);
        Assert.Contains("1. Registrarme", first.Output);
        Assert.Contains("¿Podemos escribirle", later.Output);
        Assert.Contains("¿En qué país vive?", other.Output);
        Directory.Delete(folder, recursive: true);
    }
}
