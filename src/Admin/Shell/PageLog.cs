using Microsoft.Extensions.Logging;

namespace CoopAssistant.Admin.Shell;

internal static partial class PageLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Page {Page} could not read the database.")]
    public static partial void CouldNotRead(ILogger log, string page, Exception failure);
}
