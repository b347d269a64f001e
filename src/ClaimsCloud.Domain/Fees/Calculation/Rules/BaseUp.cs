namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>訪問看護ベースアップ評価料: by the 届出, once a month with 管理療養費 of the first day.</summary>
internal sealed class BaseUp() : FeeRule("K32", "訪問看護ベースアップ評価料", "告示 区分番号06") {
    public override void Bill(PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        if (month.FirstManagementDay is not { } day) return;
        if (!Add(FeeFamily.BaseUp1Continued, day, month, sheet)) Add(FeeFamily.BaseUp1, day, month, sheet);
        if (!Add(FeeFamily.BaseUp2Continued, day, month, sheet)) Add(FeeFamily.BaseUp2, day, month, sheet);
    }

    /// <summary>The highest of the tiers that the station files; tiers exclude each other in a month.</summary>
    private bool Add(FeeFamily family, VisitDay day, PatientMonth month, FeeSheet sheet) {
        MonthFee? filed = null;
        foreach (var fee in month.Station.Fees(family))
            if (fee.Fee.FacilityStandards.Count > 0 && fee.Fee.Conditions!.IsFor(day.Care) && fee.Fee.ValidOn(day.Date) && fee.IsFiledOn(day.Date)
                && (filed is null || fee.YenOn(day.Date) > filed.YenOn(day.Date))) filed = fee;
        return filed is not null && sheet.Add(this, new FeeFacts(family) { Care = day.Care, Number = filed.Fee.Conditions!.Number }, day.Date, day.Keys, "届出による", "", "", null) is not null;
    }
}
