'use strict';
const crypto = require('crypto');

// The account's own rule: a MAC over method, resource type, resource link and date. The link may be by name, or a resource id in lower case. A resource id
// is base64; in an address it has '-' for '/', and the SDK signs the id of a container as it stands in the address. It leaves the case of an id with a '/'
// in fourth place, which it takes for a name ("dbs/…").
exports.mayCall = (key, request, parts) => {
  const isFeed = parts.length % 2 === 1;
  const type = parts.length === 0 ? '' : isFeed ? parts[parts.length - 1] : parts[parts.length - 2];
  const link = isFeed ? parts.slice(0, -1).join('/') : parts.join('/');
  const id = parts.length < 2 ? '' : isFeed ? parts[parts.length - 2] : parts[parts.length - 1];
  const given = new URLSearchParams(decodeURIComponent(request.headers.authorization || '').replace(/\+/g, '%2B')).get('sig');
  return [link, id.toLowerCase(), id.toLowerCase().replace(/\//g, '-'), id].some(text => mac(key, request, type, text) === given);
};

const mac = (key, request, type, link) => crypto.createHmac('sha256', key)
  .update(`${request.method.toLowerCase()}\n${type.toLowerCase()}\n${link}\n${(request.headers['x-ms-date'] || '').toLowerCase()}\n\n`).digest('base64');
