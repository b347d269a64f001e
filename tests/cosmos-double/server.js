// A double of Cosmos DB on loopback: node server.js [port]. Prints "ready <port>". The key is in COSMOS_KEY (base64).
// Accounts, databases and containers are those of @vercel/cosmosdb-server; documents are ours (documents.js), because that package mixes partitions.
'use strict';
const http = require('http');
const crypto = require('crypto');
const Account = require('@vercel/cosmosdb-server/lib/account').default;
const metadataRoute = require('@vercel/cosmosdb-server/lib/routes').default;
const { Documents } = require('./documents');
const { Faults } = require('./faults');
const { mayCall } = require('./authorization');

const MAX_BODY = 2 * 1024 * 1024;
const key = Buffer.from(process.env.COSMOS_KEY || '', 'base64');
if (key.length === 0) throw new Error('COSMOS_KEY is missing.');

const documents = new Documents();
const faults = new Faults();
let account;

const server = http.createServer((request, response) => {
  answer(request, response).catch(error => {
    console.error(error);
    send(response, 500, { code: 'InternalServerError', message: String(error) });
  });
});
server.keepAliveTimeout = 60000;
server.listen(Number(process.argv[2] || 0), '127.0.0.1', () => {
  account = new Account('127.0.0.1', server.address().port);
  console.log(`ready ${server.address().port}`);
});

async function answer(request, response) {
  const parts = request.url.split('?')[0].split('/').filter(Boolean).map(decodeURIComponent).map(asResourceId);
  const body = await read(request);
  if (parts[0] === 'faults') return send(response, 200, faults.command(request.method, parts[1], body));
  if (!mayCall(key, request, parts)) return send(response, 401, { code: 'Unauthorized', message: 'The signature is not that of this account.' });
  if (body.length > MAX_BODY) return send(response, 413, { code: 'RequestEntityTooLarge', message: 'Request size is too large' });
  if (parts[4] !== 'docs') return metadata(request, response, body, parts);

  const container = account.database(parts[1]).collection(parts[3]).read();
  if (!container) return send(response, 404, { code: 'NotFound', message: 'There is no such container.' });
  const fault = faults.next(parts);
  if (fault && fault.status) return send(response, fault.status, { code: 'Injected', message: 'By a test.' }, { 'x-ms-retry-after-ms': '5' });
  const result = documents.handle(container, request, parts[5], body);
  // Done, but nobody hears of it: what a connection that breaks in the wrong moment looks like.
  if (fault) return request.socket.destroy();
  send(response, result.status, result.body, result.headers);
}

async function metadata(request, response, body, parts) {
  const url = '/' + parts.map(encodeURIComponent).join('/');
  const [params, handler] = metadataRoute({ url, method: request.method, headers: request.headers }) || [];
  if (!handler) return send(response, 400, { code: 'BadRequest', message: 'This is not in the double.' });
  const headers = {};
  const reply = { statusCode: 200, setHeader: (name, value) => { headers[name.toLowerCase()] = String(value); } };
  const stream = require('stream').Readable.from([body]);
  const result = await handler(account, Object.assign(stream, { headers: request.headers, url, method: request.method }), reply, params);
  // The SDK wants the one range of a container under the id that its own routing map uses.
  if (parts[4] === 'pkranges' && result.PartitionKeyRanges) result.PartitionKeyRanges.forEach(range => { range.id = '0'; });
  if (request.headers['a-im'] && reply.statusCode === 200) {
    if (request.headers['if-none-match']) reply.statusCode = 304;
    headers.etag = '1';
  }
  send(response, reply.statusCode, result || {}, headers);
}

// In an address a resource id (base64) has '-' for '/'; in the signature, and in the account, it has not.
function asResourceId(name) {
  return name.endsWith('=') ? name.replace(/-/g, '/') : name;
}

function send(response, status, body, headers = {}) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(status === 204 || status === 304 ? '' : JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json', 'content-length': bytes.length, 'x-ms-request-charge': '1', 'x-ms-activity-id': crypto.randomUUID(),
    ...(body && body._etag ? { etag: body._etag } : {}), ...headers,
  });
  response.end(bytes);
}

async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
