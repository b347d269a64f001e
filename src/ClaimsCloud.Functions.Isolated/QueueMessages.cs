using ClaimsCloud.Functions;
using Microsoft.Azure.Functions.Worker;

namespace ClaimsCloud.Functions.Isolated;

/// <summary>The queues of the endpoint table (decision 018). A test compares them with it.</summary>
public sealed class QueueMessages(FunctionsHost cloud) {
    private const string Connection = "ClaimsCloudQueues";

    [Function("DeliverChecks")]
    public Task DeliverChecks([QueueTrigger("claims-checks", Connection = Connection)] string wake, CancellationToken stop) => cloud.Trigger("DeliverChecks", wake, stop);

    [Function("DeliverImports")]
    public Task DeliverImports([QueueTrigger("claims-imports", Connection = Connection)] string wake, CancellationToken stop) => cloud.Trigger("DeliverImports", wake, stop);

    [Function("DeliverProjections")]
    public Task DeliverProjections([QueueTrigger("claims-projections", Connection = Connection)] string wake, CancellationToken stop) => cloud.Trigger("DeliverProjections", wake, stop);

    [Function("DeliverSite")]
    public Task DeliverSite([QueueTrigger("claims-site", Connection = Connection)] string wake, CancellationToken stop) => cloud.Trigger("DeliverSite", wake, stop);
}
