// What wakes somebody. Each has one thing that can be done about it; README.md says what.
param token string
param location string
param tags object
param actions string
param workspace string
param cosmos string
param dataAccount string
param functions string
param gateway string

// A count over a query; the first five look at what the functions host logged.
var queries = [
  { name: 'poison', severity: 1, every: 'PT5M', query: 'FunctionAppLogs | where Message has "poison"', operator: 'GreaterThan', threshold: 0 }
  { name: 'parked', severity: 2, every: 'PT5M', query: 'FunctionAppLogs | where Message has "is parked"', operator: 'GreaterThan', threshold: 0 }
  { name: 'store-full', severity: 1, every: 'PT5M', query: 'FunctionAppLogs | where Message has "store full"', operator: 'GreaterThan', threshold: 0 }
  { name: 'host-died', severity: 1, every: 'PT5M', query: 'FunctionAppLogs | where Message has "host-died"', operator: 'GreaterThan', threshold: 0 }
  { name: 'no-sweep', severity: 1, every: 'PT15M', query: 'FunctionAppLogs | where FunctionName == "SweepOutboxes" and Message has "Succeeded"', operator: 'LessThan', threshold: 1 }
  { name: 'blob-deletes', severity: 2, every: 'PT15M', query: 'StorageBlobLogs | where OperationName == "DeleteContainer"', operator: 'GreaterThan', threshold: 0 }
]

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [for q in queries: {
  name: 'alert-${q.name}-${token}'
  location: location
  tags: tags
  properties: {
    severity: q.severity
    enabled: true
    scopes: [workspace]
    evaluationFrequency: q.every
    windowSize: q.every
    criteria: { allOf: [{ query: q.query, timeAggregation: 'Count', operator: q.operator, threshold: q.threshold, failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 } }] }
    autoMitigate: true
    actions: { actionGroups: [actions] }
  }
}]

var metrics = [
  { name: 'cosmos-throttled', severity: 2, scope: cosmos, type: 'Microsoft.DocumentDB/databaseAccounts', metric: 'TotalRequests', aggregation: 'Count', operator: 'GreaterThan', threshold: 100, dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['429'] }] }
  { name: 'cosmos-full', severity: 2, scope: cosmos, type: 'Microsoft.DocumentDB/databaseAccounts', metric: 'NormalizedRUConsumption', aggregation: 'Maximum', operator: 'GreaterThan', threshold: 90, dimensions: [] }
  { name: 'cosmos-down', severity: 0, scope: cosmos, type: 'Microsoft.DocumentDB/databaseAccounts', metric: 'ServiceAvailability', aggregation: 'Average', operator: 'LessThan', threshold: 99, dimensions: [] }
  { name: 'blobs-down', severity: 0, scope: dataAccount, type: 'Microsoft.Storage/storageAccounts', metric: 'Availability', aggregation: 'Average', operator: 'LessThan', threshold: 99, dimensions: [] }
  { name: 'functions-errors', severity: 1, scope: functions, type: 'Microsoft.Web/sites', metric: 'Http5xx', aggregation: 'Total', operator: 'GreaterThan', threshold: 10, dimensions: [] }
  { name: 'gateway-restarts', severity: 1, scope: gateway, type: 'Microsoft.App/containerApps', metric: 'RestartCount', aggregation: 'Maximum', operator: 'GreaterThan', threshold: 3, dimensions: [] }
]

resource metricAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = [for m in metrics: {
  name: 'alert-${m.name}-${token}'
  location: 'global'
  tags: tags
  properties: {
    severity: m.severity
    enabled: true
    scopes: [m.scope]
    targetResourceType: m.type
    evaluationFrequency: 'PT5M'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [{ criterionType: 'StaticThresholdCriterion', name: m.name, metricName: m.metric, timeAggregation: m.aggregation, operator: m.operator, threshold: m.threshold, dimensions: m.dimensions }]
    }
    actions: [{ actionGroupId: actions }]
  }
}]
