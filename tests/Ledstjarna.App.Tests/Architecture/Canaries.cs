// Wrong on purpose: what the rules must catch.
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Tests.Architecture.Canaries.Here
{
    internal sealed class Slice
    {
        public int Hidden() => There.Secret.Count(3);

        public Uri Link() => There.ThereLinks.Home();
    }

    internal sealed class WrongHandler
    {
        public string Handle(Microsoft.AspNetCore.Http.HttpContext context) => context.Request.Method;
    }

    internal sealed class ForgetfulHandler(Ledger ledger)
    {
        public Task HandleAsync(Actor actor, CancellationToken cancellation) =>
            ledger.WriteAsync(actor, (_, _) => Task.FromResult<IReadOnlyList<ChangeEntry>>([]), cancellation);
    }

    internal sealed class LateHandler(ChangeLog log)
    {
        public async Task<long> HandleAsync(Actor actor, CancellationToken cancellation)
        {
            var newest = await log.NewestAsync(actor.Organisation, cancellation);
            actor.Require(Right.ReadHistory);
            return newest.Number;
        }
    }

    internal sealed class AskingHandler(ChangeLog log)
    {
        public async Task<long> HandleAsync(Actor actor, CancellationToken cancellation)
        {
            Ask(actor);
            return (await log.NewestAsync(actor.Organisation, cancellation)).Number;
        }

        private static void Ask(Actor actor) => actor.Require(Right.ReadHistory);
    }

    internal sealed class NamelessHandler(ChangeLog log)
    {
        public async Task<long> HandleAsync(Ledstjarna.Domain.OrganisationId organisation, CancellationToken cancellation) =>
            (await log.NewestAsync(organisation, cancellation)).Number;
    }

    internal sealed class WithAClock(TimeProvider time)
    {
        public long Now() => time.GetTimestamp();
    }
}

namespace Ledstjarna.App.Tests.Architecture.Canaries.There
{
    internal static class Secret
    {
        public static int Count(int n) => n;
    }

    internal static class ThereLinks
    {
        public static Uri Home() => new("/there", UriKind.Relative);
    }
}

namespace Ledstjarna.App.Tests.Architecture.Canaries.Helpers
{
    internal static class Anything;
}
