using System.CommandLine;
using CoopAssistant.Data;
using CoopAssistant.Host.Serving;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Host.Commands;

/// <summary>Runs a command so that what an operator configured wrong ends in a sentence, not in a stack trace.</summary>
internal static class CommandRunner
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongSettings = 2;

    /// <summary>Settings given on the command line, e.g. <c>--Bot:Url=http://localhost:6080</c>.</summary>
    public static string[] Settings(ParseResult parsed) => [.. parsed.UnmatchedTokens];

    public static Task<int> Run(ParseResult parsed, Func<string[], CancellationToken, Task<int>> work, CancellationToken cancel) =>
        Run(Settings(parsed), work, cancel);

    /// <summary>Runs a command with a word of its own beside the settings, in any order: the parser gives an argument the first token it meets, be it a setting.</summary>
    public static async Task<int> Run(ParseResult parsed, Argument<string> argument, Func<string[], string?, CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        var (word, settings) = (parsed.GetValue(argument), Settings(parsed));
        if (word is not null && IsSetting(word))
        {
            string[] given = [word, .. settings];
            word = Array.Find(given, token => !IsSetting(token) && !FollowsSetting(given, token));
            settings = [.. given.Where(token => token != word)];
        }
        if (word is null && argument.Arity.MinimumNumberOfValues > 0)
        {
            await Console.Error.WriteLineAsync($"The {argument.Name} is missing. See coop {parsed.CommandResult.Command.Name} --help.");
            return WrongSettings;
        }
        return await Run(settings, (all, stop) => work(all, word, stop), cancel);
    }

    private static async Task<int> Run(string[] settings, Func<string[], CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        if (Array.Find(settings, s => !IsSetting(s)) is { } stranger && !FollowsSetting(settings, stranger))
        {
            await Console.Error.WriteLineAsync($"coop does not know “{stranger}”. See coop --help; settings are written --Section:Name=value.");
            return WrongSettings;
        }

        try
        {
            return await work(settings, cancel);
        }
        catch (OptionsValidationException wrong)
        {
            foreach (var failure in SettingsCheck.Sentences(wrong)) await Console.Error.WriteLineAsync(failure);
            return WrongSettings;
        }
        catch (Exception wrong) when (wrong is WrongSettingException or UnusableSettingException or NewerDatabaseException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return WrongSettings;
        }
    }

    private static bool IsSetting(string token) => token.StartsWith("--", StringComparison.Ordinal) && token.Contains(':', StringComparison.Ordinal);

    private static bool FollowsSetting(string[] tokens, string token)
    {
        var at = Array.IndexOf(tokens, token);
        return at > 0 && IsSetting(tokens[at - 1]) && !tokens[at - 1].Contains('=', StringComparison.Ordinal) && !token.StartsWith("--", StringComparison.Ordinal);
    }
}

/// <summary>A setting that stops the start. The message is a whole sentence that names it and says what to do.</summary>
internal sealed class WrongSettingException(string sentence) : Exception(sentence);
