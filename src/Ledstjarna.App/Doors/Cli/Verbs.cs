using System.CommandLine;
using Ledstjarna.App.Features.Assessment;
using Ledstjarna.App.Features.Demo;
using Ledstjarna.App.Features.GetStarted;
using Ledstjarna.App.Features.History;
using Ledstjarna.App.Features.Statistics;

namespace Ledstjarna.App.Doors.Cli;

/// <summary>Every verb of <c>ledstjarna</c>.</summary>
public static class Verbs
{
    public static RootCommand Root()
    {
        var root = new RootCommand("Ledstjärna: mål, uppföljning och beslut för en kommun.");
        root.Options.Add(Serve.Urls);
        root.SetAction(Serve.RunAsync);
        root.Subcommands.Add(CreateOrganisationCli.Command());
        root.Subcommands.Add(AssessCaseCli.Command());
        root.Subcommands.Add(LoadDemoCli.Command());
        root.Subcommands.Add(ImportStatisticsCli.Command());
        root.Subcommands.Add(VerifyLogCli.Export());
        root.Subcommands.Add(Migrate.Command());
        root.Subcommands.Add(VerifyLogCli.Verify());
        return root;
    }
}
