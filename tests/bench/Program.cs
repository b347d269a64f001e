using System.Globalization;
using ClaimsCloud.Bench;
using ClaimsCloud.Bench.Nodes;

// claims [MB]: generates a claim file of that size (500), then runs each way of reading and writing it in a process of its own, three times, and prints
// the best of each with its memory. child NAME FILE: one such run.
// eligibility [PATIENTS]: a bulk cycle of オンライン資格確認, from the question to the changed month.
// desk [STATIONS]: the console of the vendor's desk. rules [YEAR]: what each rule of the check costs. build [PATIENTS]: claims from visits; care [PATIENTS]: care-insurance claims from visits. How it is measured: README.md.
// soak [MINUTES CONNECTORS USERS]: one node with connectors that wait and people who click. kill [TIMES [SEED]]: a node under load is killed and started again; nothing may be lost or doubled. node …: what these two start.
// stores: what encryption of the embedded stores costs.
// cost DIR: what the installation costs a month, from DIR/inputs.json into DIR/README.md; measures nothing.
return args switch {
    ["child", var name, var file] => ClaimFileRuns.Run(name, file),
    ["claims"] => ClaimFileBench.Run(500),
    ["claims", var megabytes] => ClaimFileBench.Run(int.Parse(megabytes)),
    ["rules"] => RuleBench.Run(2024),
    ["rules", var year] => RuleBench.Run(int.Parse(year)),
    ["build"] => BuildBench.Run(4_000),
    ["build", var patients] => BuildBench.Run(int.Parse(patients)),
    ["eligibility"] => await EligibilityBench.Run(10_000),
    ["eligibility", var patients] => await EligibilityBench.Run(int.Parse(patients)),
    ["soak"] => await SoakBench.Run(TimeSpan.FromMinutes(10), 2_000, 50),
    ["soak", var minutes, var connectors, var users] => await SoakBench.Run(TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)), int.Parse(connectors), int.Parse(users)),
    ["kill"] => await KillBench.Run(200, 1),
    ["kill", var times] => await KillBench.Run(int.Parse(times), 1),
    ["kill", var times, var seed] => await KillBench.Run(int.Parse(times), int.Parse(seed)),
    ["node", var folder, var door, var functions, var stations, var connectors] => await NodeHost.Run(folder, (int.Parse(door), int.Parse(functions)), int.Parse(stations), int.Parse(connectors)),
    ["cost", var folder] => Cost(folder),
    ["stores"] => await StoreBench.Run(),
    ["care"] => CareBench.Run(500),
    ["care", var patients] => CareBench.Run(int.Parse(patients)),
    ["desk"] => await DeskBench.Run(17_329),
    ["desk", var stations] => await DeskBench.Run(int.Parse(stations)),
    _ => Usage(),
};

static int Cost(string folder) {
    File.WriteAllText(Path.Combine(folder, "README.md"), CostSheet.Read(folder).Markdown());
    return 0;
}

static int Usage() {
    Console.Error.WriteLine("bench claims [MB] | rules [2024|2026] | build [PATIENTS] | care [PATIENTS] | desk [STATIONS] | eligibility [PATIENTS] | stores | soak [MINUTES CONNECTORS USERS] | kill [TIMES [SEED]] | cost DIR");
    return 2;
}
