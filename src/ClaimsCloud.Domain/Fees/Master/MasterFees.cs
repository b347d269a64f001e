using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Fees.Master;

/// <summary>基本テーブル: one row a code.</summary>
internal static class MasterFees {
    private const string NoGroup = "0000";

    public static List<Fee> Read(IReadOnlyList<MasterRow> rows, MasterParts parts, Dictionary<string, FeeConditions?> conditions, List<Finding> findings) {
        var fees = new List<Fee>(rows.Count);
        var codes = new HashSet<string>();
        foreach (var row in rows) {
            var fee = Read(row, parts, conditions);
            if (!codes.Add(fee.Code)) findings.Add(MasterFindings.CodeTwice(row.File, row.Line, fee.Code));
            if (fee.AmountCertainty == Certainty.Doubtful) findings.Add(MasterFindings.Stepwise(row.File, row.Line, fee.Code));
            if (fee.Conditions is null) findings.Add(MasterFindings.NoFacts(fee.Code, fee.Name));
            CheckGroup(row, fee.AddOnGroup, 48, "加算グループ", parts.HasAddOns, MasterTableKind.AddOns, findings);
            CheckGroup(row, fee.FacilityGroup, 49, "施設基準グループ", parts.HasStandards, MasterTableKind.Facilities, findings);
            fees.Add(fee);
        }
        return fees;
    }

    private static Fee Read(MasterRow row, MasterParts parts, Dictionary<string, FeeConditions?> conditions) {
        var code = row.Digits(3, "訪問看護療養費コード", 9);
        var addOnGroup = Group(row, 48, "加算グループ");
        var facilityGroup = Group(row, 49, "施設基準グループ");
        var from = row.Date(71, "変更年月日");
        var stepwise = row.Choice(19, "きざみ値計算識別", ("0", false), ("1", true));
        return new() {
            Code = code, Name = row.Kept(9, "省略名称"), Conditions = conditions.GetValueOrDefault(code),
            Role = parts.IsAddOn(code) ? FeeRole.AddOn : addOnGroup is not null ? FeeRole.Base : FeeRole.Standalone,
            Section = row.Digits(4, "区分番号", 2), Branch = row.Digits(5, "枝番", 1), Item = row.Digits(6, "項番", 2),
            AmountKind = row.Choice(15, "新又は現金額 金額識別", ("1", FeeAmountKind.Yen), ("3", FeeAmountKind.Points), ("5", FeeAmountKind.Percent)),
            Amounts = [new(from, row.Amount(16, "新又は現金額"))],
            AgeFrom = Age(row, 25, "下限年齢"), AgeBelow = Age(row, 26, "上限年齢"),
            StaffCodes = [.. Enumerable.Range(29, 15).Select(p => row.Digits(p, "職種区分", 2)).Where(s => s != "00")],
            VisitCount = row.Choice(44, "実施回数区分", ("0", VisitCountClass.None), ("1", VisitCountClass.Any), ("2", VisitCountClass.Two), ("3", VisitCountClass.ThreeOrMore)),
            InstructionKinds = [.. new[] { row.Digits(45, "訪問看護指示区分", 2), row.Digits(46, "特別訪問看護指示区分", 2) }.Where(k => k != "00")],
            StandsAlone = row.Choice(47, "加算単独算定区分", ("0", false), ("1", true)),
            AddOnGroup = addOnGroup, FacilityGroup = facilityGroup, FacilityStandards = parts.Standards(facilityGroup), Limits = parts.Limits(code),
            Display = new(row.Digits(53, "レセプト表示欄", 2), row.Digits(54, "レセプト表示項", 2), row.Digits(55, "レセプト表示連番", 3)),
            Marks = string.Concat(Enumerable.Range(56, 10).Select(p => row.Digits(p, "レセプト表示用記号", 1))),
            ReviewClass = row.Digits(67, "訪問看護療養費種類", 2),
            MedicalObservation = row.Choice(28, "医療観察法対象区分", ("0", false), ("1", true)),
            ValidFrom = from, ValidTo = row.Date(72, "廃止年月日"),
            AmountCertainty = stepwise ? Certainty.Doubtful : Certainty.Official, RuleCertainty = Certainty.Official,
        };
    }

    private static void CheckGroup(MasterRow row, string? group, int position, string field, Func<string, bool> known, MasterTableKind table, List<Finding> findings) {
        if (group is not null && !known(group)) findings.Add(MasterFindings.GroupUnknown(row.File, row.Line, field, row.Text(position, field), table));
    }

    private static string? Group(MasterRow row, int position, string field) => row.Kept(position, field) is var group && group is NoGroup or "0" or "" ? null : group;

    private static int? Age(MasterRow row, int position, string field) => row.Number(position, field, 150) is > 0 and var age ? age : null;
}
