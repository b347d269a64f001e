using ClaimsCloud.Application.Cases;
using ClaimsCloud.Application.Desk;
using ClaimsCloud.Application.Desk.Tickets;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;
using ClaimsCloud.Domain.Onboarding;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Storage.Embedded.Keys;

namespace ClaimsCloud.Testing;

/// <summary>Fictional stations in every state that the desk's console knows, with their certificates, contracts, faults and cases, written as their messages would have left them.</summary>
public static class FleetSeed {
    private const int AtOnce = 40;
    private const int AllDay = 0xFFFFFF;
    private static readonly string[] Areas = ["あおば", "いずみ", "うみかぜ", "えにし", "おおぞら", "かなで", "きずな", "くすのき", "けやき", "こもれび"];
    private static readonly string[] Partners = ["NTT東日本", "NTT西日本", "SHINKO", "コニカミノルタジャパン"];
    private static readonly string[] Troubles = ["folder-missing-out", "disk-full", "clock-skew", "settings-changed", "certificate-ending", "job-waiting"];
    private static readonly string[] Symptoms = ["send", "eligibility", "connector", "results", "screen", "other"];

    private static readonly string[] Ways = [.. BookTables.Steps.Select(s => s.Value), OnboardingCase.Finished];

    public static string StationId(int number) => $"fleet-{number:00000}";
    public static string TicketId(int number) => $"fault-{number:00000}";

    /// <param name="folder">Data folder of a host with embedded stores that does not run.</param>
    /// <param name="open">For a whole installation: also opens their tenants, so that they can be told something, without accounts; cases come there through its own forms.</param>
    public static async Task Write(string folder, int stations, DateTimeOffset now, bool open, CancellationToken stop, StoreKeys? keys = null) {
        var time = new ManualTime(now);
        await using var stores = EmbeddedStores.Open(folder, time, new OutboxSignal(), keys);
        var documents = stores.Open(ScopeName.Platform).Documents;
        var ids = new SeededIds(stations);
        foreach (var numbers in Enumerable.Range(1, stations).Chunk(AtOnce / 2)) {
            var batch = new Batch(ids);
            foreach (var number in numbers) {
                batch.Create(StationProjection.Kind, StationId(number), Station(number, now));
                if (open) batch.Create(Tenant.Kind, StationId(number), new Tenant(Name(number), $"{9_900_000 + number}", now));
            }
            // Seeded before: it stays as it is.
            await documents.Commit(batch, stop);
        }
        foreach (var numbers in Enumerable.Range(1, Math.Min(stations / 6, 50)).Chunk(AtOnce / 2)) {
            var batch = new Batch(ids);
            foreach (var number in numbers) {
                batch.Create(Ticket.Kind, TicketId(number), Fault(number, now));
                if (!open) batch.Create(OnboardingCase.Kind, $"case-{number:00000}", Case(number, now));
            }
            await documents.Commit(batch, stop);
        }
        await WatchFleet.Handle(new PlatformScope(documents, stores.Open(ScopeName.Platform).Blobs, time, ids), stop);
    }

    private static string Name(int number) => $"{Areas[number % Areas.Length]}訪問看護ステーション第{number}";

    private static StationProjection Station(int number, DateTimeOffset now) {
        var (state, today) = (number % 10, DateOnly.FromDateTime(now.UtcDateTime.AddHours(9)));
        var seen = state switch { 7 => now.AddHours(-1 - number % 40), 8 => now.AddHours(-9), _ => now.AddSeconds(-20) };
        int[] hours = [.. Enumerable.Repeat(state == 8 ? 0 : AllDay, 7)];
        string[] alarms = state == 6 ? [Troubles[number % Troubles.Length]] : [];
        var connector = new ConnectorSeen($"pc-{number:00000}", seen, number % 3 == 0 ? "1.1.0" : "1.2.0", alarms, hours) {
            QueueLength = state == 6 ? 2 : 0, SkewMilliseconds = number % 7 * 300,
            Health = new("start", "Windows 11 24H2", new(2026, 10, 13), today.AddDays(number * 37 % 540 - 10), number % 2 == 0 ? today.AddDays(number * 53 % 365) : null, 40_000 + number, state == 6 ? 75 : 0, 0, $"{number % 5:x16}"),
            Program = new("win-x64", (ReleaseRing)(number % 4), null, null),
        };
        var station = new StationProjection(Name(number), new Dictionary<string, ConnectorSeen>(), 0, 1, []) {
            ChangedAt = now.AddMilliseconds(-number * 7_919L % 60_000), Month = Month(number, today), Contract = number % 4 == 3 ? null : new(Partners[number % Partners.Length], number % 2 == 0 ? "ip-vpn" : "ipsec", "0120-000-000", 9, 17, false, 4, 16, [], 2090 + number % 10 * 191, null),
        };
        if (state == 9) return station;
        station = StationSteps.Seen(station, connector);
        if (state == 6) station = station with { AlarmsSince = alarms.ToDictionary(a => a, _ => now.AddHours(-2 - number % 30)) };
        station = StationSteps.Job(station, new($"job-{number:00000}-1", JobKind.ClaimFile, state == 7 ? "waiting" : "seenUnchanged", now.AddHours(-5), now.AddHours(-4)));
        if (number % 3 != 0) station = StationSteps.Job(station, new($"job-{number:00000}-2", JobKind.Eligibility, number % 11 == 0 ? "timedOut" : "answered", now.AddHours(-3), now.AddHours(-2)));
        if (number % 2 == 0) station = StationSteps.Job(station, new($"job-{number:00000}-3", JobKind.CareClaimFile, "seenUnchanged", now.AddDays(-3), now.AddDays(-3)));
        station = StationSteps.Good(station, StationSteps.Results, now.AddDays(-number % 20));
        return station with { OpenFiles = number % 3, ParkedMessages = number % 97 == 0 ? [new($"message-{number:00000}", "ClaimFileUploaded", "IOException", now.AddHours(-1))] : [] };
    }

    private static MonthCounted? Month(int number, DateOnly today) {
        if (number % 13 == 0) return null;
        var (month, before, yen) = ($"{today:yyyyMM}", $"{today.AddMonths(-1):yyyyMM}", 300_000L + number * 7_919 % 4_000_000);
        var money = (number % 4) switch {
            0 => new MonthMoney(before, 0, 0, yen, 0), 1 => new MonthMoney(month, yen, 0, 0, yen), 2 => new MonthMoney(month, 0, yen, 0, yen), _ => new MonthMoney(month, 0, 0, yen, number % 5 * 27_750),
        };
        var claims = 20 + number % 60;
        return new(money, [new(month, number % 4 == 3 ? new(claims, claims - number % 4, claims - number % 3, number % 3) : ClaimCounts.None), new(before, new(claims, claims - number % 5, claims - number % 2, number % 4))], 1);
    }

    private static Ticket Fault(int number, DateTimeOffset now) {
        var (at, state, station) = (now.AddMinutes(-30 - number * 97 % 3000), (TicketState)(number % 5), StationNow(number, now));
        var facts = new Dictionary<string, bool>();
        if (number % 2 == 0) facts["screen-opens"] = number % 4 == 0;
        var ticket = new Ticket(StationId(number), Name(number), Symptoms[number % Symptoms.Length], Ticket.FromStation, at, state, "朝から送信できません。エラーの画面は出ていません。", "平日10時から12時",
            TicketEvidence.Facts(station), facts, TicketEvidence.Rows(station), null, [new(at, "station", "opened", null)], [new(at.UtcDateTime.AddHours(9), null)]);
        if (state != TicketState.Open) ticket = ticket.With(at.AddMinutes(20), "desk", Json.CamelCase(state), "電話で様子を聞きました。");
        return state switch {
            TicketState.Waiting => ticket.Paused(at.AddMinutes(25)),
            TicketState.Arranged => ticket with { Partner = Partners[number % Partners.Length], Appointment = now.AddDays(1) },
            TicketState.Answered or TicketState.Closed => ticket.Paused(at.AddHours(3)) with { Answer = "PCを再起動すると直ります。", Cites = ["restart"] },
            _ => ticket,
        };
    }

    private static StationNow StationNow(int number, DateTimeOffset now) => StationViews.At(StationId(number), Station(number, now), now);

    private static OnboardingCase Case(int number, DateTimeOffset now) {
        var (start, steps) = (now.AddDays(-200 + number % 50), Ways[..(1 + number % 8)]);
        var answers = new Dictionary<string, string> {
            ["stationName"] = $"{Areas[number % Areas.Length]}訪問看護ステーション導入{number}", ["stationCode"] = $"{9_800_000 + number}", ["prefecture"] = "東京都", ["address"] = "架空市1-2-3", ["contactName"] = "導入 花子",
            ["phone"] = "03-0000-0000", ["email"] = $"s{number}@example.jp", ["lines"] = "flets", ["building"] = "fits",
        };
        return new(answers, start, steps[^1], [.. steps.Select((step, n) => new StepEntry(step, start.AddDays(n * (5 + number % 9))))], new Dictionary<string, CaseItem>(), new Dictionary<string, string>(), [], 1);
    }
}
