using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ClaimsCloud.Edge;

/// <summary>The life of a Windows service, straight from advapi32: the package that does it is not obtainable where this is built (platform.md).</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsService {
    public const string Name = "ClaimsCloudEdge";
    private const int OwnProcess = 0x10;
    private const int Stopped = 1;
    private const int StopPending = 3;
    private const int Running = 4;
    private const int AcceptStopAndShutdown = 1 | 4;
    private const int ControlStop = 1;
    private const int ControlShutdown = 5;
    private const int StopHint = 30_000;
    private const int ServiceSpecificError = 1066;

    // The system calls back by plain function pointers: there is one service in the process, and this is its state.
    private static readonly CancellationTokenSource Ending = new();
    private static readonly TaskCompletionSource<int> Ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static Func<CancellationToken, Task<int>> s_work = _ => Task.FromResult(0);
    private static nint s_handle;

    /// <summary>Returns when the system has stopped the service, or the work is over. An end that nobody asked for is an error, so that the system starts it again.</summary>
    public static async Task<int> Run(Func<CancellationToken, Task<int>> work) {
        s_work = work;
        var dispatcher = new Thread(Dispatch) { IsBackground = true };
        dispatcher.Start();
        return await Ended.Task;
    }

    private static unsafe void Dispatch() {
        fixed (char* name = Name) {
            var table = stackalloc Entry[2];
            table[0] = new() { Name = name, Main = &ServiceMain };
            table[1] = default;
            if (StartServiceCtrlDispatcher(table) == 0) Ended.TrySetException(new Win32Exception());
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    private static unsafe void ServiceMain(int count, char** arguments) {
        fixed (char* name = Name) s_handle = RegisterServiceCtrlHandlerEx(name, &Control, null);
        Report(Running, AcceptStopAndShutdown, 0, 0);
        var code = Work();
        Report(Stopped, 0, code, 0);
        Ended.TrySetResult(code);
    }

    private static int Work() {
        try {
            return s_work(Ending.Token).GetAwaiter().GetResult();
        } catch (Exception e) when (e is not OutOfMemoryException) {
            // The last word before the system starts us again; the service has nobody else to tell.
            Console.Error.WriteLine(e);
            return 1;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    private static unsafe int Control(int control, int type, void* data, void* context) {
        if (control is not (ControlStop or ControlShutdown)) return 0;
        Report(StopPending, 0, 0, StopHint);
        Ending.Cancel();
        return 0;
    }

    private static unsafe void Report(int state, int accepted, int code, int hint) {
        var status = new Status { Type = OwnProcess, State = state, Accepted = accepted, Exit = code == 0 ? 0 : ServiceSpecificError, SpecificExit = code, Hint = hint };
        _ = SetServiceStatus(s_handle, &status);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Status {
        public int Type;
        public int State;
        public int Accepted;
        public int Exit;
        public int SpecificExit;
        public int CheckPoint;
        public int Hint;
    }

    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Entry {
        public char* Name;
        public delegate* unmanaged[Stdcall]<int, char**, void> Main;
    }

    [DllImport("advapi32.dll", EntryPoint = "StartServiceCtrlDispatcherW", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern unsafe int StartServiceCtrlDispatcher(Entry* table);

    [DllImport("advapi32.dll", EntryPoint = "RegisterServiceCtrlHandlerExW", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern unsafe nint RegisterServiceCtrlHandlerEx(char* name, delegate* unmanaged[Stdcall]<int, int, void*, void*, int> handler, void* context);

    [DllImport("advapi32.dll", EntryPoint = "SetServiceStatus", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern unsafe int SetServiceStatus(nint handle, Status* status);
}
