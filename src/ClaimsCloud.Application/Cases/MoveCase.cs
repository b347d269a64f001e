using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases;

/// <summary>Forward to the next step when nothing is missing; back, or out, with a reason.</summary>
internal static class MoveCase {
    private const int ReasonLength = 200;

    public static Task<Results<Ok<CaseDetail>, Refused>> Handle(string caseId, CaseMove move, PlatformScope platform, Caller caller, CancellationToken stop) => CaseChanges.Answer(caseId, move.Revision, caller, platform, (of, book) => {
        var reason = move.Reason?.Trim() ?? "";
        if (move.To == CaseProgress.NextStep(of.Step)) {
            var todo = CaseProgress.Todo(of, book);
            if (todo.Count > 0) return Refusals.CaseNotReady(todo.Select(t => t.Text));
            if (move.To == OnboardingCase.Finished && !Money.MoneyViews.Account(of, book, platform.Today()).IsComplete) return Refusals.PacketIncomplete;
        } else if (move.To != OnboardingCase.Withdrawn && !IsBefore(move.To, of.Step)) return Refusals.IllegalMove(CaseProgress.Name(of.Step), CaseProgress.Name(move.To ?? ""));
        else if (reason.Length is 0 or > ReasonLength || SecretText.Problem(reason) is not null) return Refusals.ReasonMissing;
        var moved = of.Enter(move.To!, platform.Now);
        if (of.Step == "install" && move.To == "pay") {
            var on = move.OperatesFrom ?? platform.Today();
            if (on > platform.Today() || on < DateOnly.FromDateTime(of.OpenedAt.InJapan())) return Refusals.DatesWrong;
            (moved, reason) = (moved with { InstalledOn = on }, $"運用開始 {on:yyyy年M月d日}");
        }
        var way = move.To == OnboardingCase.Withdrawn ? "取り下げました。" : IsBefore(move.To, of.Step) ? $"「{CaseProgress.Name(move.To!)}」へ戻しました。" : $"「{CaseProgress.Name(move.To!)}」へ進めました。";
        return new CaseChange(moved, $"「{CaseProgress.Name(of.Step)}」から{way}", reason.Length == 0 ? null : reason);
    }, stop);

    private static bool IsBefore(string? step, string now) => Place(step) is >= 0 and var at && at < Place(now);

    private static int Place(string? step) => BookTables.Steps.ToList().FindIndex(s => s.Value == step);
}
