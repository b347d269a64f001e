using System.Collections.Frozen;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>What an element holds.</summary>
public enum ElementForm {
    Text,
    /// <summary>The same as text; may occur several times.</summary>
    Repeated,
    /// <summary><c>yyyyMMdd</c>.</summary>
    Date,
    /// <summary><c>yyyyMM</c>.</summary>
    Month,
    /// <summary><c>yyyyMMddHHmmss</c>, Japanese time.</summary>
    Time,
    /// <summary>A code of a table.</summary>
    Code,
    /// <summary>Digits that count something: people, percent, yen.</summary>
    Number,
    /// <summary>Elements of its own.</summary>
    Block,
    /// <summary>Only groups elements that belong to the block around it.</summary>
    Wrapper,
}

/// <param name="Position">Place in the table: the order of output, never of input.</param>
/// <param name="Table">Code table, or name of the inner block.</param>
/// <param name="Max">Characters; null when no source says.</param>
/// <param name="NeverFuture">A date that has happened when it is told.</param>
internal sealed record ElementLayout(int Position, string Name, string Japanese, ElementForm Form, string Table, int? Max, bool NeverFuture);

/// <summary>The elements that a block may hold.</summary>
internal sealed class BlockLayout(string name, IEnumerable<ElementLayout> elements) {
    private static readonly FrozenDictionary<string, BlockLayout> All = DataFile.Rows("oqs/elements.csv").Index()
        .GroupBy(r => r.Item["block"]).ToFrozenDictionary(g => g.Key, g => new BlockLayout(g.Key, g.Select(r => Element(r.Index, r.Item))));
    private readonly FrozenDictionary<string, ElementLayout> _elements = elements.ToFrozenDictionary(e => e.Name);

    public string Name => name;

    public ElementLayout? Find(string element) => _elements.GetValueOrDefault(element);

    public static BlockLayout Of(string block) => All[block];

    private static ElementLayout Element(int position, DataRow row) =>
        new(position, row["element"], row["japanese"], Enum.Parse<ElementForm>(row["form"], ignoreCase: true), row["table"], row.OptionalNumber("max"), row["past"] == "y");
}
