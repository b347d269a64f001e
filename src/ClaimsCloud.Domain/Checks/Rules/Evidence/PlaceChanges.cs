namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X19e: 訪問場所の変更の記録がそろっていない。</summary>
internal sealed class PlaceChanges() : ClaimCheck(new Rule("X19e", Severity.LikelyReturn,
    "訪問した場所の変更の記録が正しくありません",
    "訪問した場所２・３は、変更した年月日と場所のコードを両方、早いものから順に記録します。",
    "訪問した場所の変更を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.14", "2024-06",
    "RJ,20240401,01,,20240605,11,,,,,,,,,,,,,,,,,,,,,,,",
    "RJ,20240401,01,,20240605,,,,,,,,,,,,,,,,,,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.User is not { } user) return;
        for (var place = 2; place <= 3; place++) {
            var (date, code) = ((3 * place) - 1, 3 * place);
            if (user.Field(date).IsEmpty != user.Field(code).IsEmpty) findings.Add(Rule, user, $"PlaceChangeDate{place}", $"訪問した場所{place}は、変更年月日と場所コードを両方記録します。");
        }
        if (!user.Field(8).IsEmpty && (user.Field(5).IsEmpty || user.Date(8) < user.Date(5))) findings.Add(Rule, user, "PlaceChangeDate3", "訪問した場所３の変更は、訪問した場所２の変更より後です。");
    }
}
