namespace ClaimsCloud.Portal.Words;

/// <summary>レセプト種別 in words. Record spec 2024-06, 別表4: 6, then insurance, then number of payers, then who is insured.</summary>
internal static class ClaimTypes {
    public static string Word(string code) {
        if (code is not ['6', '1' or '2' or '3', >= '1' and <= '5', var who]) return code;
        var others = code[2] - '1';
        return code[1] switch {
            '2' => others == 0 ? "公費単独" : $"公費{others + 1}種の併用",
            '3' => Join("後期高齢者", others, who switch { '8' => "一般・低所得", '0' => "7割", _ => code }),
            _ => Join("医保・国保", others, who switch { '2' => "本人・世帯主", '4' => "未就学者", '6' => "家族・その他", '8' => "高齢一般・低所得", '0' => "高齢7割", _ => code }),
        };
    }

    private static string Join(string insurance, int others, string who) => $"{insurance}{(others == 0 ? "単独" : $"と公費{others}種")}　{who}";
}
