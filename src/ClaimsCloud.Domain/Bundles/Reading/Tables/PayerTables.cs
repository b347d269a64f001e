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
            ColumnsOf<CareInsurance>.May.Digits("insurerNumber", "証記載保険者番号", [6], c => c.InsurerNumber, (c, x) => c with { InsurerNumber = x }) with { Note = "これより右は、介護保険を請求する利用者だけ" },
            ColumnsOf<CareInsurance>.May.EitherWidth("insuredNumber", "被保険者番号", 10, c => c.InsuredNumber, (c, x) => c with { InsuredNumber = x }) with { Note = "10桁。生保単独はHで始まる" },
            ColumnsOf<CareInsurance>.May.Digits("levelCode", "要介護状態区分コード", [2], c => c.LevelCode, (c, x) => c with { LevelCode = x }) with { Note = "12・13＝要支援1・2、21〜25＝要介護1〜5" },
            ColumnsOf<CareInsurance>.May.Number("benefitPercent", "保険給付率", "％", 0..100, c => c.BenefitPercent, (c, x) => c with { BenefitPercent = x }),
            ColumnsOf<CareInsurance>.May.Word("planAuthor", "居宅サービス計画の作成者", CareWords.PlanAuthors, c => c.PlanAuthor, (c, x) => c with { PlanAuthor = x }),
            ColumnsOf<CareInsurance>.May.EitherWidth("planOffice", "居宅介護支援事業所の番号", 10, c => c.PlanOffice, (c, x) => c with { PlanOffice = x }) with { Note = "自己作成のときは空" },
            ColumnsOf<CareInsurance>.May.Word("buildingReduction", "同一建物減算", CareWords.BuildingReductions, c => c.BuildingReduction, (c, x) => c with { BuildingReduction = x }),
            ColumnsOf<CareInsurance>.May.YesNo("livesRemotely", "通常の実施地域の外の中山間地域等に居住", c => c.LivesRemotely, (c, x) => c with { LivesRemotely = x }),
            ColumnsOf<CareInsurance>.May.YesNo("linkedToRegularVisits", "定期巡回・随時対応型訪問介護看護事業所との連携（ハ）", c => c.LinkedToRegularVisits, (c, x) => c with { LinkedToRegularVisits = x }),
        ],
        b => b.CareInsurances, (b, rows) => b with { CareInsurances = rows }) { OnePeriodAtATime = true };

    public static readonly BundleTable<CareFiling> CareFilings = new("careFilings", "介護保険の体制等の届出", TableRows.AnyOrAbsent,
        new() { Key = "", Kind = CareFilingKind.EmergencyTwo, From = default }, [
            ColumnsOf<CareFiling>.Key(f => f.Key, (f, x) => f with { Key = x }),
            ColumnsOf<CareFiling>.Must.Word("kind", "届出", CareWords.Filings, f => f.Kind, (f, x) => f with { Kind = x }),
            ColumnsOf<CareFiling>.Must.Date("from", "開始日", f => f.From, (f, x) => f with { From = x }),
            ColumnsOf<CareFiling>.May.End("until", "終了日", "from", f => f.Until, (f, x) => f with { Until = x }),
        ],
        b => b.CareFilings, (b, rows) => b with { CareFilings = rows });

    public static readonly BundleTable<CarePlanLine> CarePlans = new("carePlans", "サービス提供票別表", TableRows.AnyOrAbsent,
        new() { Key = "", Patient = "", ServiceType = "", ServiceItem = "", UnitsWithinLimit = 0 }, [
            ColumnsOf<CarePlanLine>.Key(p => p.Key, (p, x) => p with { Key = x }),
            ColumnsOf<CarePlanLine>.Patient(p => p.Patient, (p, x) => p with { Patient = x }),
            ColumnsOf<CarePlanLine>.May.Digits("insurerNumber", "証記載保険者番号", [6], p => p.InsurerNumber, (p, x) => p with { InsurerNumber = x }) with { Note = "月の途中で保険者が変わったときだけ" },
            ColumnsOf<CarePlanLine>.Must.Digits("serviceType", "サービス種類コード", [2], p => p.ServiceType, (p, x) => p with { ServiceType = x }) with { Note = "13か63" },
            ColumnsOf<CarePlanLine>.Must.EitherWidth("serviceItem", "サービス項目コード", 4, p => p.ServiceItem, (p, x) => p with { ServiceItem = x }),
            ColumnsOf<CarePlanLine>.May.Number("count", "回数", "回", 0..99, p => p.Count, (p, x) => p with { Count = x }),
            ColumnsOf<CarePlanLine>.Must.Number("unitsWithinLimit", "区分支給限度基準内単位数", "単位", 0..999_999, p => p.UnitsWithinLimit, (p, x) => p with { UnitsWithinLimit = x }),
        ],
        b => b.CarePlans, (b, rows) => b with { CarePlans = rows }) { Note = "ケアマネジャーから届いた計画。この事業所の行だけ" };
}
