// Writes packages/core/policy.schema.json: the policy format as a JSON Schema, from which editors complete and explain.
// What it says of each key comes from the comments in schema.ts and, where those have nothing to say to an author, from
// schema-descriptions.json beside it. With --check it writes nothing and fails where the file is out of date.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { register } from 'tsx/esm/api';
import ts from 'typescript';
import * as z from 'zod/mini';

const ROOT = resolve(import.meta.dirname, '..');
const FILE = 'packages/core/policy.schema.json';
const SOURCE = 'packages/core/src/policy/schema.ts';
const DESCRIPTIONS = 'packages/core/src/policy/schema-descriptions.json';

async function main(check) {
  const { text, faults } = await generate();
  const file = `${ROOT}/${FILE}`;
  if (!check) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    faults.push(`${FILE} is out of date: npm run schema writes it`);
  }
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

/** The file as it should be now, and the keys that nothing explains or that are explained in vain. */
async function generate() {
  const schema = await jsonSchema();
  const describer = describerOf(readFileSync(`${ROOT}/${SOURCE}`, 'utf8'));
  for (const [name, definition] of Object.entries(schema.definitions)) describe(definition, name, describer);
  const file = `${ROOT}/${FILE}`;
  const text = await format(JSON.stringify(schema), { ...(await resolveConfig(file)), filepath: file });
  return { text, faults: describer.faults() };
}

async function jsonSchema() {
  const [source, { markOf }, { everySchema }, { OWN, REMOVABLE }] = await imported(
    'schema',
    'marks',
    'walk',
    'overlay',
  );
  const names = z.registry();
  for (const [id, schema] of definitions(source, everySchema(source.policySchema), markOf)) names.add(schema, { id });
  const {
    $schema,
    definitions: parts,
    ...policy
  } = z.toJSONSchema(source.policySchema, {
    target: 'draft-07',
    io: 'input',
    metadata: names,
    override: widenPattern,
  });
  return {
    $schema,
    title: 'An escalation policy, format 2',
    if: { required: ['extends'] },
    then: { $ref: '#/definitions/overlay' },
    else: { $ref: '#/definitions/policy' },
    definitions: { policy, overlay: overlayOf(policy, OWN, REMOVABLE), ...parts },
  };
}

/**
 * What an overlay can hold: what a policy can, most of it left out or taken out by null, and what it says of its base.
 *
 * @param own the keys that it never takes from its base
 * @param removable the lists of which it can take parts out
 */
function overlayOf({ properties, required }, own, removable) {
  const ids = { type: 'array', items: { type: 'string' } };
  const inherited = Object.keys(properties).map((key) => {
    const given = { $ref: `#/definitions/policy/properties/${key}` };
    return [key, own.includes(key) ? given : { anyOf: [given, { type: 'null' }] }];
  });
  return {
    type: 'object',
    properties: {
      extends: { type: 'string' },
      remove: {
        type: 'object',
        properties: Object.fromEntries(removable.map((key) => [key, ids])),
        additionalProperties: false,
      },
      ...Object.fromEntries(inherited),
    },
    required: ['extends', ...own.filter((key) => required.includes(key))],
    additionalProperties: false,
  };
}

/**
 * The schemas that get a name of their own, so that a description stands once: those that the source exports and each
 * kind of part that has ids.
 */
function definitions(exported, every, markOf) {
  const named = Object.entries(exported)
    .filter(([name]) => name.endsWith('Schema') && name !== 'policySchema')
    .map(([name, schema]) => [name.replace('Schema', ''), schema]);
  const taken = new Set(named.map(([, schema]) => schema));
  const parts = [...every]
    .map((schema) => [markOf(schema).holds, schema.def.element ?? schema.def.valueType])
    .filter(([kind, part]) => kind && !taken.has(part));
  return [...named, ...parts];
}

/** Modules of the policy format, all of one copy: what is said of a schema is known by the schema itself. */
async function imported(...names) {
  const tsx = register({ namespace: 'schema' });
  const modules = names.map((name) => tsx.import(`../packages/core/src/policy/${name}.ts`, import.meta.url));
  return Promise.all(modules);
}

/** Patterns of JSON Schema know no flags: one that takes either case says so letter by letter. */
function widenPattern({ zodSchema, jsonSchema: json }) {
  const pattern = zodSchema._zod.def.checks
    ?.map((check) => check._zod.def.pattern)
    .find((found) => found?.flags === 'i');
  if (!pattern) return;
  json.pattern = pattern.source.replace(/\\.|[a-z]/g, (found) =>
    found.startsWith('\\') ? found : `[${found.toUpperCase()}${found}]`,
  );
}

/**
 * Gives each key of each object below `node` its description.
 *
 * @param place where the object stands: `policy.provenance`, `stage.meets`; lists and choices are passed through.
 */
function describe(node, place, describer) {
  const own = describer.ofDefinition(place);
  if (own !== undefined) node.description = own;
  const keys = Object.keys(node.properties ?? {});
  for (const key of keys) {
    const property = node.properties[key];
    if (isExplainedThere(property)) continue;
    const description = describer.ofKey(`${place}.${key}`, key, keys);
    // Draft 7 takes no account of what stands beside a reference.
    node.properties[key] = property.$ref ? { description, allOf: [property] } : { description, ...property };
    describe(node.properties[key], `${place}.${key}`, describer);
  }
  const choices = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  for (const inner of [...choices, node.items, node.additionalProperties]) {
    if (typeof inner === 'object') describe(inner, place, describer);
  }
}

/** What an overlay takes over from a policy is explained with the policy. */
function isExplainedThere({ $ref, anyOf = [] }) {
  return [$ref, anyOf[0]?.$ref].some((reference) => reference?.startsWith('#/definitions/policy/properties/'));
}

function describerOf(source) {
  const comments = commentsIn(source);
  const written = JSON.parse(readFileSync(`${ROOT}/${DESCRIPTIONS}`, 'utf8'));
  const unused = new Set(Object.keys(written));
  const missing = new Set();
  const take = (name) => {
    unused.delete(name);
    return written[name];
  };
  return {
    ofDefinition: (place) => (Object.hasOwn(written, place) && !place.includes('.') ? take(place) : undefined),
    ofKey(place, key, keys) {
      const comment = comments.get(keys.join())?.[key];
      const names = [place, place.replace(/^timescale\./, 'clock.'), place.replace(/[^.]+$/, '*'), `*.${key}`];
      const found = comment ?? take(names.find((name) => Object.hasOwn(written, name)));
      if (found === undefined) missing.add(place);
      return found;
    },
    faults: () => [
      ...[...missing].map((place) => `${place} is not explained: in a comment of ${SOURCE}, or in ${DESCRIPTIONS}`),
      ...[...unused].map((place) => `${DESCRIPTIONS}: ${place} explains no key, or one that a comment explains`),
    ],
  };
}

/** The comments on the keys of each object in the source. An object is known by its keys, in order. */
function commentsIn(source) {
  const file = ts.createSourceFile(SOURCE, source, ts.ScriptTarget.Latest, true);
  const literals = new Map();
  const objects = [];
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer) literals.set(node.name.getText(), node.initializer);
    if (ts.isObjectLiteralExpression(node)) objects.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const found = new Map();
  for (const object of objects) {
    const comments = keysOf(object, literals);
    const signature = Object.keys(comments).join();
    found.set(signature, { ...found.get(signature), ...withoutEmpty(comments) });
  }
  return found;
}

/** Each key of an object with its comment, those that it takes from another object included. */
function keysOf(node, literals) {
  if (node === undefined) return {};
  if (ts.isIdentifier(node)) return keysOf(literals.get(node.text), literals);
  if (ts.isCallExpression(node)) return keysOf(node.arguments.at(-1), literals);
  if (!ts.isObjectLiteralExpression(node)) return {};
  const call = node.parent;
  const isExtension = ts.isCallExpression(call) && call.expression.getText() === 'z.extend';
  const keys = isExtension ? keysOf(call.arguments[0], literals) : {};
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) Object.assign(keys, keysOf(property.expression, literals));
    else keys[property.name.text] = commentOf(property);
  }
  return keys;
}

function commentOf(property) {
  const [comment] = property.jsDoc ?? [];
  return comment && ts.getTextOfJSDocComment(comment.comment)?.replace(/\s*\n\s*/g, ' ');
}

function withoutEmpty(comments) {
  return Object.fromEntries(Object.entries(comments).filter(([, comment]) => comment !== undefined));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--check'));
