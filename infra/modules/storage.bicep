// Two accounts. "data" holds the files of claims: versioned, and no version can be removed before its time. "host" holds what the Functions host needs, and the queues of
// wakes: nothing of patients, and nothing that could not be made again.
param token string
param location string
param tags object
param immutableDays int
param functions string
param subnet string
param zones object
param workspace string

var queues = ['checks', 'imports', 'projections', 'site']
var roles = {
  blobWriter: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableWriter: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
}

resource data 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'stdata${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'None' }
    encryption: { requireInfrastructureEncryption: true, keySource: 'Microsoft.Storage', services: { blob: { enabled: true, keyType: 'Account' } } }
    // Unlocked: the deployer locks it once the period is agreed on. Locked, nobody can shorten it any more, also not Microsoft.
    immutableStorageWithVersioning: { enabled: true, immutabilityPolicy: { state: 'Unlocked', immutabilityPeriodSinceCreationInDays: immutableDays, allowProtectedAppendWrites: false } }
  }
}

resource dataBlobService 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: data
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: { enabled: true, retentionInDays: 400 }
    deleteRetentionPolicy: { enabled: true, days: 30 }
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
  }
}

// What was deleted stays as a version for as long as the policy wants it, then it goes: erased has to mean gone.
resource forgets 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: data
  name: 'default'
  dependsOn: [dataBlobService]
  properties: {
    policy: {
      rules: [{
        name: 'old-versions'
        type: 'Lifecycle'
        enabled: true
        definition: { filters: { blobTypes: ['blockBlob'] }, actions: { version: { delete: { daysAfterCreationGreaterThan: immutableDays + 60 } } } }
      }]
    }
  }
}

resource host 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'sthost${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'None' }
  }
}

resource hostBlobService 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: host
  name: 'default'
  properties: { isVersioningEnabled: true, deleteRetentionPolicy: { enabled: true, days: 7 } }
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: hostBlobService
  name: 'packages'
  properties: { publicAccess: 'None' }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: host
  name: 'default'
}

resource wake 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [for queue in queues: {
  parent: queueService
  name: 'claims-${queue}'
}]

resource poison 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [for queue in queues: {
  parent: queueService
  name: 'claims-${queue}-poison'
}]

resource writesData 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(data.id, functions, roles.blobWriter)
  scope: data
  properties: { principalId: functions, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobWriter) }
}

// The Functions host asks for owner of blobs, contributor of queues and of tables in its own account.
resource usesHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [roles.blobOwner, roles.queueContributor, roles.tableWriter]: {
  name: guid(host.id, functions, role)
  scope: host
  properties: { principalId: functions, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role) }
}]

module dataEndpoint 'endpoint.bicep' = {
  params: { name: 'pe-data-blob-${token}', location: location, tags: tags, target: data.id, service: 'blob', subnet: subnet, zone: zones.blob }
}

module hostEndpoints 'endpoint.bicep' = [for service in ['blob', 'queue', 'table']: {
  params: { name: 'pe-host-${service}-${token}', location: location, tags: tags, target: host.id, service: service, subnet: subnet, zone: zones[service] }
}]

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'watch'
  scope: dataBlobService
  properties: { workspaceId: workspace, logs: [{ category: 'StorageDelete', enabled: true }], metrics: [{ category: 'Transaction', enabled: true }] }
}

output dataId string = data.id
output dataBlobs string = data.properties.primaryEndpoints.blob
output host object = { blob: host.properties.primaryEndpoints.blob, queue: host.properties.primaryEndpoints.queue, table: host.properties.primaryEndpoints.table, packages: '${host.properties.primaryEndpoints.blob}${packages.name}' }
