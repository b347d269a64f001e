using ClaimsCloud.Bench;

// claims [MB]: generates a claim file of that size (500), then runs each way of reading and writing it in a process of its own, three times, and prints
// the best of each with its memory. child NAME FILE: one such run.
// eligibility [PATIENTS]: a bulk cycle of オンライン資格確認, from the question to the changed month.
// desk [STATIONS]: the console of the vendor's desk. build [PATIENTS]: claims from visits; care [PATIENTS]: care-insurance claims from visits. How it is measured: README.md.
return args switch {
    ["child", var name, var file] => ClaimFileRuns.Run(name, file),
    ["claims"] => ClaimFileBench.Run(500),
    ["claims", var megabytes] => ClaimFileBench.Run(int.Parse(megabytes)),
    ["build"] => BuildBench.Run(4_000),
    ["build", var patients] => BuildBench.Run(int.Parse(patients)),
    ["eligibility"] => await EligibilityBench.Run(10_000),
    ["eligibility", var patients] => await EligibilityBench.Run(int.Parse(patients)),
    ["care"] => CareBench.Run(500),
    ["care", var patients] => CareBench.Run(int.Parse(patients)),
    ["desk"] => await DeskBench.Run(17_329),
    ["desk", var stations] => await DeskBench.Run(int.Parse(stations)),
    _ => Usage(),
};

static int Usage() {
    Console.Error.WriteLine("bench claims [MB] | build [PATIENTS] | care [PATIENTS] | desk [STATIONS] | eligibility [PATIENTS]");
    return 2;
}
