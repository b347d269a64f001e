// One identity for each host; what each may do stands where the resource stands that it may use.
param token string
param location string
param tags object

resource functionsIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-functions-${token}'
  location: location
  tags: tags
}

resource gatewayIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-gateway-${token}'
  location: location
  tags: tags
}

resource portalIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-portal-${token}'
  location: location
  tags: tags
}

output functions object = { id: functionsIdentity.id, principalId: functionsIdentity.properties.principalId, clientId: functionsIdentity.properties.clientId }
output gateway object = { id: gatewayIdentity.id, principalId: gatewayIdentity.properties.principalId, clientId: gatewayIdentity.properties.clientId }
output portal object = { id: portalIdentity.id, principalId: portalIdentity.properties.principalId, clientId: portalIdentity.properties.clientId }
