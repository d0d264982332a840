using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Principles;
using Ledstjarna.Domain.Tests.FollowUps;

namespace Ledstjarna.Domain.Tests.Years;

internal static class Principles
{
    public static OrganisationPrinciple Of(string key, Principle rule) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new PrincipleId(Guid.NewGuid()),
            Key = key,
            Name = key,
            Words = "Ord.",
            SourceNote = "Källa.",
            Rule = rule,
            Order = 9,
        };
}
