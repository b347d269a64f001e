using ClaimsCloud.Contracts;
using static ClaimsCloud.Contracts.ClaimFileState;

namespace ClaimsCloud.Portal.Words;

public enum StepState { Done, Now, Stuck, Ahead }

public sealed record FileStep(string Name, StepState State) {
    public string StateWord => State switch { StepState.Done => "済み", StepState.Now => "いまここ", StepState.Stuck => "要対応", _ => "これから" };
}

/// <summary>The way of a claim file: six steps, of which at most one is the present one.</summary>
internal static class FileSteps {
    private static readonly string[] Names = ["取込", "点検", "封印", "送付", "受付", "請求確定"], CareNames = ["取込", "点検", "封印", "受け渡し", "審査", "決定"];

    public static IReadOnlyList<FileStep> Of(ClaimFileRow file) {
        var (done, now) = file.State switch {
            Received or Checking => (1, StepState.Now),
            Checked => file.Errors > 0 ? (1, StepState.Stuck) : (2, StepState.Now),
            Unreadable => (1, StepState.Stuck),
            Sealed or Fetched => (3, StepState.Now),
            PlaceRefused => (3, StepState.Stuck),
            Placed or SeenUnchanged => (4, StepState.Now),
            Answered => (5, StepState.Now),
            _ => (Names.Length, StepState.Done),
        };
        return [.. (file.Payer == CareWords.Payer ? CareNames : Names).Select((name, i) => new FileStep(name, i < done ? StepState.Done : i == done ? now : StepState.Ahead))];
    }
}
