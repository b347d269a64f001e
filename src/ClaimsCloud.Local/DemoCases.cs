using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Local;

/// <summary>Fictional stations on their way in, made on the first start: 300 in every state, and a handful through the portal's own forms.</summary>
internal static class DemoCases {
    public const string Login = "aoba";
    public const string Station = "あおば訪問看護ステーション";

    private const int Many = 300;

    public static async Task Make(LocalCloud cloud, TimeProvider time, CancellationToken stop) {
        var services = cloud.Functions.App.Services;
        var platform = services.GetRequiredService<PlatformScope>();
        using var screen = new Screen(cloud.Address);
        // First, because a code works once: later it would take the code of somebody who signs in as the desk.
        await screen.SignIn(DemoStation.DeskLogin, DemoStation.Password, time);
        await ManyCases.Make(platform, Many, stop);
        var (desk, today) = (screen.Cases(), DateOnly.FromDateTime(time.GetUtcNow().AddHours(9).DateTime));
        // Later starts find the first of them; a start that was broken off in the middle leaves what it made.
        if ((await screen.Page("/cases?search=999100")).Contains("こだま", StringComparison.Ordinal)) return;
        await desk.To("apply", "こだま訪問看護ステーション", "9991001", today, ("lines", "flets;cable"), ("callDays", "2;4"), ("callFrom", "13:00"), ("callTo", "15:00"));
        await desk.Apply("こだま訪問看護ステーション 本店", "9991001", handIn: true, ("lines", "cable"));
        await desk.To("introduce", "なぎさ訪問看護ステーション", "9991002", today, ("prefecture", "沖縄県"), ("lines", "none"), ("building", "no-fibre"));
        await desk.To("order", "つばさ訪問看護ステーション", "9991003", today);
        await desk.To("register", "やまびこ訪問看護ステーション", "9991004", today, ("prefecture", "大阪府"), ("lines", "adsl"));
        var installing = await desk.To("install", Station, "9991005", today, ("startOn", today.AddDays(45).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        await desk.Do(installing, "blocker", ("text", "大家さんの工事の許可を待っています"), ("holder", "station"));
        await desk.SetPassword(await desk.HandOver(installing, Login), DemoStation.Password);
        await KnownKey.Give(Login, DemoStation.TotpKey, platform, services.GetRequiredService<SecretBox>(), stop);
        await desk.To("pay", "せせらぎ訪問看護ステーション", "9991006", today, ("prefecture", "北海道"));
        await desk.AlmostAllPapers(await desk.To("subsidise", "ひかり訪問看護ステーション", "9991007", today));
    }
}
