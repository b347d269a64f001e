// The whole installation. Read README.md first: what it makes, who may do what, and what it does not do.
targetScope = 'subscription'

@description('Name of this installation, as azd calls it; a part of every resource name.')
@minLength(3)
@maxLength(16)
param environmentName string

@description('Region. Data of patients of Japan stay in Japan: japaneast or japanwest.')
@allowed(['japaneast', 'japanwest'])
param location string = 'japaneast'

@description('Who is told when something is wrong, and when the budget runs out.')
param alertEmail string

@description('What the installation may cost in a month, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int

@description('First day of the month from which the budget counts: yyyy-MM-01.')
param budgetFrom string

@description('Public half of the key that signs internal tokens (P-256, PEM). Not a secret.')
param gatewayPublicKey string

@description('Most request units a second that Cosmos may scale to.')
@minValue(1000)
param cosmosMaxThroughput int = 4000

@description('Days for which no version of a blob can be deleted or overwritten, by anybody.')
@minValue(1)
param immutableDays int = 30

@description('Most instances of the functions app.')
param maxInstances int = 100

@description('Instances of the functions app for HTTP calls that never go away: one for every 800 connectors, at least 2 (infra/cost).')
@minValue(2)
param alwaysReady int = 2

@description('Folder of imported fee tables inside the package of the functions app (infra/functions); empty for those the product carries.')
param feeStore string = ''

@description('Root address of an OpenTelemetry collector (OTLP over HTTP) inside the network; empty for none.')
param collector string = ''

@description('Image of the gateway; azd deploy puts the real one in.')
param gatewayImage string = 'mcr.microsoft.com/dotnet/samples:aspnetapp'

@description('Image of the portal; azd deploy puts the real one in.')
param portalImage string = 'mcr.microsoft.com/dotnet/samples:aspnetapp'

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName, product: 'claimscloud' }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-claimscloud-${environmentName}'
  location: location
  tags: tags
}

module identities 'modules/identities.bicep' = {
  scope: group
  params: { token: token, location: location, tags: tags }
}

module network 'modules/network.bicep' = {
  scope: group
  params: { token: token, location: location, tags: tags }
}

module watch 'modules/watch.bicep' = {
  scope: group
  params: { token: token, location: location, tags: tags, alertEmail: alertEmail, reporters: [identities.outputs.functions.principalId] }
}

module cosmos 'modules/cosmos.bicep' = {
  scope: group
  params: {
    token: token, location: location, tags: tags, maxThroughput: cosmosMaxThroughput, writer: identities.outputs.functions.principalId
    subnet: network.outputs.endpoints, zone: network.outputs.zones.cosmos, workspace: watch.outputs.workspace
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    token: token, location: location, tags: tags, immutableDays: immutableDays, functions: identities.outputs.functions.principalId
    subnet: network.outputs.endpoints, zones: network.outputs.zones, workspace: watch.outputs.workspace
  }
}

module sessions 'modules/sessions.bicep' = {
  scope: group
  params: { token: token, location: location, tags: tags, subnet: network.outputs.endpoints, zone: network.outputs.zones.file }
}

// One vault for each reader: whoever breaks into one host has that host's secrets and no other's.
module gatewayVault 'modules/vault.bicep' = {
  scope: group
  params: { name: 'kvg${token}', location: location, tags: tags, reader: identities.outputs.gateway.principalId, subnet: network.outputs.endpoints, zone: network.outputs.zones.vault, workspace: watch.outputs.workspace }
}

module functionsVault 'modules/vault.bicep' = {
  scope: group
  params: { name: 'kvf${token}', location: location, tags: tags, reader: identities.outputs.functions.principalId, subnet: network.outputs.endpoints, zone: network.outputs.zones.vault, workspace: watch.outputs.workspace }
}

module registry 'modules/registry.bicep' = {
  scope: group
  params: {
    token: token, location: location, tags: tags, pullers: [identities.outputs.gateway.principalId, identities.outputs.portal.principalId]
    subnet: network.outputs.endpoints, zone: network.outputs.zones.registry
  }
}

module functions 'modules/functions.bicep' = {
  scope: group
  params: {
    token: token, location: location, tags: tags, identity: identities.outputs.functions, hostAccount: storage.outputs.host, dataBlobs: storage.outputs.dataBlobs
    cosmos: cosmos.outputs.endpoint, database: cosmos.outputs.database, vault: functionsVault.outputs.uri, gatewayPublicKey: gatewayPublicKey, maxInstances: maxInstances, alwaysReady: alwaysReady, feeStore: feeStore, collector: collector
    outbound: network.outputs.functions, subnet: network.outputs.endpoints, zone: network.outputs.zones.sites, telemetry: watch.outputs.telemetry, workspace: watch.outputs.workspace
  }
}

module apps 'modules/apps.bicep' = {
  scope: group
  params: {
    token: token, location: location, tags: tags, collector: collector, gateway: identities.outputs.gateway, portal: identities.outputs.portal, vault: gatewayVault.outputs.uri, gatewayPublicKey: gatewayPublicKey
    functionsUrl: functions.outputs.url, registry: registry.outputs.server, gatewayImage: gatewayImage, portalImage: portalImage
    sessionServer: sessions.outputs.server, sessionShare: sessions.outputs.share, subnet: network.outputs.apps, workspace: watch.outputs.workspace
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    token: token, location: location, tags: tags, actions: watch.outputs.actions, workspace: watch.outputs.workspace, cosmos: cosmos.outputs.id, dataAccount: storage.outputs.dataId
    functions: functions.outputs.id, gateway: apps.outputs.gatewayId
  }
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: { monthlyBudget: monthlyBudget, from: budgetFrom, alertEmail: alertEmail, actions: watch.outputs.actions }
}

// For azd and the deployer. No keys, no connection strings: there are none.
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.server
output GATEWAY_URL string = apps.outputs.gatewayUrl
output FUNCTIONS_NAME string = functions.outputs.name
output GATEWAY_VAULT string = gatewayVault.outputs.uri
output FUNCTIONS_VAULT string = functionsVault.outputs.uri
