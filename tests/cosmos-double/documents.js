'use strict';
const crypto = require('crypto');
const parse = require('@zeit/cosmosdb-query').default;
const hybridRow = require('./hybrid-row');

const PAGE = 100;
const MAX_BATCH = 100;

// The documents of all containers, kept by partition: nothing that names one partition can see another.
exports.Documents = class Documents {
  constructor() {
    this.containers = new Map();
  }

  handle(container, request, id, body) {
    const all = this.partitionsOf(container);
    const headers = request.headers;
    if (headers['x-ms-cosmos-is-query-plan-request']) return ok(queryPlan);
    const partition = partitionKey(headers);
    if (/^true$/i.test(headers['x-ms-documentdb-isquery'] || '')) return query(rowsOf(all, partition), JSON.parse(body), headers);
    if (!partition || partition.length !== container.partitionKey.paths.length) return refused(400, 'The partition key must be whole.');
    const place = new Place(all, container.partitionKey.paths, partition);
    if (headers['x-ms-cosmos-is-batch-request']) return batch(place, hybridRow.readOperations(body));
    switch (request.method) {
      case 'GET': return place.read(id);
      case 'POST': return /^true$/i.test(headers['x-ms-documentdb-is-upsert'] || '') ? place.upsert(JSON.parse(body)) : place.create(JSON.parse(body));
      case 'PUT': return place.replace(id, JSON.parse(body), headers['if-match']);
      case 'PATCH': return place.patch(id, JSON.parse(body).operations, headers['if-match']);
      case 'DELETE': return place.delete(id, headers['if-match']);
      default: return refused(405, 'This is not in the double.');
    }
  }

  partitionsOf(container) {
    if (!this.containers.has(container._rid)) this.containers.set(container._rid, new Map());
    return this.containers.get(container._rid);
  }
};

// One partition of one container.
class Place {
  constructor(all, paths, partition) {
    this.paths = paths;
    this.partition = partition;
    const name = JSON.stringify(partition);
    if (!all.has(name)) all.set(name, new Map());
    this.items = all.get(name);
  }

  read(id) {
    return this.items.has(id) ? ok(this.items.get(id)) : refused(404, 'There is no such document.');
  }

  create(document) {
    if (this.items.has(document.id)) return refused(409, 'A document with this id exists.');
    return this.write(document, 201);
  }

  upsert(document) {
    return this.write(document, this.items.has(document.id) ? 200 : 201);
  }

  replace(id, document, ifMatch) {
    return this.refusedAt(id, ifMatch) || this.write(document, 200);
  }

  delete(id, ifMatch) {
    const no = this.refusedAt(id, ifMatch);
    if (no) return no;
    this.items.delete(id);
    return { status: 204, body: {} };
  }

  patch(id, operations, ifMatch) {
    const no = this.refusedAt(id, ifMatch);
    if (no) return no;
    const changed = structuredClone(this.items.get(id));
    for (const { op, path, value } of operations) {
      const names = path.slice(1).split('/');
      const last = names.pop();
      const parent = names.reduce((at, name) => at && at[name], changed);
      if (!parent) return refused(400, `${path} has no parent.`);
      if (op === 'set') parent[last] = value;
      else if (op === 'remove' && last in parent) delete parent[last];
      else if (op === 'incr') parent[last] = (parent[last] || 0) + value;
      else return refused(400, `${op} ${path} cannot be done.`);
    }
    return this.write(changed, 200);
  }

  refusedAt(id, ifMatch) {
    if (!this.items.has(id)) return refused(404, 'There is no such document.');
    return ifMatch && ifMatch !== this.items.get(id)._etag ? refused(412, 'The document has another etag.') : undefined;
  }

  write(document, status) {
    const inBody = this.paths.map(path => path.slice(1).split('/').reduce((at, name) => (at == null ? at : at[name]), document));
    if (JSON.stringify(inBody) !== JSON.stringify(this.partition)) return refused(400, 'The document belongs to another partition.', { 'x-ms-substatus': '1001' });
    if (!document.id || /[/\\?#]/.test(document.id) || Buffer.byteLength(document.id) > 1023) return refused(400, 'This cannot be an id.');
    const stored = { ...document, _etag: `"${crypto.randomUUID()}"`, _ts: Math.floor(Date.now() / 1000) };
    this.items.set(document.id, stored);
    return { status, body: stored };
  }
}

// All or nothing: the first refusal takes back what was done before it.
function batch(place, operations) {
  if (operations.length > MAX_BATCH) return refused(400, 'Batch request has more operations than what is supported.');
  const before = new Map(place.items);
  const results = operations.map(operation => ({ ...operation, result: undefined }));
  for (const one of results) {
    one.result = apply(place, one);
    if (one.result.status < 400) continue;
    place.items.clear();
    before.forEach((document, id) => place.items.set(id, document));
    const answers = results.map(other => (other === one ? other.result : { status: 424 }));
    return { status: 207, body: hybridRow.writeResults(answers) };
  }
  return { status: 200, body: hybridRow.writeResults(results.map(one => one.result)) };
}

function apply(place, { kind, id, document, ifMatch }) {
  switch (kind) {
    case 'create': return place.create(document);
    case 'upsert': return place.upsert(document);
    case 'replace': return place.replace(id, document, ifMatch);
    case 'delete': return place.delete(id, ifMatch);
    case 'read': return place.read(id);
    default: return refused(400, `${kind} is not in the double.`);
  }
}

function query(rows, { query: text, parameters }, headers) {
  const { result } = parse(text).exec(rows, { parameters });
  const from = Number(headers['x-ms-continuation'] || 0);
  const wanted = Number(headers['x-ms-max-item-count']);
  const page = result.slice(from, from + (wanted > 0 ? Math.min(wanted, PAGE) : PAGE));
  const next = from + page.length < result.length ? { 'x-ms-continuation': String(from + page.length) } : {};
  return { status: 200, body: { _rid: '', Documents: page, _count: page.length }, headers: { 'x-ms-item-count': String(page.length), ...next } };
}

function rowsOf(all, partition) {
  const begins = partition ? JSON.stringify(partition).slice(0, -1) : '[';
  return [...all].filter(([name]) => name === `${begins}]` || name.startsWith(`${begins},`) || !partition).flatMap(([, items]) => [...items.values()]);
}

function partitionKey(headers) {
  return headers['x-ms-documentdb-partitionkey'] ? JSON.parse(headers['x-ms-documentdb-partitionkey']) : undefined;
}

const ok = body => ({ status: 200, body });
const refused = (status, message, headers) => ({ status, body: { code: String(status), message }, headers });

// "Send the text as it is": the engine here sorts by itself. The account's own answer splits a query among partitions.
const queryPlan = {
  partitionedQueryExecutionInfoVersion: 2,
  queryInfo: {
    distinctType: 'None', top: null, offset: null, limit: null, orderBy: [], orderByExpressions: [], groupByExpressions: [], groupByAliases: [],
    aggregates: [], groupByAliasToAggregateType: {}, rewrittenQuery: '', hasSelectValue: false,
  },
  queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
};
