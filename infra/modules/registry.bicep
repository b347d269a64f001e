// Images of gateway and portal.
param token string
param location string
param tags object
param pullers array
param subnet string
param zone string

var pull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'cr${token}'
  location: location
  tags: tags
  // The only one with private endpoints.
  sku: { name: 'Premium' }
  properties: { adminUserEnabled: false, anonymousPullEnabled: false, publicNetworkAccess: 'Disabled', networkRuleBypassOptions: 'None', zoneRedundancy: 'Enabled' }
}

resource pulls 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for puller in pullers: {
  name: guid(registry.id, puller, pull)
  scope: registry
  properties: { principalId: puller, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', pull) }
}]

module endpoint 'endpoint.bicep' = {
  params: { name: 'pe-registry-${token}', location: location, tags: tags, target: registry.id, service: 'registry', subnet: subnet, zone: zone }
}

output server string = registry.properties.loginServer
