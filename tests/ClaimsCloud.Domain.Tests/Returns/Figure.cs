using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Returns;

/// <summary>
/// The figure of 電子レセプトの作成手引き（訪問看護）令和6年6月版 別紙1 (p. 65) as whole files: every item that is printed stands here as printed, every ・・・ is filled with fiction.
/// The claim types are those of 医科, as printed; the figure is about the shape.
/// </summary>
internal static class Figure {
    private const string History = """
        8,1,0,RE,1,1114,202404,看護　太郎,カンゴタロウ,1,20180310,,,,,,A-0001,13020240700000000001
        8,2,0,HO,06132013,,12345678,2,11100,,,,,,
        8,3,0,SN,1,01,,,,01,,
        8,4,0,RJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,
        8,5,0,KA,20240403,1,510000110,,5550,03,01,01
        8,6,0,KA,20240410,1,510000110,,5550,03,01,01
        8,7,0,EX,1,,
        8,8,0,HR,202407,1,Ｌ3129,未就学者に該当しません,
        8,9,0,RC,Ver0000202407130001

        """;

    private const string Rest = """
        HO,06132013,,12345678,2,11100,,,,,,
        SN,1,01,,,,01,,
        RJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,
        KA,20240403,1,510000110,,5550,03,01,01
        KA,20240410,1,510000110,,5550,03,01,01

        """;

    private const string Header = "HM,1,13,6,1234567,ひかり訪問看護ステーション,202506,\n";
    private const string Person = "202404,看護　太郎,カンゴタロウ,1,20180310,,,,,,A-0001,";

    /// <summary>一次請求分の返戻ファイル, the left side.</summary>
    public static readonly byte[] Returned = UkeText.Bytes($"HH,1,13,6,1234567,,202505\nRE,1,1114,{Person}13020240700000000001\n{Rest}HR,202505,1,Ｌ3129,未就学者に該当しません,\n{History}HG,1,188\n␚");

    /// <summary>The claim as the station's software builds it anew: no longer 未就学者, and it knows nothing of the return.</summary>
    public static readonly byte[] Corrected = UkeText.Bytes($"{Header}RE,1,1116,{Person}\n{Rest}GO\n␚");

    /// <summary>再請求ファイル, the right side.</summary>
    public static readonly byte[] Resubmitted = UkeText.Bytes($"{Header}RE,1,1116,{Person}13020240700000000001\n{Rest}{History}GO\n␚");
}
