using ClaimsCloud.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// The product runs beside the worker on a loopback port of its own; the worker's functions hand over to it and decide nothing.
await using var cloud = FunctionsHost.Build(FunctionsSettings.Read([]).UnderFunctions(port: 0));
await cloud.App.StartAsync();

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddHttpForwarder();
builder.Services.AddSingleton(cloud);
await builder.Build().RunAsync();
await cloud.App.StopAsync();
