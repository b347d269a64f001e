// One network: container apps, the functions' way out, and the private endpoints of everything that holds data. Only the gateway has a public address.
param token string
param location string
param tags object

resource nothingIn 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-endpoints-${token}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'hosts-only'
        properties: { priority: 100, direction: 'Inbound', access: 'Allow', protocol: 'Tcp', sourceAddressPrefixes: ['10.20.0.0/23', '10.20.2.0/24'], sourcePortRange: '*', destinationAddressPrefix: '10.20.3.0/24', destinationPortRanges: ['443', '2049'] }
      }
      {
        name: 'deployer'
        properties: { priority: 110, direction: 'Inbound', access: 'Allow', protocol: 'Tcp', sourceAddressPrefix: '10.20.4.0/26', sourcePortRange: '*', destinationAddressPrefix: '10.20.3.0/24', destinationPortRange: '443' }
      }
      {
        name: 'nobody-else'
        properties: { priority: 4000, direction: 'Inbound', access: 'Deny', protocol: '*', sourceAddressPrefix: '*', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '*' }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${token}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      {
        name: 'apps'
        properties: { addressPrefix: '10.20.0.0/23', delegations: [{ name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }] }
      }
      {
        name: 'functions'
        properties: { addressPrefix: '10.20.2.0/24', delegations: [{ name: 'functions', properties: { serviceName: 'Microsoft.App/environments' } }] }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.20.3.0/24', networkSecurityGroup: { id: nothingIn.id }, privateEndpointNetworkPolicies: 'Enabled' }
      }
      {
        // For the runner of the deployer's pipeline: everything that it deploys to is closed to the outside.
        name: 'deployer'
        properties: { addressPrefix: '10.20.4.0/26' }
      }
    ]
  }
}

var names = {
  cosmos: 'privatelink.documents.azure.com'
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  file: 'privatelink.file.${environment().suffixes.storage}'
  vault: 'privatelink.vaultcore.azure.net'
  registry: 'privatelink.azurecr.io'
  sites: 'privatelink.azurewebsites.net'
}

resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = [for entry in items(names): {
  name: entry.value
  location: 'global'
  tags: tags
}]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [for (entry, i) in items(names): {
  parent: zone[i]
  name: 'link-${token}'
  location: 'global'
  properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
}]

output apps string = '${network.id}/subnets/apps'
output functions string = '${network.id}/subnets/functions'
output endpoints string = '${network.id}/subnets/endpoints'
output zones object = toObject(items(names), entry => entry.key, entry => resourceId('Microsoft.Network/privateDnsZones', entry.value))
