using Ledstjarna.App.Doors.Web.SignIn;

namespace Ledstjarna.App.Tests.Web.SignIn;

public sealed class OidcFailureTests
{
    private static readonly string[] Codes = [.. Enum.GetValues<OidcFailure>().Select(OidcFailures.Code)];

    [Fact]
    public void Each_failure_has_a_code_and_a_sentence_of_its_own()
    {
        Codes.ShouldBeUnique();
        Codes.Select(OidcFailures.Sentence).ShouldAllBe(s => s!.EndsWith('.'));
        Codes.Select(OidcFailures.Sentence).ShouldBeUnique();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<script>")]
    public void A_code_of_someone_elses_says_nothing(string? code) => OidcFailures.Sentence(code).ShouldBeNull();
}
