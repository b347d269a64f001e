using System.Text;
using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Eligibility.Cards;

namespace ClaimsCloud.Application.Privacy;

/// <summary>
/// A patient as she stands in files: name, kana and the numbers of her cards, in the encodings and spellings of all formats. Found is what looks like her: two patients of one name are both found,
/// so a hold keeps too much rather than too little.
/// </summary>
internal sealed class PersonWords {
    private const int ShortestName = 2, ShortestNumber = 6, Piece = 1024 * 1024;
    private static readonly (string Table, string Column)[] Numbers = [("insuranceCards", "number"), ("publicExpenses", "recipientNumber"), ("careInsurances", "insuredNumber")];
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
    private static readonly string[] Spaces = ["", " ", "　", "\\u3000"];

    private readonly string? patient;
    private readonly List<(byte[] Bytes, bool IsNumber)> forms = [];
    private readonly int longest;

    private PersonWords(string? patient, string? personId, IEnumerable<string> names, IEnumerable<string> kana, IEnumerable<string> numbers) {
        this.patient = patient;
        foreach (var name in names.Distinct(StringComparer.Ordinal))
            if (name.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries) is var parts && parts.Sum(p => p.Length) >= ShortestName)
                foreach (var space in Spaces) Add(string.Join(space, parts), isNumber: false);
        foreach (var form in kana.Select(k => string.Concat(k.Split([' ', '　']))).Where(k => k.Length >= ShortestName).SelectMany(Spoken).Distinct(StringComparer.Ordinal)) Add(form, isNumber: false);
        foreach (var number in numbers.Distinct(StringComparer.Ordinal).Where(n => n.Length >= ShortestNumber)) {
            Add(CardText.Narrow(number), isNumber: true);
            Add(string.Concat(CardText.Narrow(number).Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)), isNumber: true);
        }
        if (personId is not null) Add(personId, isNumber: false);
        longest = forms.Select(f => f.Bytes.Length).DefaultIfEmpty().Max();
    }

    /// <param name="patient">Key in the months; null for one who stands in files only.</param>
    /// <param name="name">As it stands in the files; beside those of the months.</param>
    public static async Task<PersonWords> Of(string? patient, string? name, TenantScope tenant, CancellationToken stop) {
        var (names, kana, numbers) = (new List<string>(), new List<string>(), new List<string>());
        if (name is not null) names.Add(name);
        if (patient is not null)
            await foreach (var month in tenant.Documents.All(CareMonth.Kind, CareMonth.ByMonth, IndexRange.All, stop))
                if (await tenant.Sheet(month.Id, patient, stop) is { Value: var sheet }) {
                    if (sheet.Name is { } shown) names.Add(shown);
                    if (sheet.Kana is { } spoken) kana.Add(spoken);
                    numbers.AddRange(sheet.Rows.Select(r => Numbers.FirstOrDefault(n => n.Table == r.Table) is (not null, var column) ? r.Cells.GetValueOrDefault(column) : null).OfType<string>());
                }
        return new(patient, patient is null ? null : Eligibility.EligibilityPerson.IdOf(patient, tenant), names, kana.Distinct(StringComparer.Ordinal), numbers);
    }

    public async Task<bool> AreIn(Holding holding, TenantScope tenant, CancellationToken stop) {
        if (holding.Patient is { } only) return only == patient;
        if (holding.Text is { } text && AreIn(Encoding.UTF8.GetBytes(text))) return true;
        foreach (var blob in holding.Blobs)
            if (await AreIn(blob, tenant, stop)) return true;
        return false;
    }

    public bool AreIn(ReadOnlySpan<byte> bytes) {
        foreach (var (form, isNumber) in forms)
            for (var at = 0; bytes[at..].IndexOf(form) is >= 0 and var next; at += next + 1)
                if (!isNumber || !(Digit(bytes, at + next - 1) || Digit(bytes, at + next + form.Length))) return true;
        return false;
    }

    public bool IsKey(string key) => key == patient;

    private async Task<bool> AreIn(string blob, TenantScope tenant, CancellationToken stop) {
        await using var content = await tenant.Blobs.Open(blob, 0, null, stop);
        if (content is null) return false;
        var (buffer, kept) = (new byte[Piece], 0);
        while (true) {
            var read = await content.Content.ReadAtLeastAsync(buffer.AsMemory(kept), buffer.Length - kept, throwOnEndOfStream: false, stop);
            if (AreIn(buffer.AsSpan(0, kept + read))) return true;
            if (kept + read < buffer.Length) return false;
            // What may begin at the end of one piece and end in the next.
            kept = Math.Min(longest + 1, buffer.Length);
            buffer.AsSpan(buffer.Length - kept).CopyTo(buffer);
        }
    }

    /// <summary>In both widths, with the small letters that half-width kana often lack or without. Where a format sets the space between her names the months do not say.</summary>
    private static IEnumerable<string> Spoken(string kana) =>
        from text in (string[])[kana, CardText.NarrowKana(kana, large: false), CardText.NarrowKana(kana, large: true)]
        from at in Enumerable.Range(1, text.Length - 1)
        from space in Spaces
        select text.Insert(at, space);

    private void Add(string text, bool isNumber) {
        forms.Add((Encoding.UTF8.GetBytes(text), isNumber));
        if (ShiftJis.GetBytes(text) is var other && !other.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text))) forms.Add((other, isNumber));
    }

    private static bool Digit(ReadOnlySpan<byte> bytes, int at) => at >= 0 && at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9';
}
