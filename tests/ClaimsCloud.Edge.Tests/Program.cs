using System.Runtime.InteropServices;
using ClaimsCloud.Edge.Tests;
using ClaimsCloud.Edge.Tests.Networks;
using ClaimsCloud.Testing.OnlineClaims;
using Xunit.Runner.InProc.SystemConsole;

using var ending = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => {
    signal.Cancel = true;
    ending.Cancel();
});
try {
    return args switch {
        ["crash-host", .. var rest] => await CrashHost.Run(rest),
        ["measure", .. var rest] => await Measure.Run(rest),
        ["system-cloud", var folder, var url] => await CloudRole.Run(folder, url, ending.Token),
        ["system-closed-network", var folder, var url] => await ClosedNetworkRole.Serve(folder, url, ending.Token),
        ["system-person", var folder, var terminalOut, var terminalIn, var url] => await ClosedNetworkRole.Carry(folder, new("端末", terminalOut, terminalIn), new(url), ending.Token),
        _ => await ConsoleRunner.Run(args),
    };
} catch (OperationCanceledException) when (ending.IsCancellationRequested) {
    return 0;
}
