using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Fees.Calculation;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>RJ: start, up to three places, end, death, other stations. Places from the fourth on are comments.</summary>
internal sealed class UserRecords(ClaimPart part, ClaimSpec spec) {
    private readonly PatientMonth _month = part.Month;
    private readonly string _patient = part.Month.Patient.Key;
    private readonly List<Residence> _stays = Stays(part.Month);

    /// <summary>Comment codes of a change to a place, by 別表16 code (手引き p.67 prints those of 14 and 99; the others follow their order).</summary>
    private static readonly Dictionary<string, string> PlaceComments = new() {
        ["01"] = "850500001", ["11"] = "850500002", ["12"] = "850500003", ["13"] = "850500004", ["14"] = "850500005", ["15"] = "850500006", ["16"] = "850500007", ["99"] = "850500010",
    };

    public RecordDraft User() {
        var record = new RecordFiller("RJ", spec, _month.Findings).Set("StartDate", _month.Patient.ServiceStart);
        Places(record);
        End(record);
        OtherStations(record);
        return record.Draft;
    }

    /// <summary>CO for the fourth place and those behind it.</summary>
    public IEnumerable<(string Code, string Text, BundlePlace Place)> FurtherPlaces() {
        foreach (var residence in _stays.Skip(3)) {
            var place = BundlePlace.Row("residences", residence.Key);
            if (!PlaceComments.TryGetValue(residence.Place, out var code)) continue;
            if (residence.Place is not ("14" or "99"))
                _month.Findings.NotChecked("L05a", place, $"4箇所目以降の訪問場所のコメントコード{code}は手引きの例から推定しました。", "コメントマスターで確かめてください。", "電子レセプトの作成手引き p.67");
            yield return (code, FullWidth.Date(residence.From), place);
            if (residence.Place == "99") yield return ("830500001", residence.PlaceText, place with { Field = "placeText" });
        }
    }

    public IReadOnlyList<OtherStation> Others { get; } = [.. part.Month.Station.Rows.OtherStations[part.Month.Patient.Key].Where(o => part.Month.Station.Meets(o.From, o.Until)).Take(2)];

    /// <summary>Residences of the month; a move to the same kind of place is no change.</summary>
    private static List<Residence> Stays(PatientMonth month) {
        var stays = new List<Residence>();
        foreach (var residence in month.Station.Rows.Residences[month.Patient.Key])
            if (month.Station.Meets(residence.From, residence.Until)
                && (stays.Count == 0 || stays[^1].Place != residence.Place || stays[^1].PlaceText != residence.PlaceText)) stays.Add(residence);
        return stays;
    }

    private void Places(RecordFiller record) {
        if (_stays.Count == 0) _month.Findings.Refuse("L05b", new("residences", "", "place"), "訪問した場所がありません。", "居住地と期間を入れてください。", "記録条件仕様 p.14");
        for (var i = 0; i < Math.Min(_stays.Count, 3); i++) {
            var place = BundlePlace.Row("residences", _stays[i].Key);
            if (_stays[i].Place == "99" && _stays[i].PlaceText.Length == 0)
                _month.Findings.Refuse("L05c", place with { Field = "placeText" }, "訪問した場所が「その他」ですが、場所の名がありません。", "場所を文字で入れてください。", "記録条件仕様 p.14");
            if (i > 0) record.Set($"PlaceChangeDate{i + 1}", _stays[i].From);
            record.Set($"Place{i + 1}Code", _stays[i].Place, place with { Field = "place" }).Set($"Place{i + 1}Text", _stays[i].Place == "99" ? _stays[i].PlaceText : "", place with { Field = "placeText" });
        }
    }

    private void End(RecordFiller record) {
        if (_month.Station.Rows.ServiceEnds[_patient].FirstOrDefault() is not { } end || end.Date > _month.Station.LastDay) return;
        var place = BundlePlace.Row("serviceEnds", end.Key);
        record.Set("EndDate", end.Date).Set("EndTime", $"{end.Time:HHmm}").Set("EndReasonCode", end.Reason, place with { Field = "reason" })
            .Set("EndReasonText", end.Reason == "99" ? end.ReasonText : "", place with { Field = "reasonText" });
        if (!part.Lines.Any(l => l.Fee.Fee.Conditions!.Family == FeeFamily.Terminal)) return;
        if (end.DeathTime is null || end.DeathPlace.Length == 0)
            _month.Findings.Refuse("L05d", place with { Field = "deathTime" }, "ターミナルケア療養費を算定しますが、死亡の時刻か場所がありません。", "死亡の時刻と場所を入れてください。", "記録条件仕様 p.14");
        record.Set("DeathDate", end.DeathDate).Set("DeathTime", $"{end.DeathTime:HHmm}").Set("DeathPlaceCode", end.DeathPlace, place with { Field = "deathPlace" })
            .Set("DeathPlaceText", end.DeathPlace == "99" ? end.DeathPlaceText : "", place with { Field = "deathPlaceText" });
    }

    private void OtherStations(RecordFiller record) {
        var others = Others;
        var codes = others.Count switch { 0 => "", 1 => "01", _ => "02" };
        if (IsCareInsured()) codes += "11";
        record.Set("UserCodes", codes);
        for (var i = 0; i < others.Count; i++) {
            var place = BundlePlace.Row("otherStations", others[i].Key);
            record.Set($"OtherStation{i + 1}Prefecture", others[i].Prefecture, place with { Field = "prefecture" }).Set($"OtherStation{i + 1}FeeTable", "6")
                .Set($"OtherStation{i + 1}Code", others[i].Code, place with { Field = "code" }).Set($"OtherStation{i + 1}Address", others[i].Address, place with { Field = "address" })
                .Set($"OtherStation{i + 1}Name", others[i].Name, place with { Field = "name" });
        }
    }

    public bool IsCareInsured() => _month.Station.Rows.CareInsurances[_patient].Any(c => part.Lines.Any(l => Period.Covers(c.From, c.Until, l.Fee.Date)));
}
