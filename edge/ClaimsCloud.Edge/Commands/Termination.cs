using System.Runtime.InteropServices;

namespace ClaimsCloud.Edge.Commands;

internal static class Termination {
    /// <summary>Ends the work when the service manager says so.</summary>
    public static PosixSignalRegistration Ends(CancellationTokenSource ending) => PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => {
        signal.Cancel = true;
        try {
            ending.Cancel();
        } catch (ObjectDisposedException) {
            // The command line heard the same signal, and the work has ended already.
        }
    });
}
