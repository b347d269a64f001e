using ClaimsCloud.Application.Identity;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Local;

/// <summary>A fictional station with its terminal and its connector's folder.</summary>
internal sealed record DemoStation(string Name, string Code, string Login, string Sample, Terminal Terminal, string ConnectorFolder, string OqsFolder) {
    public const string Password = "demo-password";
    public const string DeskLogin = "desk";
    public const string EngineerLogin = "engineer";
    /// <summary>Of everybody's second factor here; in a real cloud each person has her own, and nobody else knows it.</summary>
    public const string TotpKey = "CLAIMSCLOUDDEMOKEYCLAIMSCLOUDDEM";

    public static string TotpCode(DateTimeOffset at) => Totp.Code(Totp.FromBase32(TotpKey), Totp.StepAt(at));

    public static IReadOnlyList<DemoStation> Two(string folder) => [
        In(folder, "いぶき訪問看護ステーション", "9990018", "ibuki", "demo-station-a"),
        In(folder, "さくら野訪問看護ステーション", "9990027", "sakurano", "demo-station-b"),
    ];

    public static DemoStation In(string folder, string name, string code, string login, string sample) {
        var home = Path.Combine(folder, "sites", login);
        return new(name, code, login, sample,
            new(name, Directory.CreateDirectory(Path.Combine(home, "terminal", "送信")).FullName, Directory.CreateDirectory(Path.Combine(home, "terminal", "受信")).FullName),
            Path.Combine(home, "connector"), Path.Combine(home, "terminal", "資格確認"));
    }
}
