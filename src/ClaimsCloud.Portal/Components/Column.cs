using Microsoft.AspNetCore.Components;

namespace ClaimsCloud.Portal.Components;

public enum ColumnKind {
    Text,
    /// <summary>Aligned right, digits of equal width.</summary>
    Number,
    /// <summary>One short word, never broken.</summary>
    Word,
    /// <summary>Names the row, also for a screen reader.</summary>
    RowTitle,
}

/// <param name="Title">Stands above the column, and before each value where the table becomes cards.</param>
public sealed record Column<TRow>(string Title, RenderFragment<TRow> Cell, ColumnKind Kind = ColumnKind.Text);
