using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Words;

internal static class MonthStates {
    public static string Word(MonthState state) => state switch { MonthState.Open => "入力中", MonthState.Importing => "取込中", _ => "締め済み" };

    public static Tone Tone(MonthState state) => state switch { MonthState.Open => Words.Tone.Info, MonthState.Importing => Words.Tone.Warn, _ => Words.Tone.Good };

    /// <summary>令和6年10月分</summary>
    public static string Title(string month) => $"{JapanTime.Month(month)}分の記録";

    public static string RowState(string state) => state switch { "added" => "追加", "changed" => "変更", "removed" => "削除", "kept" => "そのまま（取り込めない利用者）", _ => "変更なし" };

    public static Tone RowTone(string state) => state switch { "added" => Words.Tone.Good, "changed" => Words.Tone.Info, "removed" => Words.Tone.Warn, "kept" => Words.Tone.Bad, _ => Words.Tone.Quiet };

    public static string Actor(string id, Visits.Visit visit) => id == visit.PersonId ? visit.Name : $"担当者 {id[^Math.Min(6, id.Length)..]}";

    /// <summary>Where the row is that a finding speaks of: 利用者・表・項目.</summary>
    public static string Place(MonthFindingRow finding) => string.Join('　', new[] {
        finding.PatientName ?? finding.Patient, finding.TableTitle, finding.Key is { } key ? $"キー {key}" : null, finding.FieldTitle is { } field ? $"「{field}」" : null,
        finding.Line is { } line ? $"{Amounts.Number(line)}行目" : null,
    }.Where(p => !string.IsNullOrEmpty(p))) is { Length: > 0 } place ? place : "ファイル全体";
}
