using ClaimsCloud.Domain.Copay;

namespace ClaimsCloud.Domain.Tests.Checks;

/// <summary>One defect of a named kind: what it is done to, and where the rule has to find it.</summary>
/// <param name="Field">Official name, or null when the whole record is meant.</param>
/// <param name="Apply">Puts the defect in; false when the claim is not one that can have it.</param>
internal sealed record Mutation(string Code, string? Record, string? Field, Func<DraftClaim, bool> Apply);

/// <summary>A defect for every rule that looks at one claim by itself.</summary>
internal static class Mutations {
    public static readonly Mutation[] All = [
        // F: form of records and fields
        new("F01f", "ZZ", null, d => Put(d.First("SY"), 1, "ZZ")),
        new("F01j", "IH", null, d => Swap(d, "HJ", "IH")),
        new("F02a", "SY", null, d => d.Records.RemoveAll(r => r[0] == "SY") > 0),
        new("F02b", "RJ", null, d => Repeat(d, "RJ")),
        new("F02c", "GI", null, d => Done(d.Add("GI", (2, "20240601"), (3, "01")))),
        new("F03a", "SY", null, d => Lengthen(d, "SY")),
        new("F03b", "IH", "主治医の属する医療機関等の名称", d => Put(d.First("IH"), 5, "")),
        new("F03c", "RE", "訪問看護記録番号等", d => Put(d.First("RE"), 14, new string('9', 21))),
        new("F03d", "IH", "医療機関等コード", d => Put(d.First("IH"), 4, "123456")),
        new("F03e", "SY", "傷病名称", d => Put(d.First("SY"), 4, "A")),
        new("F03f", "HO", "実日数", d => Put(d.First("HO"), 5, "0" + d.First("HO")?[4])),
        new("F03g", "SY", "傷病名称", d => Put(d.First("SY"), 4, "病名　")),
        new("F04a", "RE", "レセプト番号", d => Done(d)),
        new("F05a", "KA", "算定年月日", d => Put(d.First("KA"), 2, $"{d.Month}32")),
        new("F05b", "KA", "算定年月日", d => Put(d.First("KA"), 2, "20230101")),
        new("F06a", "TJ", "予備１", d => Done(d.Add("TJ", (2, "01"), (3, "予備")))),
        new("F07a", "RE", "男女区分", d => Put(d.First("RE"), 7, "3")),
        new("F07b", "KA", "職種等", d => Put(d.First("KA"), 7, "0399")),
        new("F07c", "JS", "該当する疾病等", d => Put(d.First("JS"), 4, "005005")),
        new("F07e", "SN", "確認区分", d => Put(d.First("SN"), 3, "05")),
        new("F08b", "SY", "傷病名称", d => Put(d.First("SY"), 4, "病？")),
        new("F08c", "RE", "氏名", d => Put(d.First("RE"), 5, "看護花子")),
        new("F08d", "RE", "カタカナ（氏名）", d => Put(d.First("RE"), 6, "かんご")),
        new("F09a", "KA", "数量データ", d => Put(d.First("KA"), 5, "1")),
        // B: insurance and public expense
        new("B01a", "HO", "保険者番号", d => Put(d.First("HO"), 2, WrongDigit(d.First("HO")?[1]))),
        new("B01b", "HO", "保険者番号", d => d.First("RE")![2][..2] == "61" && Put(d.First("HO"), 2, "39130007"[..7] + CheckDigit.Of("3913000"))),
        new("B01c", "HO", "被保険者証（手帳）等の記号", d => Put(d.First("HO"), 3, new string('1', 38))),
        new("B01d", "HO", "被保険者証（手帳）等の番号", d => Put(d.First("HO"), 4, "12 34")),
        new("B01e", "HO", "被保険者証（手帳）等の番号", d => d.First("HO")?[1][..2] == "39" && Put(d.First("HO"), 4, "123")),
        new("B01f", "HO", "被保険者証（手帳）等の記号", d => d.First("HO")?[1][..2] == "01" && Put(d.First("HO"), 3, "12")),
        new("B01g", "RE", "給付割合", d => d.Has("HO") && Put(d.First("RE"), 11, d.First("RE")![10] == "" ? "70" : "")),
        new("B02a", "RE", "レセプト種別", d => Person(d, '4') && Born(d, 30)),
        new("B02b", "RE", "レセプト種別", d => Person(d, '6') && Born(d, 3)),
        new("B02c", "RE", "レセプト種別", d => Person(d, '8') && Born(d, 40)),
        new("B02d", "RE", "レセプト種別", d => Person(d, '2') && Born(d, 72)),
        new("B02e", "RE", "レセプト種別", d => d.First("RE")![2][..2] == "61" && Born(d, 80)),
        new("B02f", "RE", "生年月日", d => d.First("RE")![2][..2] == "63" && Born(d, 50)),
        new("B02g", "RE", "生年月日", d => Put(d.First("RE"), 8, "20290101")),
        new("B02h", "RE", "レセプト種別", d => Person(d, '2') && d.First("HO")![1][0] == '0' && Born(d, 10)),
        new("B03a", "KO", "負担者番号", d => SwapPublics(d)),
        new("B03b", "KO", "負担者番号", d => Put(d.First("KO"), 2, WrongDigit(d.First("KO")?[1]))),
        new("B03c", "KO", "受給者番号", d => d.First("KO") is [_, not ['8', ..], not "", ..] && Put(d.First("KO"), 3, WrongDigit(d.First("KO")![2]))),
        new("B03d", "KO", "受給者番号", d => d.First("KO")?[1][..2] is not (null or "30") && Put(d.First("KO"), 3, "")),
        new("B03e", "KO", "受給者番号", d => d.First("KO")?[1][..2] == "30" && Put(d.First("KO"), 3, "1234566")),
        new("B03f", "KO", "負担者番号", d => d.All("KO").Count() > 1 && Put(d.All("KO").ElementAt(1), 2, d.First("KO")![1])),
        new("B03g", "KO", "任意給付区分", d => Put(d.First("KO"), 4, "2")),
        new("B04a", "KA", "負担区分", d => d.All("KO").Count() < 4 && Put(d.First("KA"), 3, "C")),
        new("B04b", "KO", "負担者番号", d => d.Has("HO") && d.Has("KO") && d.All("KA").All(k => Put(k, 3, "1"))),
        new("B05a", "HO", "合計金額", d => Put(d.First("HO"), 6, $"{int.Parse(d.First("HO")?[5] ?? "0") + 10}")),
        new("B05b", "KO", "合計金額", d => Put(d.First("KO"), 6, $"{int.Parse(d.First("KO")?[5] ?? "0") + 10}")),
        new("B05c", "HO", "実日数", d => Put(d.First("HO"), 5, $"{int.Parse(d.First("HO")?[4] ?? "0") + 1}")),
        new("B05d", "KO", "実日数", d => Put(d.First("KO"), 5, $"{int.Parse(d.First("KO")?[4] ?? "0") + 1}")),
        new("B05e", "HO", "実日数", d => Put(d.First("HO"), 5, "32")),
        new("B06a", "HO", "一部負担金額", d => d.First("MF")![1] == "00" && Put(d.First("HO"), 9, "100")),
        new("B06b", "HO", "一部負担金額", d => d.First("HO")?[8] == "" && Put(d.First("MF"), 2, "01")),
        new("B06c", "HO", "一部負担金額", d => Put(d.First("HO"), 9, d.First("HO")?[5] ?? "")),
        new("B06d", "KO", "一部負担金額", d => d.First("KO")?[1][..2] is "21" or "54" && Put(d.First("KO"), 2, "1913000" + CheckDigit.Of("1913000"))),
        new("B06e", "KO", "一部負担金額", d => Put(d.First("KO"), 7, "9999999")),
        new("B06f", "KO", "公費給付対象一部負担金", d => !d.Has("HO") && Put(d.First("KO"), 8, "100")),
        new("B06g", "HO", "一部負担金額", d => d.First("MF")![1] == "01" && Put(d.First("HO"), 9, $"{int.Parse(d.First("HO")![8]) + 10}")),
        new("B06h", "HO", "一部負担金額", d => d.First("MF")![1] == "01" && Put(d.First("HO"), 9, "100")),
        new("B07a", "MF", null, d => d.First("RE")![2][..2] == "63" && int.Parse(d.First("HO")![5]) > 30_000 && d.Records.RemoveAll(r => r[0] == "MF") > 0),
        new("B08a", "RE", "レセプト特記", d => Put(d.First("RE"), 12, "2829")),
        new("B08b", "RE", "レセプト特記", d => d.First("RE")![2][..2] == "61" && Put(d.First("RE"), 12, "41")),
        new("B08c", "RE", "レセプト特記", d => d.First("RE")![2][..2] != "62" && d.First("RE")![2][3] == '8' && Put(d.First("RE"), 12, "28")),
        new("B08d", "RE", "一部負担金区分", d => d.First("RE")![2][3] != '8' && Put(d.First("RE"), 13, "1")),
        new("B08e", "RE", "レセプト特記", d => Person(d, '2') && Put(d.First("RE"), 12, "21")),
        new("B09a", "SN", null, d => d.First("RE")![2][..2] == "61" && d.Records.RemoveAll(r => r[0] == "SN") > 0),
        new("B09b", "SN", "枝番", d => d.First("SN")?[1] == "1" && Put(d.First("SN"), 7, "1")),
        new("B09c", "SN", "負担者種別", d => d.All("KO").Count() < 4 && Put(d.First("SN"), 2, "5")),
        new("B10a", "JD", null, d => d.First("JD") is { } jd && Array.FindIndex(jd, 2, v => v == "1") is > 0 and var at && Put(jd, at + 1, "")),
        new("B10b", "JD", "負担者種別", d => d.All("KO").Count() < 4 && Put(d.First("JD"), 2, "5")),
        new("B10c", "JD", null, d => d.First("JD") is { } jd && Array.FindIndex(jd, 2, v => v == "1") is > 0 and var at && Put(jd, at + 1, "2")),
        new("B13a", "KA", "訪問看護療養費コード", d => d.First("KO")?[1][..2] == "30" && Put(d.First("KO"), 2, "5413000" + CheckDigit.Of("5413000"))),
        new("B13b", "KA", "訪問看護療養費コード", d => d.First("KO")?[1][..2] == "30" && Put(d.First("KA"), 4, "510000110")),
        // M: fee tables
        new("M01a", "KA", "訪問看護療養費コード", d => Put(d.First("KA"), 4, "510009990")),
        new("M02a", "KA", "金額", d => d.First("KO")?[1][..2] != "30" && Put(d.First("KA"), 6, $"{int.Parse(d.First("KA")![5]) + 10}")),
        new("M03a", "KA", "訪問看護療養費コード", d => Add(d, "510002370", "0", atEnd: true)),
        new("M04a", "KA", "訪問看護療養費コード", d => d.First("KO")?[1][..2] != "30" && Add(d, "550000770", "2500") && d.Records.RemoveAll(r => r[0] == "KA" && r[3].StartsWith("55000", StringComparison.Ordinal) && r[3] != "550000770") > 0 && d.All("KA").All(k => k[3] is not ("550002010" or "550002410"))),
        new("M06a", "KA", "訪問看護療養費コード", d => Repeat(d, "KA")),
        new("M06c", "KA", "訪問看護療養費コード", d => d.All("KA").FirstOrDefault(k => k[3] == "550000670") is { } k && Copy(d, k)),
        new("M06d", "KA", "訪問看護療養費コード", d => FourDays(d)),
        new("M07a", "KA", "訪問看護療養費コード", d => d.First("KA")![3] == "510000110" && Copy(d, d.First("KA")!, code: "510000310")),
        new("M07b", "KA", "訪問看護療養費コード", d => d.All("KA").FirstOrDefault(k => k[3] == "550000770") is { } k && Copy(d, k, code: "550000870")),
        new("M09a", "KA", "職種等", d => Put(d.First("KA"), 7, "")),
        new("M09b", "KA", "職種等", d => d.First("KA")![6] == "03" && Put(d.First("KA"), 7, "10")),
        new("M10a", "KA", "同日訪問回数", d => Put(d.First("KA"), 8, "")),
        new("M10b", "KA", "職種等", d => d.First("KA")![7] == "01" && Put(d.First("KA"), 8, "02")),
        new("M11a", "KA", "指示区分", d => Put(d.First("KA"), 9, "")),
        new("M11b", "KA", "算定年月日", d => Put(d.First("HJ"), 4, d.First("HJ")![2])),
        new("M12a", "KA", "訪問看護療養費コード", d => d.All("KA").Any(k => k[3] == "510002670") && Born(d, 9)),
        // X: what the fees ask of other records
        new("X01a", "KA", "算定年月日", d => Put(d.First("HJ"), 4, d.First("HJ")![2])),
        new("X01b", "HJ", "指示期間（至）", d => Put(d.First("HJ"), 4, "20991231")),
        new("X01c", "HJ", "指示期間（至）", d => d.All("HJ").Count() > 1 && Put(d.All("HJ").ElementAt(1), 4, $"{d.Month.LastDay:yyyyMMdd}")),
        new("X01d", "HJ", "指示期間（自）", d => d.All("HJ").Count() > 1 && Repeat(d, "HJ", 1)),
        new("X01e", "HJ", "指示期間（至）", d => Put(d.First("HJ"), 4, "20200101")),
        new("X02a", "KA", "訪問看護療養費コード", d => FourDays(d, fourth: "510000210")),
        new("X03a", "KA", "訪問看護療養費コード", d => d.All("KA").Any(k => k[3] == "510001970") && Unlist(d)),
        new("X03b", "KA", "訪問看護療養費コード", d => d.First("KA")![3] == "510000110" && Unlist(d) && Add(d, "510002570", "5200")),
        new("X03d", "KA", "訪問看護療養費コード", d => d.All("KA").FirstOrDefault(k => k[3] == "510002670") is { } k && Unlist(d) && Put(k, 4, "510004670")),
        new("X03e", "KA", "訪問看護療養費コード", d => d.All("KA").Any(k => k[3] == "550000770") && Unlist(d)),
        new("X04a", "KA", "訪問看護療養費コード", d => d.All("KA").Any(k => k[3] == "550000770") && Put(d.First("JS"), 4, "045")),
        new("X05a", "JS", "基準告示第２の１に規定する疾病等の有無", d => d.First("JS")![2] == "03" && Put(d.First("JS"), 3, "0103") && Put(d.First("JS"), 4, "005")),
        new("X05b", "JS", "該当する疾病等", d => d.First("JS")![2] == "03" && Put(d.First("JS"), 3, "01")),
        new("X05c", "JS", "基準告示第２の１に規定する疾病等の有無", d => d.First("JS")![2] == "03" && Put(d.First("JS"), 4, "005")),
        new("X06a", "JS", "ＧＡＦ尺度判定した値", d => d.First("JS")![4] == "05" && Put(d.First("JS"), 5, "") && Put(d.First("JS"), 6, "")),
        new("X06b", "JS", "ＧＡＦ尺度判定した年月日", d => d.First("JS")![4] == "05" && Put(d.First("JS"), 6, "")),
        new("X06c", "JS", "ＧＡＦ尺度判定した値", d => d.First("JS")![4] == "" && Put(d.First("JS"), 5, "05")),
        new("X07a", "KA", "訪問看護療養費コード", d => d.Records.RemoveAll(r => r[0] == "TJ") > 0),
        new("X07b", "TJ", "情報提供先コード", d => !d.Has("TJ") && Done(d.Add("TJ", (2, "01")))),
        new("X07e", "TJ", "前回算定年月", d => Put(d.First("TJ"), 4, "202401")),
        new("X08a", "RJ", "死亡の状況年月日", d => d.First("KO")?[1][..2] != "30" && Add(d, "580000110", "25000")),
        new("X09a", "KA", "訪問看護療養費コード", d => d.Records.RemoveAll(r => r[0] == "TZ") > 0),
        new("X09c", "KA", "訪問看護療養費コード", d => d.All("KA").FirstOrDefault(k => k[3] == "510002470") is { } k && Put(k, 4, "510004570")),
        new("X10a", "KA", "訪問看護療養費コード", d => d.First("KA")![3] == "510000110" && Add(d, "510002370", "0")),
        new("X12a", "KA", "訪問看護療養費コード", d => d.First("KO")?[1][..2] != "30" && Add(d, "550001770", "2500", staff: "03")),
        new("X13a", "KA", "訪問看護療養費コード", d => d.First("KA")![3] == "510000110" && Put(d.First("KA"), 4, "510000510")),
        new("X13b", "KA", "訪問看護療養費コード", d => d.First("KO")?[1][..2] != "30" && Add(d, "550001870", "2500")),
        new("X13c", "KA", "訪問看護療養費コード", d => d.First("KO")?[1][..2] != "30" && Add(d, "550001870", "2500") && Done(d.Add("KS", (2, "11")))),
        new("X14a", "RJ", "他の訪問看護ステーション１都道府県", d => Put(d.First("RJ"), 19, "01")),
        new("X14b", "TZ", "特記事項コード", d => !d.Has("TZ") && Done(d.Add("TZ", (2, "01")))),
        new("X15a", "HJ", "指示期間（自）", d => d.All("HJ").FirstOrDefault(h => h[1] == "02") is { } h && Copy(d, h) && Put(h, 3, $"{d.Month.FirstDay.AddDays(-12):yyyyMMdd}") && Put(h, 4, $"{d.Month.FirstDay.AddDays(1):yyyyMMdd}")),
        new("X15b", "CO", "コメントコード", d => Done(d.Add("CO", (2, "850500005"), (3, "５０６０６１５")))),
        new("X16a", "TZ", "特記事項コード", d => d.First("JS")![2] == "03" && d.First("JS")![4] == "" && d.All("HJ").Count() == 1 && d.First("HJ")![1] == "01" && !d.Has("TZ") && Done(d.Add("TZ", (2, "05")))),
        new("X17a", "IH", "医療機関等点数表", d => Put(d.First("IH"), 3, "6")),
        new("X17b", "IH", "主治医への直近報告年月日", d => Put(d.First("IH"), 7, "20991231")),
        new("X18a", "SY", "傷病名称", d => Put(d.First("SY"), 4, "")),
        new("X18b", "SY", "傷病名称", d => Put(d.First("SY"), 2, "8830417")),
        new("X18c", "SY", "修飾語コード", d => Put(d.First("SY"), 3, "2056")),
        new("X19a", "KA", "算定年月日", d => Put(d.First("RJ"), 2, "20991231")),
        new("X19b", "KA", "算定年月日", d => Put(d.First("RJ"), 11, "20240101") && Put(d.First("RJ"), 12, "1200") && Put(d.First("RJ"), 13, "01")),
        new("X19c", "RJ", "訪問した場所１文字データ", d => Put(d.First("RJ"), 3, "99")),
        new("X19d", "RJ", "訪問終了時刻", d => Put(d.First("RJ"), 11, $"{d.Month.LastDay:yyyyMMdd}") && Put(d.First("RJ"), 13, "01")),
        new("X19e", "RJ", "訪問した場所２訪問場所変更年月日", d => Put(d.First("RJ"), 5, $"{d.Month.LastDay:yyyyMMdd}")),
        new("X20a", "CO", "文字データ", d => Done(d.Add("CO", (2, "850500005"), (3, "２０２４０６１５")))),
        // S, R
        new("S04a", "RE", "検索番号", d => Put(d.First("RE"), 15, "12345")),
        new("R01a", "KA", "訪問看護療養費コード", d => d.First("KA")![3] == "510000110" && Copy(d, d.First("KA")!, code: "510000310")),
        new("R03a", "KA", "算定年月日", d => d.All("KA").Select(k => k[1]).Distinct().Count() > 1 && d.All("KA").FirstOrDefault(k => k[3] == "550000410") is { } k && Put(k, 2, d.All("KA").Last(v => v[6] != "")[1])),
        new("R03b", "KA", "算定年月日", d => d.All("KA").Count(k => k[3] == "550000510") > 1 && NextFreeDay(d) is { } free && Put(d.All("KA").Last(k => k[3] == "550000510"), 2, free)),
        new("R03c", "KA", "算定年月日", d => d.First("KO")?[1][..2] != "30" && d.Records.RemoveAll(r => r[0] == "KA" && r[3][..2] == "55") > 0),
        new("R12a", "KA", "訪問看護療養費コード", d => d.First("KO")?[1][..2] != "30" && Unlist(d) && Add(d, "550000970", "8000", staff: "03") && Add(d, "550000970", "8000", staff: "03")),
        new("R12b", "KA", "訪問看護療養費コード", d => d.First("KO")?[1][..2] != "30" && Unlist(d) && Add(d, "550001070", "2000", staff: "03")),
        new("R15a", "KA", "算定年月日", d => d.All("KA").Select(k => k[1]).Distinct().Count() > 1 && d.All("KA").FirstOrDefault(k => k[3] == "590000110") is { } k && Put(k, 2, d.All("KA").Last(v => v[6] != "")[1])),
        new("R15b", "KA", "訪問看護療養費コード", d => d.First("KO")?[1][..2] != "30" && d.All("KA").All(k => k[3] != "590000110") && Add(d, "590000210", "10")),
        new("R17a", "KA", "算定年月日", d => d.Records.RemoveAll(r => r[0] == "KA" && r[3] == "510002670") > 0),
        new("R17b", "KA", "訪問看護療養費コード", d => d.First("KO")?[1][..2] != "30" && d.Records.RemoveAll(r => r[0] == "KA" && r[3] == "550000770") > 0),
    ];

    private static bool Done(object _) => true;

    private static bool Put(string[]? record, int position, string value) {
        if (record is null || record[position - 1] == value) return false;
        record[position - 1] = value;
        return true;
    }

    private static string WrongDigit(string? number) => string.IsNullOrEmpty(number) ? "" : $"{number[..^1]}{(number[^1] - '0' + 1) % 10}";

    private static bool Repeat(DraftClaim claim, string id, int index = 0) => Copy(claim, claim.All(id).ElementAt(index));

    private static bool Copy(DraftClaim claim, string[] record, string? code = null) {
        var copy = record.ToArray();
        if (code is not null) copy[3] = code;
        claim.Records.Insert(claim.Records.IndexOf(record) + 1, copy);
        return true;
    }

    private static bool Lengthen(DraftClaim claim, string id) {
        var at = claim.Records.FindIndex(r => r[0] == id);
        claim.Records[at] = [.. claim.Records[at], ""];
        return true;
    }

    private static bool Swap(DraftClaim claim, string a, string b) {
        var (first, second) = (claim.Records.FindIndex(r => r[0] == a), claim.Records.FindIndex(r => r[0] == b));
        (claim.Records[first], claim.Records[second]) = (claim.Records[second], claim.Records[first]);
        return true;
    }

    private static bool SwapPublics(DraftClaim claim) {
        var publics = claim.All("KO").ToList();
        if (publics.Count < 2 || publics[0][1][0] == '8') return false;
        var (a, b) = (claim.Records.IndexOf(publics[0]), claim.Records.IndexOf(publics[1]));
        (claim.Records[a], claim.Records[b]) = (publics[1], publics[0]);
        return true;
    }

    private static bool Person(DraftClaim claim, char person) => claim.First("RE")![2] is ['6', '1', _, var last] && last == person;

    private static bool Born(DraftClaim claim, int age) => Put(claim.First("RE"), 8, $"{claim.Month.Year - age}0215");

    private static bool Unlist(DraftClaim claim) {
        claim.Records.RemoveAll(r => r[0] == "HJ" && r[1] is "02" or "04");
        (claim.First("JS")![2], claim.First("JS")![3]) = ("03", "");
        return true;
    }

    /// <summary>A fee on the day of the first one, below it or at the end of the claim.</summary>
    private static bool Add(DraftClaim claim, string code, string yen, string staff = "", bool atEnd = false) {
        var first = claim.First("KA")!;
        string[] line = ["KA", first[1], first[2], code, "", yen, staff, "", ""];
        claim.Records.Insert(atEnd ? claim.Records.Count : claim.Records.IndexOf(first) + 1, line);
        return true;
    }

    private static string? NextFreeDay(DraftClaim claim) => Enumerable.Range(1, claim.Month.LastDay.Day).Select(d => $"{claim.Month}{d:00}").LastOrDefault(d => claim.All("KA").All(k => k[1] != d));

    /// <summary>Four days of one whole week with the code of the first three days, or another one on the fourth.</summary>
    private static bool FourDays(DraftClaim claim, string fourth = "510000110") {
        if (claim.First("KA")![3][..2] != "51" || !Unlist(claim)) return false;
        var share = claim.First("KA")![2];
        claim.Records.RemoveAll(r => r[0] == "KA");
        var sunday = claim.Month.FirstDay.AddDays(7 - (int)claim.Month.FirstDay.DayOfWeek);
        for (var i = 1; i <= 4; i++)
            claim.Records.Add(["KA", $"{sunday.AddDays(i):yyyyMMdd}", share, i == 4 ? fourth : "510000110", "", i == 4 && fourth != "510000110" ? "6550" : "5550", "03", "01", "01"]);
        return true;
    }
}
