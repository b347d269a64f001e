namespace ClaimsCloud.Domain.Bundles.Reading.Tables;

/// <summary>Who pays: insurance, public expense, limits, care insurance.</summary>
internal static class PayerTables {
    public static readonly BundleTable<InsuranceCard> InsuranceCards = new("insuranceCards", "医療保険の資格", TableRows.Any,
        new() { Key = "", Patient = "", From = default, InsurerNumber = "", Number = "", BenefitPercent = 70 }, [
            ColumnsOf<InsuranceCard>.Key(c => c.Key, (c, x) => c with { Key = x }),
            ColumnsOf<InsuranceCard>.Patient(c => c.Patient, (c, x) => c with { Patient = x }),
            ColumnsOf<InsuranceCard>.Must.Date("from", "資格の開始日", c => c.From, (c, x) => c with { From = x }),
            ColumnsOf<InsuranceCard>.May.End("until", "資格の終了日", "from", c => c.Until, (c, x) => c with { Until = x }),
            ColumnsOf<InsuranceCard>.Must.Digits("insurerNumber", "保険者番号", [6, 8], c => c.InsurerNumber, (c, x) => c with { InsurerNumber = x }) with { Note = "国民健康保険は6桁、ほかは8桁" },
            ColumnsOf<InsuranceCard>.May.EitherWidth("symbol", "記号", 38, c => c.Symbol, (c, x) => c with { Symbol = x }) with { Note = "番号と合わせて38バイトまで" },
            ColumnsOf<InsuranceCard>.Must.EitherWidth("number", "番号", 38, c => c.Number, (c, x) => c with { Number = x }),
            ColumnsOf<InsuranceCard>.May.Digits("branchNumber", "枝番", [1, 2], c => c.BranchNumber, (c, x) => c with { BranchNumber = x }),
            ColumnsOf<InsuranceCard>.Must.Word("relation", "本人・家族", PatientWords.Relations, c => c.Relation, (c, x) => c with { Relation = x }),
            ColumnsOf<InsuranceCard>.Must.Number("benefitPercent", "給付割合", "％", 70..100, c => c.BenefitPercent, (c, x) => c with { BenefitPercent = x }),
            ColumnsOf<InsuranceCard>.May.Code("onDutyReason", "職務上の事由", "08", c => c.OnDutyReason, (c, x) => c with { OnDutyReason = x }),
        ],
        b => b.InsuranceCards, (b, rows) => b with { InsuranceCards = rows }) { OnePeriodAtATime = true };

    public static readonly BundleTable<CopayReduction> Reductions = new("reductions", "一部負担金の減額・免除・徴収猶予", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", From = default, Kind = "" }, [
            ColumnsOf<CopayReduction>.Key(r => r.Key, (r, x) => r with { Key = x }),
            ColumnsOf<CopayReduction>.Patient(r => r.Patient, (r, x) => r with { Patient = x }),
            ColumnsOf<CopayReduction>.Must.Date("from", "開始日", r => r.From, (r, x) => r with { From = x }),
            ColumnsOf<CopayReduction>.May.End("until", "終了日", "from", r => r.Until, (r, x) => r with { Until = x }),
            ColumnsOf<CopayReduction>.Must.Code("kind", "減免区分", "09", r => r.Kind, (r, x) => r with { Kind = x }),
            ColumnsOf<CopayReduction>.May.Digits("certificateNumber", "証明書番号", [1, 2, 3], r => r.CertificateNumber, (r, x) => r with { CertificateNumber = x }) with { Note = "国民健康保険だけ" },
            ColumnsOf<CopayReduction>.May.Number("percent", "減額割合", "％", 1..100, r => r.Percent, (r, x) => r with { Percent = x }),
            ColumnsOf<CopayReduction>.May.Number("yen", "減額金額", "円", 0..999_999, r => r.Yen, (r, x) => r with { Yen = x }),
        ],
        b => b.Reductions, (b, rows) => b with { Reductions = rows });

    public static readonly BundleTable<PublicExpenseCertificate> PublicExpenses = new("publicExpenses", "公費負担医療の受給者証・医療券", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", From = default, PayerNumber = "" }, [
            ColumnsOf<PublicExpenseCertificate>.Key(e => e.Key, (e, x) => e with { Key = x }),
            ColumnsOf<PublicExpenseCertificate>.Patient(e => e.Patient, (e, x) => e with { Patient = x }),
            ColumnsOf<PublicExpenseCertificate>.Must.Date("from", "開始日", e => e.From, (e, x) => e with { From = x }),
            ColumnsOf<PublicExpenseCertificate>.May.End("until", "終了日", "from", e => e.Until, (e, x) => e with { Until = x }),
            ColumnsOf<PublicExpenseCertificate>.Must.Digits("payerNumber", "負担者番号", [8], e => e.PayerNumber, (e, x) => e with { PayerNumber = x }),
            ColumnsOf<PublicExpenseCertificate>.May.Digits("recipientNumber", "受給者番号", [1, 2, 3, 4, 5, 6, 7], e => e.RecipientNumber, (e, x) => e with { RecipientNumber = x })
                with { Note = "医療観察法（30）は空" },
            ColumnsOf<PublicExpenseCertificate>.May.Number("localOrder", "自治体の医療費助成の順位", "", 0..99, e => e.LocalOrder, (e, x) => e with { LocalOrder = x }) with { Note = "小さい順。国の公費は0" },
            ColumnsOf<PublicExpenseCertificate>.May.Word("scope", "対象の訪問", PatientWords.Scopes, e => e.Scope, (e, x) => e with { Scope = x }),
            ColumnsOf<PublicExpenseCertificate>.May.Number("sharePercent", "利用者の負担割合", "％", 0..100, e => e.SharePercent, (e, x) => e with { SharePercent = x }),
            ColumnsOf<PublicExpenseCertificate>.May.Number("monthlyCapYen", "自己負担上限月額", "円", 0..99_999_999, e => e.MonthlyCapYen, (e, x) => e with { MonthlyCapYen = x }) with { Note = "上限がないときは空" },
            ColumnsOf<PublicExpenseCertificate>.May.Number("usedElsewhereYen", "ほかで支払った自己負担額", "円", 0..99_999_999, e => e.UsedElsewhereYen, (e, x) => e with { UsedElsewhereYen = x }),
            ColumnsOf<PublicExpenseCertificate>.May.YesNo("optionalBenefit", "任意給付", e => e.OptionalBenefit, (e, x) => e with { OptionalBenefit = x }),
        ],
        b => b.PublicExpenses, (b, rows) => b with { PublicExpenses = rows });

    public static readonly BundleTable<LimitCertificate> LimitCertificates = new("limitCertificates", "限度額適用認定証", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", From = default, Class = LimitClass.C }, [
            ColumnsOf<LimitCertificate>.Key(l => l.Key, (l, x) => l with { Key = x }),
            ColumnsOf<LimitCertificate>.Patient(l => l.Patient, (l, x) => l with { Patient = x }),
            ColumnsOf<LimitCertificate>.Must.Date("from", "開始日", l => l.From, (l, x) => l with { From = x }),
            ColumnsOf<LimitCertificate>.May.End("until", "終了日", "from", l => l.Until, (l, x) => l with { Until = x }),
            ColumnsOf<LimitCertificate>.Must.Word("class", "適用区分", PatientWords.LimitClasses, l => l.Class, (l, x) => l with { Class = x }),
            ColumnsOf<LimitCertificate>.May.Number("earlierMonths", "直近12か月のうち前の11か月の該当月数", "月", 0..11, l => l.EarlierMonths, (l, x) => l with { EarlierMonths = x }),
            ColumnsOf<LimitCertificate>.May.Number("longTermDiseaseCapYen", "長期高額疾病の上限月額", "円", 0..99_999_999, l => l.LongTermDiseaseCapYen, (l, x) => l with { LongTermDiseaseCapYen = x }),
        ],
        b => b.LimitCertificates, (b, rows) => b with { LimitCertificates = rows }) { OnePeriodAtATime = true };

    public static readonly BundleTable<CareInsurance> CareInsurances = new("careInsurances", "介護保険の認定", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", From = default, Level = CareLevel.Care }, [
            ColumnsOf<CareInsurance>.Key(c => c.Key, (c, x) => c with { Key = x }),
            ColumnsOf<CareInsurance>.Patient(c => c.Patient, (c, x) => c with { Patient = x }),
            ColumnsOf<CareInsurance>.Must.Date("from", "開始日", c => c.From, (c, x) => c with { From = x }),
            ColumnsOf<CareInsurance>.May.End("until", "終了日", "from", c => c.Until, (c, x) => c with { Until = x }),
            ColumnsOf<CareInsurance>.Must.Word("level", "要介護・要支援", PatientWords.CareLevels, c => c.Level, (c, x) => c with { Level = x }),
            ColumnsOf<CareInsurance>.May.YesNo("billsEmergency", "緊急時訪問看護加算を介護保険で請求", c => c.BillsEmergency, (c, x) => c with { BillsEmergency = x }),
            ColumnsOf<CareInsurance>.May.YesNo("billsSpecialManagement", "特別管理加算を介護保険で請求", c => c.BillsSpecialManagement, (c, x) => c with { BillsSpecialManagement = x }),
        ],
        b => b.CareInsurances, (b, rows) => b with { CareInsurances = rows }) { OnePeriodAtATime = true };
}
