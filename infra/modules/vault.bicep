// The secrets of one host. The template makes none of them: what a template makes stands in the deployment's history. README.md says how they get in.
param name string
param location string
param tags object
param reader string
param subnet string
param zone string
param workspace string

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'None' }
  }
}

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, reader, secretsUser)
  scope: vault
  properties: { principalId: reader, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser) }
}

module endpoint 'endpoint.bicep' = {
  params: { name: 'pe-${name}', location: location, tags: tags, target: vault.id, service: 'vault', subnet: subnet, zone: zone }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'watch'
  scope: vault
  properties: { workspaceId: workspace, logs: [{ category: 'AuditEvent', enabled: true }] }
}

output uri string = vault.properties.vaultUri
