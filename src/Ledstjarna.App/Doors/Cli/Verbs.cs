using System.CommandLine;
using Ledstjarna.App.Features.Assessment;
using Ledstjarna.App.Features.Demo;

namespace Ledstjarna.App.Doors.Cli;

/// <summary>Every verb of <c>ledstjarna</c>.</summary>
public static class Verbs
{
    public static RootCommand Root()
    {
        var root = new RootCommand("Ledstjärna: mål, uppföljning och beslut för en kommun.");
        root.Options.Add(Serve.Urls);
        root.SetAction(Serve.RunAsync);
        root.Subcommands.Add(AssessCaseCli.Command());
        root.Subcommands.Add(LoadDemoCli.Command());
        root.Subcommands.Add(Migrate.Command());
        return root;
    }
}
