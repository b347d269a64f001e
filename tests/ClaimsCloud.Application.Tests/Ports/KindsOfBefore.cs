using ClaimsCloud.Application.Eligibility;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>Three kinds as the program of layout 1 declared them, and some rows of each as that program and the one of today would write them.</summary>
internal static class KindsOfBefore {
    public static readonly DocumentIndex<Sheet> SheetsByMonth = new("month", s => s.Patient.Length == 0 ? $"{s.Month}|" : $"{s.Month}|{s.Kana ?? s.Name}");
    public static readonly DocumentKind<Sheet> Sheets = new("care-sheet", SheetsByMonth);
    public static readonly DocumentIndex<MonthEdit> EditsByPatient = new("patient", e => e.Patient.Length == 0 ? null : $"{e.Month}|{e.Patient}|{SortKeys.Of(e.At)}");
    public static readonly DocumentKind<MonthEdit> Edits = new("care-edit", MonthEdit.ByMonth, EditsByPatient);
    public static readonly DocumentKind<AnswerFile> Answers = new("eligibility-file", AnswerFile.ByTrouble);

    /// <summary>A key comes from the station's software and may hold anything.</summary>
    public static readonly string[] Patients = ["P1", "a|b", "|", "||", "p-123", "p-", "山田|花子", " ", "x.y", "202405|P1|2024", "𠮷田", "\"\\"];

    private static readonly DateTimeOffset At = new(2024, 5, 7, 8, 9, 10, TimeSpan.FromHours(9));

    public static Sheet SheetOf(string patient, string? kana = null, string name = "名前") => new("202405", patient, patient.Length == 0 ? "" : name, kana, 0, 1, Array.Empty<RowText>());

    public static MonthEdit EditOf(string patient, int number = 0) => new("202405", patient, At.AddTicks(number), "p", "利用者：1行を追加", null, []);

    public static AnswerFile AnswerOf(int number, bool good = true) => new($"{number}.xml", At.AddTicks(number), "b", null, good ? AnswerOutcomes.Used : AnswerOutcomes.Refused, "", []);

    public static DocumentRow Row<T>(DocumentKind<T> kind, string id, T value) where T : class {
        var change = new Batch(new RandomIds()).Create(kind, id, value).Changes[0];
        return new(change.Kind, change.Id, change.Json!, [.. change.Entries.OrderBy(e => e.Index, StringComparer.Ordinal)]);
    }

    /// <summary>Of each kind some, in layouts 1 to 3.</summary>
    public static IReadOnlyDictionary<int, ScopeRow[]> Rows(DateTimeOffset now) {
        ScopeRow[] others = [new DocumentRow("note", "a", """{"text":"x","sort":"1"}""", [new("sort", "1")]), new ConsumedRow("c1", now)];
        var (waiting, parked) = (new MessageRow("m1", nameof(NoteWritten), "tenant/here", """{"text":"x"}""", 2, now, null), new MessageRow("m2", nameof(NoteWritten), "platform", """{"text":"y"}""", 5, now, "IOException"));
        ScopeRow[] before = [.. Of(Sheets, Edits, Answers), waiting, parked, .. others];
        ScopeRow[] names = [.. Of(Sheet.Kind, MonthEdit.Kind, AnswerFile.Kind), waiting, parked, .. others];
        return new Dictionary<int, ScopeRow[]> {
            [1] = before, [2] = names, [3] = [.. names.Select(row => row == (ScopeRow)waiting ? waiting with { Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" } : row)],
        };

        static IEnumerable<ScopeRow> Of(DocumentKind<Sheet> sheets, DocumentKind<MonthEdit> edits, DocumentKind<AnswerFile> answers) => [
            .. ((string[])["", "P1", "a|b", "p-123"]).Select(p => Row(sheets, Sheet.IdOf("202405", p), SheetOf(p, p == "P1" ? null : "ヤマダ|ハナコ"))),
            .. ((string[])["", "P1", "a|b", "p-123", "|"]).Select((p, i) => Row(edits, $"e{i}", EditOf(p, i))),
            Row(answers, "f1", AnswerOf(1)), Row(answers, "f2", AnswerOf(2, good: false)),
        ];
    }
}
