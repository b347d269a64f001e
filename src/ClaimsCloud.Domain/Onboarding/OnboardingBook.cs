using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Onboarding;

/// <summary>All that the desk edits, as it stands from one day on: tables of rows, each row a text a column. See <see cref="BookTables"/> and <c>Data/onboarding/2024-02/SOURCE.md</c>.</summary>
/// <param name="Version">1 is the one that comes with the product; each change makes the next.</param>
/// <param name="ValidFrom">Date in Japan.</param>
public sealed record OnboardingBook(int Version, DateOnly ValidFrom, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Tables) {
    private const string Release = "2024-02";

    /// <summary>What comes with the product.</summary>
    public static OnboardingBook BuiltIn { get; } = new(1, new(2024, 2, 1), BookTables.All.ToDictionary(t => t.Name, Load));

    public IReadOnlyList<BookStep> Steps => field ??= [.. Rows("steps", r => new BookStep(r["key"], r["name"], r["holder"], int.Parse(r["days"]), r["instruction"]))];
    public IReadOnlyList<BookItem> Items => field ??= [.. Rows("items", r => new BookItem(r["key"], r["name"], r["owner"], r["step"], r["instruction"]))];
    public IReadOnlyList<PartnerTerms> Partners => field ??= [.. Rows("partners", r => new PartnerTerms(r["key"], r["name"], Words(r["connections"]), Words(r["areas"])))];
    public IReadOnlyList<PartnerRule> Rules => field ??= [.. Rows("rules", r => new PartnerRule(r["key"], Words(r["lines"]), Words(r["building"]), r["connection"], r["reason"]))];
    public IReadOnlyList<PriceLine> Prices => field ??= [.. Rows("prices", r => new PriceLine(r["key"], r["name"], r["supplier"], long.Parse(r["lowYen"]), long.Parse(r["highYen"]),
        Enum.Parse<TaxTreatment>(r["tax"], ignoreCase: true), r["subsidised"] == "yes", Enum.Parse<Charge>(r["charge"], ignoreCase: true)))];
    public IReadOnlyList<Programme> Programmes => field ??= [.. Rows("programmes", r => new Programme(r["key"], r["name"], long.Parse(r["capYen"]), int.Parse(r["ratePercent"]), Day(r["applyBy"]), Day(r["operateBy"]),
        [.. Rows("papers", p => p).Where(p => p["programme"] == r["key"]).Select(p => new RequiredPaper(p["key"], p["name"], p["per"] == "supplier"))]))];
    public IReadOnlyList<Duty> Duties => field ??= [.. Rows("duties", r => new Duty(r["key"], r["name"], Day(r["date"])!.Value, r.GetValueOrDefault("proof", "")))];
    public IReadOnlyList<Phase> Phases => field ??= [.. Rows("phases", r => new Phase(r["key"], r["name"], Day(r["from"])!.Value, Day(r["to"])!.Value))];

    /// <summary>Percent; 0 before the first row.</summary>
    public int TaxPercent(DateOnly day) => Rows("taxes", r => (From: Day(r["from"])!.Value, Percent: int.Parse(r["percent"]))).Where(t => t.From <= day).OrderByDescending(t => t.From).Select(t => t.Percent).FirstOrDefault();

    /// <summary>Null for a partner without a sheet.</summary>
    public Sheets.SheetLayout? SheetOf(string partner) {
        var version = Rows("versions", r => r).FirstOrDefault(r => r["key"] == partner)?["version"];
        var columns = Rows("sheets", r => r).Where(r => Words(r["partners"]).Contains(partner)).Select(r => new Sheets.SheetColumn(r["title"], r["field"], r["editable"] == "yes")).ToList();
        return version is null || columns.Count == 0 ? null : new(partner, int.Parse(version), columns);
    }

    /// <summary>Null when every row is sound and every name that a row uses is there; else what to put right.</summary>
    public string? Problem() {
        foreach (var table in BookTables.All) {
            var rows = Tables.GetValueOrDefault(table.Name) ?? [];
            if (rows.GroupBy(r => r["key"]).FirstOrDefault(g => g.Count() > 1) is { } twice) return $"「{table.Title}」に「{twice.Key}」が2つあります。";
            if (rows.SelectMany(r => table.Columns.Select(c => c.Problem(r.GetValueOrDefault(c.Name, "")))).FirstOrDefault(p => p is not null) is { } problem) return problem;
        }
        if (Prices.FirstOrDefault(p => p.LowYen > p.HighYen) is { } price) return $"「{price.Name}」は下の金額が上の金額より大きくなっています。";
        if (Phases.FirstOrDefault(p => p.From > p.To) is { } phase) return $"「{phase.Name}」は終わりが始まりより前になっています。";
        if (Programmes.Count == 0 || Partners.Count == 0) return "補助金と導入支援事業者は、1つ以上要ります。";
        if (Programmes.Any(p => p.RatePercent > 100)) return "補助率は100％までです。";
        if (Rows("papers", r => r["programme"]).FirstOrDefault(p => Programmes.All(x => x.Key != p)) is { } unknown) return $"補助金「{unknown}」はありません。";
        return Rows("sheets", r => r["title"]).FirstOrDefault(SecretText.IsName) is { } secret ? $"「{secret}」の欄は作れません。回線事業者のパスワードは預かりません。" : null;
    }

    /// <summary>The next version: one row put in the place of its key, or taken away.</summary>
    public OnboardingBook With(BookTable table, string key, IReadOnlyDictionary<string, string>? row, DateOnly from) {
        var rows = Tables[table.Name].ToList();
        var at = rows.FindIndex(r => r["key"] == key);
        if (row is null) rows.RemoveAll(r => r["key"] == key);
        else if (at < 0) rows.Add(row);
        else rows[at] = row;
        return new(Version + 1, from, new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(Tables) { [table.Name] = rows });
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Load(BookTable table) =>
        [.. DataFile.Rows($"onboarding/{Release}/{table.Name}.csv").Select(r => (IReadOnlyDictionary<string, string>)table.Columns.ToDictionary(c => c.Name, c => r[c.Name]))];

    private IEnumerable<T> Rows<T>(string table, Func<IReadOnlyDictionary<string, string>, T> read) => (Tables.GetValueOrDefault(table) ?? []).Select(read);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
}

/// <param name="Holder">Who has the ball while no item says otherwise: station, conduct, partner or portal.</param>
/// <param name="Days">How long it should take.</param>
public sealed record BookStep(string Key, string Name, string Holder, int Days, string Instruction);

/// <param name="Step">Key of the step that it has to be done in.</param>
public sealed record BookItem(string Key, string Name, string Owner, string Step, string Instruction);

/// <param name="Proof">claims (a claim file was placed at the terminal), eligibility (オンライン資格確認 answered), or empty: nothing of a station shows it.</param>
public sealed record Duty(string Key, string Name, DateOnly Date, string Proof);

/// <summary>When something happens for all stations, first and last day.</summary>
public sealed record Phase(string Key, string Name, DateOnly From, DateOnly To);

/// <param name="PerSupplier">One from each supplier; else one for the case.</param>
public sealed record RequiredPaper(string Key, string Name, bool PerSupplier);

/// <param name="ApplyBy">Null where no source states it.</param>
public sealed record Programme(string Key, string Name, long CapYen, int RatePercent, DateOnly? ApplyBy, DateOnly? OperateBy, IReadOnlyList<RequiredPaper> Papers);
