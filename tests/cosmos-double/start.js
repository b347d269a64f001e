// Both servers for `dotnet run --project src/ClaimsCloud.Local -- --stores azure`: prints the settings to export, and runs until it is stopped.
'use strict';
const { spawn } = require('child_process');
const crypto = require('crypto');
const path = require('path');

const blobKey = crypto.randomBytes(64).toString('base64');
const cosmosKey = crypto.randomBytes(64).toString('base64');
const azurite = path.join(path.dirname(require.resolve('azurite/package.json')), 'dist', 'src', 'blob', 'main.js');

run([azurite, '--blobHost', '127.0.0.1', '--blobPort', '0', '--inMemoryPersistence', '--disableTelemetry', '--skipApiVersionCheck'],
  { AZURITE_ACCOUNTS: `local:${blobKey}` }, /listens on (http:\S+)/, address =>
    `CLAIMSCLOUD_Blobs='DefaultEndpointsProtocol=http;AccountName=local;AccountKey=${blobKey};BlobEndpoint=${address}/local'`);
run([path.join(__dirname, 'server.js')], { COSMOS_KEY: cosmosKey }, /ready (\d+)/, port =>
  `CLAIMSCLOUD_Cosmos='AccountEndpoint=http://127.0.0.1:${port}/;AccountKey=${cosmosKey}'`);

function run(command, environment, ready, setting) {
  const child = spawn(process.execPath, command, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.on('data', text => {
    const found = ready.exec(text);
    if (found) console.log(`export ${setting(found[1])}`);
  });
  child.on('exit', code => process.exit(code ?? 1));
  process.on('exit', () => child.kill());
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
}
