using ClaimsCloud.Portal.Words;

namespace ClaimsCloud.Portal.Components;

internal static class Tones {
    public static string Class(Tone tone) => tone switch { Tone.Bad => "bad", Tone.Warn => "warn", Tone.Good => "good", Tone.Info => "info", _ => "still" };
}
