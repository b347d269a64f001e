using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>One patient in one month: records, answer, and what follows from the two.</summary>
internal sealed record PersonView(EligibilityRow Row, StoredCard? Stored, InsuranceCard? Answered, CardComparison? Comparison, EligibilityForecast Forecast);

internal static class PersonViews {
    public static PersonView Of(Sheet sheet, EligibilityPerson? person, IReadOnlyDictionary<string, Stored<Ask>> open, TenantScope tenant) {
        var (month, today) = (MonthReads.Parse(sheet.Month)!.Value, tenant.Today());
        var answer = person?.Answer;
        var forecast = EligibilityForecast.Of(month, sheet.MedicalVisits(), sheet.Rows, answer, person?.Aid, today);
        var stored = answer is null ? null : MonthCards.On(sheet.Rows, DayIn(month, answer.ConfirmedOn));
        var comparison = stored is not null && Card(answer) is { } answered ? MonthCards.Compare(stored, answered, answer!.ConfirmedOn, null, today) : null;
        var waiting = comparison?.Differences.Count(d => !IsRefused(person!, d)) ?? 0;
        var state = State(person, person?.AskId is { } ask && open.ContainsKey(ask), waiting);
        var row = new EligibilityRow(EligibilityPerson.IdOf(sheet.Patient, tenant), sheet.Patient, sheet.Name, sheet.Kana, state, person?.AskedAt, answer?.ConfirmedOn, forecast.AnswerAgeDays, waiting,
            forecast.Outcome switch {
                ForecastOutcome.Ready => "ready", ForecastOutcome.NotConfirmed => "not-confirmed", ForecastOutcome.LikelyReturn => "likely-return", _ => person?.ReleaseOf(sheet.Month) is null ? "hold" : "released",
            },
            Next(state, person, forecast));
        return new(row, stored, Card(answer), comparison, forecast);
    }

    /// <summary>The one card of 医療保険 that an answer tells as valid; null when there is none or a person has to choose.</summary>
    public static InsuranceCard? Card(EligibilityAnswer? answer) =>
        answer is { Validity: CardValidity.Valid or CardValidity.Replaced } && answer.Cards.Where(c => !c.IsMedicalAid).ToList() is [var only] ? only : null;

    /// <summary>The day of a month on which an answer is looked at: its own, or the nearest day of the month.</summary>
    public static DateOnly DayIn(ServiceMonth month, DateOnly day) => day < month.FirstDay ? month.FirstDay : day > month.LastDay ? month.LastDay : day;

    public static string Refusal(CardDifference difference) => $"{difference.Field}={difference.Answered}";

    public static bool IsRefused(EligibilityPerson person, CardDifference difference) => person.Refused.Contains(Refusal(difference));

    public static CardDifferenceRow Row(CardDifference difference, EligibilityPerson person, bool byRule) => new(difference.Field.ToString(), difference.Field.Japanese(), Shown(difference.Field, difference.Stored),
        Shown(difference.Field, difference.Answered), byRule ? "rule" : difference.Class == ChangeClass.NameForm ? "name-form" : "person", IsRefused(person, difference));

    public static string Word(CardValidity validity) => validity switch {
        CardValidity.Valid => "有効", CardValidity.Invalid => "無効", CardValidity.Replaced => "無効（新しい資格あり）", CardValidity.NotFound => "該当なし",
        CardValidity.Several => "複数該当", CardValidity.TicketMissing => "有効（医療券は未登録）", _ => "読み取れません",
    };

    public static EligibilityDetail Detail(PersonView view, Sheet sheet, EligibilityPerson? person, CareMonth month) => new(view.Row, sheet.Month,
        [.. view.Comparison?.Differences.Select(d => Row(d, person!, view.Comparison.ByRule.Contains(d))) ?? []],
        view is { Stored: { } stored, Answered: { } answered, Comparison.IsSameCard: false } && MonthCards.AddCard(sheet.Rows, stored, answered) is not null,
        month.WhyNotChangeable is null, person?.AnswerKey, [.. view.Forecast.Findings.Select(f => FindingRows.Of(f))], person?.History ?? [], person?.Decisions ?? []) {
            MedicalAid = person?.Aid is { } aid ? $"{Word(aid.Validity)}（{JapaneseEra.Format(aid.ConfirmedOn)}時点）" : null,
            HasNumber = person?.Number?.State == NumberState.Registered,
        };

    private static EligibilityState State(EligibilityPerson? person, bool isOpen, int waiting) => person switch {
        null => EligibilityState.NotAsked,
        { Problem: not null } => EligibilityState.CannotAsk,
        _ when isOpen => EligibilityState.Asked,
        { Answer: null } => person.AskId is null ? EligibilityState.NotAsked : EligibilityState.NoAnswer,
        { Answer.Validity: CardValidity.NotFound } => EligibilityState.NotFound,
        { Answer.Validity: CardValidity.Several } => EligibilityState.Several,
        { Answer.Validity: CardValidity.Valid or CardValidity.TicketMissing } => waiting > 0 ? EligibilityState.Differs : EligibilityState.Confirmed,
        { Answer.Validity: CardValidity.Replaced } when waiting > 0 => EligibilityState.Differs,
        _ => EligibilityState.Invalid,
    };

    private static string Next(EligibilityState state, EligibilityPerson? person, EligibilityForecast forecast) => state switch {
        EligibilityState.CannotAsk => $"{person!.Problem}月の記録を直してください。",
        EligibilityState.Asked => "回答を待っています。",
        EligibilityState.NoAnswer => "回答がありませんでした。もう一度照会してください。",
        EligibilityState.NotAsked => "まだ照会していません。",
        EligibilityState.Differs => "違いを確かめ、取り込むかどうかを決めてください。",
        _ => forecast.Findings.FirstOrDefault(f => f.Fix != "対応は不要です。")?.Fix ?? "",
    };

    private static string Shown(CardField field, string? value) => (field, value) switch {
        (_, null or "") => "",
        (CardField.BirthDate or CardField.ValidFrom or CardField.ValidTo or CardField.LimitFrom or CardField.LimitTo, _) => JapaneseEra.Format(DateOnly.ParseExact(value, "yyyyMMdd")),
        (CardField.Relationship, _) => OqsCodes.Meaning("009", value) ?? value,
        (CardField.Sex, _) => OqsCodes.Meaning("007", value) ?? value,
        (CardField.LimitClass, _) => OqsCodes.Meaning("012", value) ?? value,
        (CardField.RatioPercent, _) => $"{value}％",
        _ => value,
    };
}
