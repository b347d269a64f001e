using ClaimsCloud.Domain.Fees.Master;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.Fees;

/// <summary>A fictional master of two base fees and one add-on, in the official form, as lines that a test may change.</summary>
internal sealed class MiniatureMaster {
    public List<string[]> Fees { get; } = [Fee("510000110", "訪問看護基本療養費１（看護師）", "5550.00", addOns: "A101", staff: "03"), Fee("550000110", "訪問看護管理療養費", "13230.00", standards: "B003"), Fee("510002470", "緊急訪問看護加算", "2650.00")];
    public List<string[]> AddOns { get; } = [["0", "A101", "510002470", "緊急訪問看護加算", "03", "20240601", "99999999", "0"]];
    public List<string[]> Limits { get; } = [["0", "510000110", "基本", "121", "日", "1", "0", "20240601", "99999999", "0"]];
    public List<string[]> Exclusions { get; } = [["0", "510000110", "基本", "0", "550000110", "管理", "1", "0", "20240601", "99999999", "0", "0", "0"]];
    public List<string[]> Facilities { get; } = [["0", "B003", "550000110", "管理", "1610", "01", "20240601", "99999999", "0"]];

    public IReadOnlyList<MasterFile> Files => [File("r_a.csv", Fees), File("r_i.csv", AddOns), File("r_u.csv", Limits), File("r_e.csv", Exclusions), File("r_o.csv", Facilities)];

    public static string[] Fee(string code, string name, string amount, string addOns = "0000", string standards = "0000", string staff = "00", string from = "20240601") {
        var cells = Enumerable.Repeat("0", 72).ToArray();
        (cells[1], cells[2], cells[3], cells[5], cells[6], cells[8], cells[14], cells[15]) = ("R", code, "01", "01", name, name, "1", amount);
        (cells[24], cells[25], cells[20], cells[47], cells[48]) = ("00", "00", "99999999", addOns, standards);
        for (var i = 28; i < 43; i++) cells[i] = "00";
        cells[28] = staff;
        (cells[52], cells[53], cells[54], cells[66], cells[70], cells[71]) = ("10", "11", "001", "00", from, "99999999");
        return cells;
    }

    public static MasterFile File(string name, IEnumerable<string[]> rows) =>
        new(name, rows.SelectMany(r => (byte[])[.. ClaimText.Encode(string.Join(',', r.Select(c => $"\"{c}\""))), (byte)'\r', (byte)'\n']).ToArray());
}
