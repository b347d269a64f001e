// node tree.js FOLDER: prints, for every .bicep file below, its syntax errors, params, vars, resources, modules and outputs as JSON. Values are objects, arrays, texts, numbers,
// booleans; whatever has to be computed is {"expression": "its source"}.
'use strict';
const fs = require('fs');
const path = require('path');
const Parser = require('tree-sitter');
const parser = new Parser();
parser.setLanguage(require('tree-sitter-bicep'));

const files = fs.readdirSync(process.argv[2], { recursive: true }).filter(f => f.endsWith('.bicep')).sort();
console.log(JSON.stringify(Object.fromEntries(files.map(f => [f.split(path.sep).join('/'), read(path.join(process.argv[2], f))])), null, 1));

function read(file) {
  const root = parser.parse(fs.readFileSync(file, 'utf8')).rootNode;
  const found = { errors: [], params: {}, vars: {}, resources: {}, modules: {}, outputs: {} };
  for (const bad of root.descendantsOfType(['ERROR'])) found.errors.push(`${bad.startPosition.row + 1}: ${bad.text.slice(0, 60)}`);
  if (root.hasError && found.errors.length === 0) found.errors.push('something is missing');
  for (const node of root.namedChildren) declare(node, found);
  return found;
}

function declare(node, found) {
  const name = node.namedChildren.find(c => c.type === 'identifier' || c.type === 'compatible_identifier')?.text;
  const value = node.namedChildren.at(-1);
  if (node.type === 'parameter_declaration') found.params[name] = node.text;
  else if (node.type === 'variable_declaration') found.vars[name] = valueOf(value);
  else if (node.type === 'output_declaration') found.outputs[name] = node.text;
  else if (node.type === 'resource_declaration') {
    const [type, version] = node.namedChildren.find(c => c.type === 'string').text.slice(1, -1).split('@');
    found.resources[name] = { type, version, ...body(value) };
  } else if (node.type === 'module_declaration') found.modules[name] = { path: node.namedChildren.find(c => c.type === 'string').text.slice(1, -1), ...body(value) };
  else for (const child of node.namedChildren) declare(child, found);
}

// A loop is described by what it makes.
function body(node) {
  if (node.type === 'object') return { loop: null, body: valueOf(node) };
  const made = node.descendantsOfType('object')[0];
  const inner = node.namedChildren.filter(c => c.type === 'object').at(-1) ?? made;
  return { loop: node.text.slice(0, node.text.indexOf(':')), body: valueOf(inner) };
}

function valueOf(node) {
  switch (node.type) {
    case 'object': return Object.fromEntries(node.namedChildren.filter(c => c.type === 'object_property').map(p => [key(p.namedChildren[0]), valueOf(p.namedChildren.at(-1))]));
    case 'array': return node.namedChildren.filter(c => c.type !== 'comment').map(valueOf);
    case 'string': return node.namedChildren.some(c => c.type !== 'string_content' && c.type !== 'escape_sequence') ? { expression: node.text } : node.text.slice(1, -1);
    case 'number': return Number(node.text);
    case 'boolean': return node.text === 'true';
    case 'null': return null;
    default: return { expression: node.text };
  }
}

function key(node) {
  return node.type === 'string' ? node.text.slice(1, -1) : node.text;
}
