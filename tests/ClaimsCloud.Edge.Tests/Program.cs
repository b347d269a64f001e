using ClaimsCloud.Edge.Tests;
using Xunit.Runner.InProc.SystemConsole;

return args is ["crash-host", .. var rest] ? await CrashHost.Run(rest) : await ConsoleRunner.Run(args);
