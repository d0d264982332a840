using Ledstjarna.App.Doors.Web.SignIn;

namespace Ledstjarna.App.Tests.Web.SignIn;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/vaggeryd")]
    [InlineData("/vaggeryd/mal/2?datum=2022-12-31&visa=alla#delar")]
    [InlineData("/vaggeryd/m%C3%A5l")]
    [InlineData("/vaggeryd?till=//evil.example")]
    [InlineData("/vaggeryd?rad=ett%0Atv%C3%A5")]
    public void A_path_here_is_local(string address) => LocalUrl.IsLocal(address).ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("vaggeryd")]
    [InlineData("~/vaggeryd")]
    [InlineData(" /vaggeryd")]
    [InlineData("?datum=2022-12-31")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\/evil.example")]
    [InlineData("/vaggeryd\\..\\evil")]
    [InlineData("/\t/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/vaggeryd\r\nSet-Cookie: a=b")]
    [InlineData("/vaggeryd\0")]
    [InlineData("/\u007f/evil.example")]
    [InlineData("/\u0085/evil.example")]
    [InlineData("/mål")]
    [InlineData("/två ord")]
    [InlineData("/%2Fevil.example")]
    [InlineData("/%2fevil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("/vaggeryd%0D%0ASet-Cookie:a=b")]
    [InlineData("https://evil.example/")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    public void Anything_else_is_not(string? address) => LocalUrl.IsLocal(address).ShouldBeFalse();

    [Fact]
    public void Nor_is_one_too_long_to_carry_along()
    {
        LocalUrl.IsLocal("/" + new string('a', 999)).ShouldBeTrue();
        LocalUrl.IsLocal("/" + new string('a', 1000)).ShouldBeFalse();
    }
}
