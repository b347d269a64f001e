using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>What the terminal would refuse, found before anything is written.</summary>
internal static class RequestCheck {
    public static IReadOnlyList<Finding> Inspect(OqsRequest request) {
        var findings = new OqsFindings();
        Require(findings, IsStation(request.StationCode), "医療機関コード", "医療機関コードは10桁（都道府県2桁、点数表6、ステーションコード7桁）です。");
        if (request is MarkedRequest { Identifier: var mark })
            Require(findings, mark.Length is > 0 and <= 50 && mark.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), "任意のファイル識別子", "識別子は半角英数字とハイフンで50文字までです。");
        switch (request) {
            case SingleCheckRequest single: Card(single.Person, single.On, findings); break;
            case BulkCheckRequest bulk: Many(bulk, findings); break;
            case FetchRequest fetch: Fetch(fetch, findings); break;
            case NumberRegistrationRequest one: Registration(one.Person, findings); break;
            case BulkNumberRegistrationRequest many:
                Count(many.People.Count, findings);
                foreach (var person in many.People) Registration(person, findings);
                break;
            case ConsentedVisitsRequest consent: Require(findings, consent.From <= consent.To, "同意年月日", "同意年月日の開始は終了より後にできません。"); break;
        }
        return findings.All;
    }

    private static void Many(BulkCheckRequest bulk, OqsFindings findings) {
        Count(bulk.People.Count, findings);
        foreach (var person in bulk.People) {
            Card(person, bulk.On, findings);
            Require(findings, person.PersonKey is { Length: > 0 and <= 50 } key && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), "任意の識別子", "一括照会では、一人ずつ半角英数字の識別子が必要です。");
        }
        Require(findings, bulk.People.Select(p => p.PersonKey).Distinct(StringComparer.Ordinal).Count() == bulk.People.Count, "任意の識別子", "同じ識別子の人が二人います。");
    }

    private static void Count(int people, OqsFindings findings) =>
        Require(findings, people is > 0 and <= OqsLimits.PeopleInBulk, null, $"一度に扱えるのは1人から{OqsLimits.PeopleInBulk}人までです。");

    private static void Fetch(FetchRequest fetch, OqsFindings findings) {
        Require(findings, OqsInterface.Of(fetch.Of).Steps == 2, null, "一括の照会・登録でないものに受付番号はありません。");
        Require(findings, fetch.ReceptionNumber is { Length: > 0 and <= 100 } number && IsText(number), "受付番号", "受付番号がありません。");
    }

    private static void Card(CardSearch card, DateOnly on, OqsFindings findings) {
        Common(card.InsurerNumber, card.Symbol, card.Number, card.Branch, findings);
        Require(findings, card.BirthDate <= on, "生年月日", "生年月日が資格確認日より後です。");
    }

    private static void Registration(CardRegistration card, OqsFindings findings) {
        Common(card.InsurerNumber, card.Symbol, card.Number, card.Branch, findings);
        Require(findings, card.ReferenceNumber.Length is > 0 and <= 50 && IsText(card.ReferenceNumber), "照会番号", "照会番号は1文字から50文字です。");
        // No source knows the form for 公費: a registration that may be wrong is not sent.
        Require(findings, card.InsurerNumber is not ['1', '2', _, _, _, _, _, _], "保険者番号", "医療扶助の照会番号登録は、形式が確かめられていないため送りません。");
    }

    private static void Common(string insurer, string? symbol, string number, string? branch, OqsFindings findings) {
        Require(findings, insurer.Length is > 0 and <= 8 && insurer.All(char.IsAsciiDigit), "保険者番号", "保険者番号は8桁までの半角数字です。");
        Require(findings, symbol is null || (symbol.Length is > 0 and <= 20 && IsText(symbol)), "被保険者証記号", "記号は20文字までです。ないときは空欄にします。");
        Require(findings, number.Length is > 0 and <= 20 && IsText(number), "被保険者証番号", "番号は1文字から20文字です。");
        Require(findings, branch is null || (branch.Length == 2 && branch.All(char.IsAsciiDigit)), "枝番", "枝番は2桁の半角数字です。ないときは空欄にします。");
    }

    private static bool IsStation(string code) => code.Length == 10 && code.All(char.IsAsciiDigit) && code[2] == '6';

    /// <summary>Text that XML carries and that a card can show: no control characters, no halves of characters, no blank ends.</summary>
    private static bool IsText(string text) =>
        text.Trim() == text && !text.Any(char.IsControl) && !text.EnumerateRunes().Any(r => r.Value is 0xFFFD or 0xFFFE or 0xFFFF);

    private static void Require(OqsFindings findings, bool holds, string? field, string message) {
        if (!holds) findings.Add("EQ0301", Severity.FileRefused, null, field, message, "利用者台帳かステーションの設定を直してください。");
    }
}
