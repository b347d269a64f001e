// The keys of the session cookie: a small share that every replica of the gateway mounts. NFS, because it is the only kind that is mounted without an account key; it has no
// encryption of its own on the wire, and never leaves the network.
param token string
param location string
param tags object
param subnet string
param zone string

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'stsess${token}'
  location: location
  tags: tags
  kind: 'FileStorage'
  sku: { name: 'Premium_ZRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: false
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'None' }
  }
}

resource files 'Microsoft.Storage/storageAccounts/fileServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource share 'Microsoft.Storage/storageAccounts/fileServices/shares@2024-01-01' = {
  parent: files
  name: 'sessions'
  properties: { enabledProtocols: 'NFS', rootSquash: 'RootSquash', shareQuota: 100 }
}

module endpoint 'endpoint.bicep' = {
  params: { name: 'pe-sessions-${token}', location: location, tags: tags, target: account.id, service: 'file', subnet: subnet, zone: zone }
}

output server string = '${account.name}.file.${environment().suffixes.storage}'
output share string = '/${account.name}/${share.name}'
