using CoopAssistant.Host.Commands;

return await CommandTable.Root().Parse(args).InvokeAsync();
