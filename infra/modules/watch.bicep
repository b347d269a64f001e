// Where logs and traces go, and who hears of an alarm. Logs hold ids, no patient data (tests of the product see to it).
param token string
param location string
param tags object
param alertEmail string
param reporters array

var publisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${token}'
  location: location
  tags: tags
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 90, features: { disableLocalAuth: true }, workspaceCapping: { dailyQuotaGb: 20 } }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${token}'
  location: location
  tags: tags
  kind: 'web'
  properties: { Application_Type: 'web', WorkspaceResourceId: logs.id, DisableLocalAuth: true }
}

resource reports 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for reporter in reporters: {
  name: guid(insights.id, reporter, publisher)
  scope: insights
  properties: { principalId: reporter, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', publisher) }
}]

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${token}'
  location: 'global'
  tags: tags
  properties: { groupShortName: 'claims', enabled: true, emailReceivers: [{ name: 'operators', emailAddress: alertEmail, useCommonAlertSchema: true }] }
}

output workspace string = logs.id
output telemetry string = insights.properties.ConnectionString
output actions string = actionGroup.id
