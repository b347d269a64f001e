namespace ClaimsCloud.Local;

/// <summary>Stands in for the authenticator of a demo account.</summary>
internal static class DemoCode {
    public static int Print(TimeProvider time) {
        var now = time.GetUtcNow();
        Console.WriteLine($"確認コード  いま {DemoStation.TotpCode(now)}（あと{30 - now.ToUnixTimeSeconds() % 30}秒）　次 {DemoStation.TotpCode(now.AddSeconds(30))}");
        return 0;
    }
}
