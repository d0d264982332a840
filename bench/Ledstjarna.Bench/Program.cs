using Ledstjarna.Bench;

// bench LEDSTJARNA [cases|engine|pages|work|try|report|national|peers|parse|import]: what is measured and how stands in bench/README.md.
var program = args.Length > 0 ? args[0] : throw new InvalidOperationException("name the published program");
var which = args.Length > 1 ? args[1] : "all";
if (which is "all" or "cases")
{
    await CasesBench.RunAsync(program);
}

if (which is "all" or "engine")
{
    EngineBench.Run();
}

if (which is "all" or "pages")
{
    await PagesBench.RunAsync(program);
}

if (which is "all" or "work")
{
    await WorkBench.RunAsync(program);
}

if (which is "all" or "try")
{
    await TryBench.RunAsync(program);
}

if (which is "all" or "report")
{
    await ReportBench.RunAsync(program);
}

if (which is "all" or "national")
{
    NationalBench.Run();
}

if (which is "all" or "peers")
{
    NationalBench.BesideDatabases();
}

if (which is "all" or "parse")
{
    ImportBench.Parse();
}

if (which is "all" or "import")
{
    await ImportBench.ImportAsync(program);
}
