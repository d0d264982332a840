using System.CommandLine;
using Ledstjarna.App.Doors.Cli;

return await Verbs.Root().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
