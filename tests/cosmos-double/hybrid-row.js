// The SDK sends a transactional batch as a stream of binary rows ("HybridRow"): a segment header, then for each operation a record header (length,
// CRC-32) and a row. A row: version and schema, one byte of presence bits, fixed fields, variable fields (length, bytes), then sparse fields (type, field,
// value). Numbers are little-endian, lengths 7 bits a byte. The two schemas that matter stand in the SDK as HybridRowBatchSchemas.json.
'use strict';
const { crc32 } = require('zlib');

const VERSION = 0x81;
const SEGMENT = 0x7fffd8f0;
const RECORD = 0x7fffd8f1;
const OPERATION = 0x7fe15470;
const RESULT = 0x7fe15471;
const HEADER = 5;
const KINDS = { 0: 'create', 2: 'read', 4: 'delete', 5: 'replace', 20: 'upsert' };
const TYPES = { false: 2, true: 3, int32: 7, float64: 16, utf8: 20 };
const IF_MATCH = 9;
const REQUEST_CHARGE = 6;

exports.readOperations = bytes => {
  expect(bytes, 0, SEGMENT);
  const operations = [];
  for (let at = bytes.readInt32LE(HEADER + 1); at < bytes.length;) {
    expect(bytes, at, RECORD);
    const length = bytes.readInt32LE(at + HEADER);
    const row = bytes.subarray(at + 13, at + 13 + length);
    if (crc32(row) !== bytes.readUInt32LE(at + HEADER + 4)) throw new Error('A record of the batch is damaged.');
    operations.push(readOperation(row));
    at += 13 + length;
  }
  return operations;
};

function readOperation(row) {
  expect(row, 0, OPERATION);
  const present = row[HEADER];
  let at = HEADER + 1;
  const kind = KINDS[row.readInt32LE(at)];
  at += 8; // operation type, resource type
  const take = () => {
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = row[at++];
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    at += length;
    return row.subarray(at - length, at);
  };
  // Bits 2 to 6: partition key, effective partition key, id, binary id, body.
  const [, , id, , body] = [2, 3, 4, 5, 6].map(bit => (present & (1 << bit) ? take() : undefined));
  const operation = { kind, id: id && id.toString(), document: body && JSON.parse(body) };
  while (at < row.length) {
    const [type, field] = [row[at++], row[at++]];
    if (type === TYPES.utf8) {
      const text = take().toString();
      if (field === IF_MATCH) operation.ifMatch = text;
    } else if (type === TYPES.int32) at += 4;
    else if (type !== TYPES.true && type !== TYPES.false) throw new Error(`Field ${field} has the unknown type ${type}.`);
  }
  return operation;
}

exports.writeResults = results => Buffer.concat([
  Buffer.from([...header(SEGMENT), 1, ...int32(HEADER + 5)]),
  ...results.flatMap(result => {
    const row = writeResult(result);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE(crc32(row));
    return [Buffer.from([...header(RECORD), ...int32(row.length)]), checksum, row];
  }),
]);

function writeResult({ status, body }) {
  const etag = body && body._etag;
  const charge = Buffer.alloc(8);
  charge.writeDoubleLE(1);
  return Buffer.concat([
    Buffer.from([...header(RESULT), etag ? 0b0111 : 0b0011, ...int32(status), ...int32(0)]),
    etag ? Buffer.from([etag.length, ...Buffer.from(etag)]) : Buffer.alloc(0),
    Buffer.from([TYPES.float64, REQUEST_CHARGE, ...charge]),
  ]);
}

const header = schema => [VERSION, ...int32(schema)];

function int32(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(number);
  return bytes;
}

function expect(bytes, at, schema) {
  if (bytes[at] !== VERSION || bytes.readInt32LE(at + 1) !== schema) throw new Error('This is no batch in the known form.');
}
