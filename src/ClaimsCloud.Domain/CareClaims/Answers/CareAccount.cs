namespace ClaimsCloud.Domain.CareClaims.Answers;

/// <summary>
/// What became of the claims that were handed over, from everything that came back so far. It keeps nothing: the same claims and lines, in any order, give the same account,
/// so that a list which comes late or twice needs no care. A claim is paid only when the payer's own sum for its insurer, month and service fits to the yen.
/// </summary>
public sealed class CareAccount {
    private readonly List<CareEntry> _entries;
    private readonly List<CareDifference> _differences = [];

    private CareAccount(IEnumerable<CareSending> sendings) =>
        _entries = [.. sendings.OrderBy(s => s.ProcessingMonth, StringComparer.Ordinal).ThenBy(s => s.FileId, StringComparer.Ordinal).ThenBy(s => s.Number).Select(s => new CareEntry(s))];

    /// <summary>In the order of sending.</summary>
    public IReadOnlyList<CareItem> Items { get; private set; } = [];

    public IReadOnlyList<CareDifference> Differences => _differences;

    /// <summary>The sending that keeps the same claim from being sent now: one that is open, held or paid. Null when it may go.</summary>
    public CareItem? InTheWay(Func<SentCareClaim, bool> isSame) => Items.LastOrDefault(i => i.State is CareState.Open or CareState.Held or CareState.Paid && isSame(i.Sending.Claim));

    /// <param name="sendings">Of whole service months: a 7521 line is about all claims of one.</param>
    public static CareAccount Of(IEnumerable<CareSending> sendings, IEnumerable<CareAnswerLine> lines) {
        ArgumentNullException.ThrowIfNull(lines);
        var account = new CareAccount(sendings);
        // The same list fetched twice says everything twice.
        foreach (var month in lines.Distinct().GroupBy(l => l.ReviewMonth).OrderBy(m => m.Key, StringComparer.Ordinal)) account.Review(month.Key, [.. month]);
        account.Close();
        return account;
    }

    private void Review(string month, IReadOnlyList<CareAnswerLine> lines) {
        foreach (var line in Of(CareAnswerKind.Returned, CareAnswerKind.Held)) ComeBack(line);
        foreach (var line in Of(CareAnswerKind.Adjusted)) Adjust(line);
        foreach (var service in Of(CareAnswerKind.Decided).GroupBy(l => (l.ServiceMonth, l.ServiceType))) Decide(month, [.. service]);
        foreach (var line in Of(CareAnswerKind.Withdrawn)) Withdraw(line);
        foreach (var line in Of(CareAnswerKind.Reviewed)) ReviewAgain(line);

        IEnumerable<CareAnswerLine> Of(params CareAnswerKind[] kinds) => lines.Where(l => kinds.Contains(l.Kind)).OrderBy(l => l.Kind).ThenBy(l => l.ServiceMonth, StringComparer.Ordinal).ThenBy(l => l.Payer, StringComparer.Ordinal)
            .ThenBy(l => l.Insured, StringComparer.Ordinal).ThenBy(l => l.ServiceType, StringComparer.Ordinal).ThenBy(l => l.Code, StringComparer.Ordinal).ThenBy(l => l.Text, StringComparer.Ordinal).ThenBy(l => l.Units).ThenBy(l => l.Yen);
    }

    /// <summary>One claim can have several lines; a held one can come back later, when no 給付管理票 arrived.</summary>
    private void ComeBack(CareAnswerLine line) {
        var state = line.Kind == CareAnswerKind.Held ? CareState.Held : CareState.Returned;
        var entry = Last(line, e => e.State == CareState.Open) ?? Last(line, e => e.State == CareState.Held) ?? Last(line, e => e.State == CareState.Returned && e.ReviewMonth == line.ReviewMonth);
        if (entry is null) _differences.Add(CareDifferences.NotOurs(line));
        else entry.Tell(line, state == CareState.Held && entry.State == CareState.Returned ? CareState.Returned : state);
    }

    private void Adjust(CareAnswerLine line) {
        if (Last(line, e => e.State is CareState.Open or CareState.Held) is not { } entry) _differences.Add(CareDifferences.NotOurs(line));
        else if (!entry.Change(line)) _differences.Add(CareDifferences.Unpriced(line));
    }

    /// <summary>Insurers first: they say which of the held claims revived. Then what public expense pays for the same claims, and for those that it pays alone.</summary>
    private void Decide(string month, IReadOnlyList<CareAnswerLine> lines) {
        var (service, type) = (lines[0].ServiceMonth, lines[0].ServiceType);
        var pending = _entries.FindAll(e => e.Claim.ServiceMonth == service && e.Claim.ServiceType == type && e.State is CareState.Open or CareState.Held
            && string.CompareOrdinal(e.Sending.ProcessingMonth, month) <= 0);
        var payers = lines.GroupBy(l => l.Payer).Select(g => g.First() with { Claims = g.Sum(l => l.Claims), Units = g.Sum(l => l.Units), Yen = g.Sum(l => l.Yen) }).ToDictionary(l => l.Payer);
        var insured = new HashSet<CareEntry>();
        foreach (var insurer in pending.Where(e => e.Insurance > 0).GroupBy(e => e.Claim.Insurer))
            if (payers.Remove(insurer.Key, out var line)) {
                if (Fit([.. insurer], e => e.Insurance, line.Claims, line.Yen) is { } fits) insured.UnionWith(fits);
                else _differences.Add(CareDifferences.Undecided(line, insurer.Count(e => e.State == CareState.Open), insurer.Where(e => e.State == CareState.Open).Sum(e => e.Insurance)));
            }
        var alone = pending.FindAll(e => e.Insurance == 0);
        var decided = insured.Where(e => e.Publics.Count == 0).ToList();
        var paidBy = insured.Concat(alone).ToDictionary(e => e, _ => 0);
        foreach (var payer in insured.Concat(alone).SelectMany(e => e.Publics.Keys).Distinct().Order(StringComparer.Ordinal).ToList()) {
            if (!payers.Remove(payer, out var line)) {
                if (insured.Any(e => e.Publics.ContainsKey(payer))) _differences.Add(CareDifferences.Undecided(new(CareAnswerKind.Decided, month, service, payer, "", type, 0, 0, 0, "", ""), insured.Count(e => e.Publics.ContainsKey(payer)), insured.Sum(e => e.Publics.GetValueOrDefault(payer))));
                continue;
            }
            List<CareEntry> certain = [.. insured.Where(e => e.Publics.ContainsKey(payer))];
            if (Fit(alone.FindAll(e => e.Publics.ContainsKey(payer)), e => e.Publics[payer], null, line.Yen - certain.Sum(e => e.Publics[payer])) is not { } fits) {
                var asked = certain.Concat(alone.Where(e => e.State == CareState.Open && e.Publics.ContainsKey(payer))).ToList();
                _differences.Add(CareDifferences.Undecided(line, asked.Count, asked.Sum(e => e.Publics[payer])));
                continue;
            }
            foreach (var entry in certain.Concat(fits))
                if (++paidBy[entry] == entry.Publics.Count) decided.Add(entry);
        }
        foreach (var entry in decided) entry.Pay(month);
        foreach (var line in payers.Values.Where(l => l.Yen != 0).OrderBy(l => l.Payer, StringComparer.Ordinal)) _differences.Add(CareDifferences.Undecided(line, 0, 0));
    }

    /// <summary>Which claims the payer's sum is made of: all open ones, and those of the held that make it fit. Null when none or more than one choice fits.</summary>
    /// <param name="claims">Null where the payer's number of claims says nothing.</param>
    private static List<CareEntry>? Fit(List<CareEntry> pending, Func<CareEntry, long> yenOf, int? claims, long yen) {
        var (open, held) = (pending.FindAll(e => e.State == CareState.Open), pending.FindAll(e => e.State == CareState.Held));
        List<CareEntry>? found = null;
        for (var choice = 0; choice < 1 << Math.Min(held.Count, MostHeld); choice++) {
            List<CareEntry> all = [.. open, .. held.Where((_, i) => i < MostHeld && (choice >> i & 1) == 1)];
            if ((claims is { } count && count != all.Count) || all.Sum(yenOf) != yen) continue;
            if (found is not null) return null;
            found = all;
            // Without a revived one it fits already: nothing speaks for another choice.
            if (choice == 0) break;
        }
        return found;
    }

    /// <summary>More held claims of one insurer, month and service than this nobody tells apart by a sum.</summary>
    private const int MostHeld = 12;

    private void Withdraw(CareAnswerLine line) {
        if (Last(line, e => e.State == CareState.Paid) is not { } entry) {
            // Insurer and public payer each have a line for the same claim.
            if (Last(line, e => e.State == CareState.Withdrawn && e.ReviewMonth == line.ReviewMonth) is { } taken) taken.Tell(line, CareState.Withdrawn);
            else _differences.Add(CareDifferences.NotOurs(line));
            return;
        }
        var paid = entry.Publics.TryGetValue(line.Payer, out var share) ? share : entry.Insurance;
        if (entry.Reviewed == 0 && paid != -line.Yen) _differences.Add(CareDifferences.Withdrawal(line, paid));
        entry.Tell(line, CareState.Withdrawn);
    }

    private void ReviewAgain(CareAnswerLine line) {
        if (Last(line, e => e.State == CareState.Paid) is { } entry) entry.PayMore(line);
        else _differences.Add(CareDifferences.NotOurs(line));
    }

    private CareEntry? Last(CareAnswerLine line, Func<CareEntry, bool> allowed) => _entries.FindLast(e => allowed(e) && e.Is(line));

    private void Close() {
        var last = new Dictionary<(string, string, string, string), CareEntry>();
        foreach (var entry in _entries) last[entry.Claim.Key] = entry;
        Items = [.. _entries.Select(e => e.Item(last[e.Claim.Key] != e))];
        foreach (var item in Items.Where(i => i is { State: CareState.Held, IsSentAgain: true })) _differences.Add(CareDifferences.HeldSentAgain(item));
    }
}
