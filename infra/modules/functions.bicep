// The functions app: Flex Consumption, custom handler. Not reachable from outside; the gateway calls it at its private address.
param token string
param location string
param tags object
param identity object
param hostAccount object
param dataBlobs string
param cosmos string
param database string
param vault string
param gatewayPublicKey string
param maxInstances int
param alwaysReady int
param feeStore string
param collector string
param outbound string
param subnet string
param zone string
param telemetry string
param workspace string

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'func-${token}'
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Disabled'
    virtualNetworkSubnetId: outbound
    keyVaultReferenceIdentity: identity.id
    clientCertEnabled: false
    functionAppConfig: {
      deployment: { storage: { type: 'blobContainer', value: hostAccount.packages, authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id } } }
      runtime: { name: 'custom', version: '1.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maxInstances
        // Connectors hold a call open day and night: instances that are always ready cost less than the same ones by the second, and one holds many that only wait.
        alwaysReady: [{ name: 'http', instanceCount: alwaysReady }]
        triggers: { http: { perInstanceConcurrency: 1000 } }
      }
    }
    siteConfig: { minTlsVersion: '1.2', scmMinTlsVersion: '1.2', ftpsState: 'Disabled', http20Enabled: true }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    AzureWebJobsStorage__blobServiceUri: hostAccount.blob
    AzureWebJobsStorage__queueServiceUri: hostAccount.queue
    AzureWebJobsStorage__tableServiceUri: hostAccount.table
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identity.clientId
    ClaimsCloudQueues__queueServiceUri: hostAccount.queue
    ClaimsCloudQueues__credential: 'managedidentity'
    ClaimsCloudQueues__clientId: identity.clientId
    APPLICATIONINSIGHTS_CONNECTION_STRING: telemetry
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.clientId};Authorization=AAD'
    // Claim files have up to 2 GB; the host stops at 100 MB by itself.
    FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '2147483648'
    AZURE_CLIENT_ID: identity.clientId
    CLAIMSCLOUD_Cosmos: cosmos
    CLAIMSCLOUD_Database: database
    CLAIMSCLOUD_Blobs: dataBlobs
    CLAIMSCLOUD_Queues: hostAccount.queue
    CLAIMSCLOUD_FeeStore: feeStore
    CLAIMSCLOUD_Collector: collector
    CLAIMSCLOUD_GatewayPublicKey: gatewayPublicKey
    CLAIMSCLOUD_BlobNamesKey: '@Microsoft.KeyVault(SecretUri=${vault}secrets/blob-names-key)'
    CLAIMSCLOUD_EdgeTokenKey: '@Microsoft.KeyVault(SecretUri=${vault}secrets/edge-token-key)'
    CLAIMSCLOUD_SecretsKey: '@Microsoft.KeyVault(SecretUri=${vault}secrets/secrets-key)'
  }
}

// Deployment goes by Entra identity; the two that take a password are off.
resource noPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = [for door in ['scm', 'ftp']: {
  parent: app
  name: door
  properties: { allow: false }
}]

module endpoint 'endpoint.bicep' = {
  params: { name: 'pe-functions-${token}', location: location, tags: tags, target: app.id, service: 'sites', subnet: subnet, zone: zone }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'watch'
  scope: app
  properties: { workspaceId: workspace, logs: [{ category: 'FunctionAppLogs', enabled: true }], metrics: [{ category: 'AllMetrics', enabled: true }] }
}

output id string = app.id
output name string = app.name
output url string = 'https://${app.properties.defaultHostName}/'
