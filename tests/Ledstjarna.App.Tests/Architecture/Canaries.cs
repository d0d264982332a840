// Wrong on purpose: what the rules must catch.
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
