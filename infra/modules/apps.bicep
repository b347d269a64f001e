// Gateway, the only public door, and portal, which only the gateway reaches.
param collector string
param token string
param location string
param tags object
param gateway object
param portal object
param vault string
param gatewayPublicKey string
param functionsUrl string
param registry string
param gatewayImage string
param portalImage string
param sessionServer string
param sessionShare string
param subnet string
param workspace string

@description('Where the ingress of the environment calls from: only there X-Forwarded-For is believed. To be looked at after the first deployment (README).')
param ingressNetworks string = '100.100.0.0/17'

resource appsEnvironment 'Microsoft.App/managedEnvironments@2024-10-02-preview' = {
  name: 'cae-${token}'
  location: location
  tags: tags
  properties: {
    zoneRedundant: true
    vnetConfiguration: { infrastructureSubnetId: subnet, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    // By diagnostic settings, not with the key of the workspace.
    appLogsConfiguration: { destination: 'azure-monitor' }
    peerAuthentication: { mtls: { enabled: true } }
    peerTrafficConfiguration: { encryption: { enabled: true } }
  }
}

resource sessions 'Microsoft.App/managedEnvironments/storages@2024-10-02-preview' = {
  parent: appsEnvironment
  name: 'sessions'
  properties: { nfsAzureFile: { server: sessionServer, shareName: sessionShare, accessMode: 'ReadWrite' } }
}

resource gatewayApp 'Microsoft.App/containerApps@2024-10-02-preview' = {
  name: 'gateway'
  location: location
  tags: union(tags, { 'azd-service-name': 'gateway' })
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${gateway.id}': {} } }
  properties: {
    environmentId: appsEnvironment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 8080, transport: 'auto', allowInsecure: false }
      registries: [{ server: registry, identity: gateway.id }]
      secrets: [
        { name: 'signing-key', keyVaultUrl: '${vault}secrets/signing-key', identity: gateway.id }
        { name: 'organisations', keyVaultUrl: '${vault}secrets/organisations', identity: gateway.id }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'gateway'
          image: gatewayImage
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: [
            { name: 'CLAIMSCLOUD_Url', value: 'http://0.0.0.0:8080' }
            { name: 'CLAIMSCLOUD_Portal', value: 'https://${portalApp.properties.configuration.ingress.fqdn}/' }
            { name: 'CLAIMSCLOUD_Functions', value: functionsUrl }
            { name: 'CLAIMSCLOUD_SigningKeyFile', value: '/secrets/signing-key' }
            { name: 'CLAIMSCLOUD_KeysFolder', value: '/sessions' }
            { name: 'CLAIMSCLOUD_KnownProxies', value: ingressNetworks }
            // Passkeys belong to this name: with a domain of its own it is that one, from the first day on.
            { name: 'CLAIMSCLOUD_Collector', value: collector }
            { name: 'CLAIMSCLOUD_DestinationsFile', value: '' }
            { name: 'CLAIMSCLOUD_PublicAddress', value: 'https://gateway.${appsEnvironment.properties.defaultDomain}' }
            { name: 'CLAIMSCLOUD_OrganisationsFile', value: '/secrets/organisations' }
          ]
          volumeMounts: [{ volumeName: 'secrets', mountPath: '/secrets' }, { volumeName: 'sessions', mountPath: '/sessions' }]
          probes: [
            { type: 'Readiness', httpGet: { path: '/health', port: 8080 }, periodSeconds: 10, failureThreshold: 3 }
            { type: 'Liveness', tcpSocket: { port: 8080 }, periodSeconds: 30, failureThreshold: 3 }
          ]
        }
      ]
      scale: { minReplicas: 2, maxReplicas: 10, rules: [{ name: 'requests', http: { metadata: { concurrentRequests: '400' } } }] }
      volumes: [
        { name: 'secrets', storageType: 'Secret', secrets: [{ secretRef: 'signing-key', path: 'signing-key' }, { secretRef: 'organisations', path: 'organisations' }] }
        { name: 'sessions', storageType: 'NfsAzureFile', storageName: sessions.name }
      ]
    }
  }
}

resource portalApp 'Microsoft.App/containerApps@2024-10-02-preview' = {
  name: 'portal'
  location: location
  tags: union(tags, { 'azd-service-name': 'portal' })
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${portal.id}': {} } }
  properties: {
    environmentId: appsEnvironment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: false, targetPort: 8080, transport: 'auto', allowInsecure: false }
      registries: [{ server: registry, identity: portal.id }]
      // A public key: as a secret only because that is how a file gets into a container.
      secrets: [{ name: 'gateway-public-key', value: gatewayPublicKey }]
    }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'portal'
          image: portalImage
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: [
            { name: 'CLAIMSCLOUD_Url', value: 'http://0.0.0.0:8080' }
            { name: 'CLAIMSCLOUD_Functions', value: functionsUrl }
            { name: 'CLAIMSCLOUD_Collector', value: collector }
            { name: 'CLAIMSCLOUD_GatewayPublicKeyFile', value: '/secrets/gateway-public-key' }
          ]
          volumeMounts: [{ volumeName: 'secrets', mountPath: '/secrets' }]
          probes: [{ type: 'Liveness', tcpSocket: { port: 8080 }, periodSeconds: 30, failureThreshold: 3 }]
        }
      ]
      scale: { minReplicas: 2, maxReplicas: 10, rules: [{ name: 'requests', http: { metadata: { concurrentRequests: '100' } } }] }
      volumes: [{ name: 'secrets', storageType: 'Secret', secrets: [{ secretRef: 'gateway-public-key', path: 'gateway-public-key' }] }]
    }
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'watch'
  scope: appsEnvironment
  properties: { workspaceId: workspace, logs: [{ category: 'ContainerAppConsoleLogs', enabled: true }, { category: 'ContainerAppSystemLogs', enabled: true }] }
}

output gatewayId string = gatewayApp.id
output gatewayUrl string = 'https://${gatewayApp.properties.configuration.ingress.fqdn}'
