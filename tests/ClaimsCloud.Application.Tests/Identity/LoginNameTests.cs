using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Identity;

public sealed class LoginNameTests {
    [Theory]
    [InlineData("ＡＯＢＡ"), InlineData(" aoba "), InlineData("Aoba"), InlineData("ａｏｂａ\u3000")]
    public void What_differs_by_width_case_or_form_is_the_same_name(string typed) => Assert.Equal(LoginName.IdOf("aoba"), LoginName.IdOf(typed));

    [Theory]
    [InlineData("аoba"), InlineData("ao\u200Dba"), InlineData("aoba\u200B"), InlineData("aοba"), InlineData("ao ba"), InlineData(""), InlineData("\u3000"), InlineData("あおば"), InlineData("aoba\uD800"), InlineData("ao\u0308ba"), InlineData("a\u202Eb")]
    public void What_only_looks_like_a_name_becomes_none(string typed) => Assert.False(LoginName.IsNew(typed));

    [Theory]
    [InlineData("aoba", true), InlineData("ａｏｂａ－１", true), InlineData("taro.yamada@aoba.example.jp", true), InlineData("a+b_c", true)]
    public void Plain_names_are_good_in_any_width(string typed, bool good) => Assert.Equal(good, LoginName.IsNew(typed));

    [Theory]
    [InlineData("青葉１", "青葉1"), InlineData("Ａ子", "A子")]
    public void An_older_name_with_other_signs_stays_what_it_was(string older, string other) {
        Assert.Equal(older, LoginName.Of(older));
        Assert.NotEqual(LoginName.IdOf(other), LoginName.IdOf(older));
    }

    [Fact]
    public void A_name_is_as_long_as_it_is_stored() {
        Assert.True(LoginName.IsNew(new string('a', LoginName.Length)));
        Assert.False(LoginName.IsNew(new string('a', LoginName.Length + 1)));
    }

    [Fact]
    public async Task Two_accounts_that_look_the_same_cannot_be_made_and_the_one_is_entered_however_it_is_typed() {
        await using var cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        async Task<string?> Add(string login) {
            var outcome = await cloud.Host.AddDeskAccount(login, "窓口 太郎", "also a password", TestContext.Current.CancellationToken);
            return outcome.Succeeded(out _, out var refusal) ? null : refusal.Code;
        }
        Assert.Null(await Add("taro"));
        Assert.Equal(Refusals.LoginTaken.Code, await Add("ｔａｒｏ"));
        Assert.Equal(Refusals.InvalidAccount.Code, await Add("tаro"));
        Assert.Equal(Refusals.InvalidAccount.Code, await Add("ta\u200Dro"));
    }
}
