// One account, one container: every scope (tenant or platform plane) is one logical partition. As AzureStores.Definition has it; a test compares the two.
param token string
param location string
param tags object
param maxThroughput int
param writer string
param subnet string
param zone string
param workspace string

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: 'cosmos-${token}'
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    // IDocuments promises that a read sees every answered commit, whichever instance reads.
    consistencyPolicy: { defaultConsistencyLevel: 'Strong' }
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: true }]
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: 'Disabled'
    networkAclBypass: 'None'
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous30Days' } }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: 'claimscloud'
  properties: { resource: { id: 'claimscloud' } }
}

resource documents 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = {
  parent: database
  name: 'documents'
  properties: {
    resource: {
      id: 'documents'
      partitionKey: { kind: 'MultiHash', version: 2, paths: ['/tenant', '/scope'] }
      indexingPolicy: {
        indexingMode: 'consistent'
        automatic: true
        includedPaths: [{ path: '/keys/*' }, { path: '/outbox/*' }, { path: '/consumed/?' }]
        excludedPaths: [{ path: '/*' }]
      }
    }
    options: { autoscaleSettings: { maxThroughput: maxThroughput } }
  }
}

// Documents of this one container: no databases, no containers, no keys, no account.
resource documentsOnly 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions@2024-11-15' = {
  parent: account
  name: guid(account.id, 'documents-only')
  properties: {
    roleName: 'ClaimsCloud documents'
    type: 'CustomRole'
    assignableScopes: [account.id]
    permissions: [{
      dataActions: [
        'Microsoft.DocumentDB/databaseAccounts/readMetadata'
        'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/*'
        'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/executeQuery'
      ]
    }]
  }
}

resource writes 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: account
  name: guid(account.id, writer, 'documents-only')
  properties: { principalId: writer, roleDefinitionId: documentsOnly.id, scope: '${account.id}/dbs/${database.name}/colls/${documents.name}' }
}

module endpoint 'endpoint.bicep' = {
  params: { name: 'pe-cosmos-${token}', location: location, tags: tags, target: account.id, service: 'Sql', subnet: subnet, zone: zone }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'watch'
  scope: account
  properties: { workspaceId: workspace, logs: [{ category: 'ControlPlaneRequests', enabled: true }], metrics: [{ category: 'Requests', enabled: true }] }
}

output id string = account.id
output endpoint string = account.properties.documentEndpoint
output database string = database.name
