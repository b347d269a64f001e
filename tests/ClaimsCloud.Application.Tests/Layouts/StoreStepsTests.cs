using ClaimsCloud.Application.Eligibility;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Ports;

namespace ClaimsCloud.Application.Tests.Layouts;

/// <summary>Steps alone, on rows as the programs of either side write them.</summary>
public sealed class StoreStepsTests {
    private static readonly string[] Bits = ["|", "||", "p-", ".", "202405", " ", "花", "𠮷", "\"", "\\", "a", "Z", "~", "\u0001", "が", "2024-05-07T00:00:00.0000000"];

    [Fact]
    public void Steps_are_numbered_one_after_the_other_and_what_may_read_them_never_gets_older() {
        Assert.Equal(Enumerable.Range(2, StoreSteps.All.Count), StoreSteps.All.Select(s => s.Version));
        Assert.Equal(StoreSteps.All.Select(s => s.ReadableFrom).Order(), StoreSteps.All.Select(s => s.ReadableFrom));
        Assert.All(StoreSteps.All, step => Assert.InRange(step.ReadableFrom, step.Version - 1, step.Version));
    }

    [Fact]
    public void Forward_gives_the_entries_of_today_and_back_those_of_before_whatever_the_keys() {
        var random = new Random(24);
        foreach (var patient in KindsOfBefore.Patients.Concat(Enumerable.Range(0, 500).Select(_ => Odd(random))).Append("")) {
            var sheet = KindsOfBefore.SheetOf(patient, random.Next(3) == 0 ? null : Odd(random), Odd(random));
            Same(KindsOfBefore.Row(KindsOfBefore.Sheets, Sheet.IdOf("202405", patient), sheet), KindsOfBefore.Row(Sheet.Kind, Sheet.IdOf("202405", patient), sheet));
            var edit = KindsOfBefore.EditOf(patient, random.Next());
            Same(KindsOfBefore.Row(KindsOfBefore.Edits, "e", edit), KindsOfBefore.Row(MonthEdit.Kind, "e", edit));
            var answer = KindsOfBefore.AnswerOf(random.Next(), good: random.Next(2) == 0);
            Same(KindsOfBefore.Row(KindsOfBefore.Answers, "f", answer), KindsOfBefore.Row(AnswerFile.Kind, "f", answer));
        }
    }

    [Fact]
    public void Every_step_there_and_back_and_there_gives_the_same_rows_and_done_twice_it_does_nothing_more() {
        foreach (var (version, rows) in KindsOfBefore.Rows(new(2024, 7, 5, 0, 0, 0, TimeSpan.Zero)))
            foreach (var step in StoreSteps.All)
                foreach (var row in rows) {
                    var forward = step.Forward(row);
                    Assert.True(new ScopeRowChange(forward, step.Forward(forward)).IsNone);
                    Assert.True(new ScopeRowChange(step.Back(forward), step.Back(step.Back(forward))).IsNone);
                    // A trace is the one thing that a way back loses.
                    if (step.Version != 3) Assert.True(new ScopeRowChange(forward, step.Forward(step.Back(forward))).IsNone);
                    if (step.Version <= version) Assert.True(new ScopeRowChange(row, forward).IsNone);
                }
    }

    /// <summary>Neither could the program of before have written them.</summary>
    [Fact]
    public void What_is_too_long_for_an_entry_of_before_is_cut_or_left_out() {
        var name = string.Concat(Enumerable.Repeat("𠮷", 200));
        var sheet = (DocumentRow)NamelessEntries.Back(KindsOfBefore.Row(Sheet.Kind, Sheet.IdOf("202405", "P1"), KindsOfBefore.SheetOf("P1", name: name)));
        var value = Assert.Single(sheet.Entries).Value;
        Assert.StartsWith("202405|𠮷", value, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(value), DocumentLimits.IndexValueBytes - 3, DocumentLimits.IndexValueBytes);
        Assert.DoesNotContain('\uFFFD', value);
        var edit = (DocumentRow)NamelessEntries.Back(KindsOfBefore.Row(MonthEdit.Kind, "e", KindsOfBefore.EditOf(name)));
        Assert.Equal(["month"], edit.Entries.Select(e => e.Index));
        Assert.Equal(["month", "patient"], ((DocumentRow)NamelessEntries.Forward(edit)).Entries.Select(e => e.Index));
    }

    [Fact]
    public void A_row_without_what_its_entry_is_made_of_is_named_and_not_guessed() =>
        Assert.Contains("care-edit e1 has no patient", Assert.Throws<InvalidDataException>(() => NamelessEntries.Forward(new DocumentRow("care-edit", "e1", "{}", []))).Message, StringComparison.Ordinal);

    private static void Same(DocumentRow before, DocumentRow today) {
        Assert.True(new ScopeRowChange(today, NamelessEntries.Forward(before)).IsNone, before.Json);
        Assert.True(new ScopeRowChange(before, NamelessEntries.Back(today)).IsNone, before.Json);
        Assert.True(new ScopeRowChange(today, NamelessEntries.Forward(NamelessEntries.Back(today))).IsNone, before.Json);
        Assert.True(new ScopeRowChange(before, NamelessEntries.Back(before)).IsNone, before.Json);
    }

    private static string Odd(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Bits[random.Next(Bits.Length)]));
}
