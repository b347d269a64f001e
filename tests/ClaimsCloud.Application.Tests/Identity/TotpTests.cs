using System.Text;
using ClaimsCloud.Application.Identity;

namespace ClaimsCloud.Application.Tests.Identity;

public sealed class TotpTests {
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, the rows of SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_vectors_of_the_standard_hold(long seconds, string code) {
        var step = Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds));
        Assert.Equal(code, Totp.Code(Key, step, digits: 8));
        Assert.Equal(code[2..], Totp.Code(Key, step));
    }

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base_32_is_that_of_the_standard(string text, string base32) {
        Assert.Equal(base32, Totp.ToBase32(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(text, Encoding.ASCII.GetString(Totp.FromBase32(base32)));
    }

    [Fact]
    public void A_code_is_good_one_step_early_and_late_and_once() {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111109);
        var step = Totp.StepAt(now);
        foreach (var near in (long[])[step - 1, step, step + 1]) Assert.Equal(near, Totp.Match(Key, Totp.Code(Key, near), now, used: 0));
        foreach (var far in (long[])[step - 2, step + 2]) Assert.Null(Totp.Match(Key, Totp.Code(Key, far), now, used: 0));
        Assert.Null(Totp.Match(Key, Totp.Code(Key, step), now, used: step));
        foreach (var none in (string[])["", "12345", "1234567", "ABCDEF", "１２３４５６"]) Assert.Null(Totp.Match(Key, none, now, used: 0));
    }
}
