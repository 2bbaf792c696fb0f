using System.CommandLine;
using CoopAssistant.Host.Doctor;

namespace CoopAssistant.Host.Commands;

/// <summary><c>coop doctor</c>: says whether everything is in place for serving, and what to do where it is not. Changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Check settings, content, database, Twilio and the public address.");
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandRunner.Run(parsed, (settings, stop) => CheckUp.Run(settings, Console.Out, stop), cancel));
        return command;
    }
}
