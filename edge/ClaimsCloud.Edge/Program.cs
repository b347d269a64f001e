using System.CommandLine;
using ClaimsCloud.Edge.Commands;

return await new RootCommand("訪問看護請求クラウドのコネクターです。") {
    EnrolCommand.Make(), RunCommand.Make(), ProbeCommand.Make(), RelayCommands.Key(), RelayCommands.Uplink(), MoveCommands.Export(), MoveCommands.Import(),
    CareCommands.Accept(), CareCommands.Certificate(), CareCommands.Kit(), CareFolders.Set(),
}.Parse(args).InvokeAsync();
