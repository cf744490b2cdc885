// Writes docs/clauses.md: for each clause of the bundled policies its verb, the data that carries it and the tests that
// show it. With --check it writes nothing and fails where the document is out of date, a clause lacks data or tests, or
// the data lacks a verb.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '..');
const DOCUMENT = 'docs/clauses.md';
const TESTS = ['packages/*/src/**/*test.ts', 'test/**/*.test.ts', 'stories/**/*.test.ts'];

function main(check) {
  const document = generate();
  const faults = faultsOf(clauses());
  const file = `${ROOT}/${DOCUMENT}`;
  if (!check) writeFileSync(file, document);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== document) {
    faults.push(`${DOCUMENT} is out of date: npm run clauses writes it`);
  }
  for (const fault of faults) console.error(fault);
  if (check && faults.length > 0) process.exitCode = 1;
}

/** The document as it should be now. */
export function generate() {
  const rows = clauses();
  const named = [...new Set(rows.map(({ policy }) => policy))];
  return (
    HEAD +
    named
      .map((policy) =>
        section(
          policy,
          rows.filter((row) => row.policy === policy),
        ),
      )
      .join('')
  );
}

const HEAD = `# Clauses

What each bundled policy asks, the data that carries it, and what shows it at work. \`npm run clauses\` writes this page
from test/conformance/clauses.json, the policies, the scenarios and the names of the tests; \`npm run clauses -- --check\`
fails where it is out of date, a clause lacks data or tests, or a clause, duty or clock of the policies lacks its verb.

The verb is that of the passage: must, should or may, or none where the source only states. Data are places in the policy's policy.json; its \`clauses\` say where a clause stands in the source. Tests are ids of
scenarios in test/conformance/scenarios, and files with tests that name the clause.
`;

function section(policy, rows) {
  return `
## ${policy[0].toUpperCase()}${policy.slice(1)}

[policy.json](../packages/policies/src/${policy}/policy.json)

| Clause | Verb | What the policy asks | What a user sees | Data | Tests |
|---|---|---|---|---|---|
${rows.map(row).join('\n')}
`;
}

function row({ id, verb, asks, shows, data, scenarios, files }) {
  const links = files.map((file) => `[${file.split('/').pop()}](../${file})`);
  const code = (text) => `\`${text}\``;
  const cells = [code(id), verb, asks, shows, data.map(code).join(', '), [...scenarios.map(code), ...links].join(', ')];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function faultsOf(rows) {
  const listed = new Set(rows.map(({ id }) => id));
  const named = [...policies().values()].flatMap(({ clauses }) => Object.keys(clauses));
  return [
    ...rows.filter(({ known }) => !known).map(({ id }) => `${id}: its policy has no such clause`),
    ...rows.filter((row) => row.known && row.verb !== row.said).map(verbFault),
    ...[...policies().values()].flatMap(withoutVerb),
    ...rows.filter(({ data }) => data.length === 0).map(({ id }) => `${id}: no data of the policy names it`),
    ...rows.filter((row) => row.scenarios.length + row.files.length === 0).map(({ id }) => `${id}: no test shows it`),
    ...named.filter((id) => !listed.has(id)).map((id) => `${id}: not listed in test/conformance/clauses.json`),
    ...[...scenarios().keys()]
      .filter((id) => !listed.has(id))
      .map((id) => `${id}: a scenario shows it, and it is none`),
  ];
}

function verbFault({ id, verb, said }) {
  return `${id}: its verb is ${verb} in test/conformance/clauses.json, ${said ?? 'not said'} in its policy`;
}

/** Duties and clocks that do not say how binding their passage is. */
function withoutVerb({ id, duties, stages, timescales }) {
  const parts = [...duties, ...stages.flatMap(({ clocks }) => clocks), ...timescales];
  return parts.filter(({ verb }) => verb === undefined).map((part) => `${id}: ${part.id} has no verb`);
}

/** The rows of the table, in the order of the list. */
function clauses() {
  const names = testNames();
  return readJson('test/conformance/clauses.json').map((clause) => {
    const policy = clause.id.split('.')[0];
    const data = policies().get(policy);
    return {
      ...clause,
      policy,
      known: data !== undefined && Object.hasOwn(data.clauses, clause.id),
      said: data?.clauses[clause.id]?.verb,
      data: data ? folded([...new Set(placesOf(clause.id, data))]) : [],
      scenarios: scenarios().get(clause.id) ?? [],
      files: [...names].filter(([, text]) => mentions(text, clause.id)).map(([file]) => file),
    };
  });
}

function policies() {
  const files = find('packages/policies/src/*/policy.json');
  return new Map(files.map((file) => [file.split('/').at(-2), readJson(file)]));
}

/** Ids of scenarios, by the clauses of bundled policies that they show. */
function scenarios() {
  const byClause = new Map();
  for (const scenario of find('test/conformance/scenarios/*.json').flatMap(readJson)) {
    for (const clause of scenario.policy ? scenario.clauses : []) {
      byClause.set(clause, [...(byClause.get(clause) ?? []), scenario.id]);
    }
  }
  return byClause;
}

/** Where the data names a clause: the part that does, without the list of clauses that it does it in. */
function* placesOf(id, value, path = '') {
  if (value === id) yield path.replace(/\.?clauses\[\d+\]$/, '') || '$';
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (path === '' && key === 'clauses') continue;
    const step = Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`;
    yield* placesOf(id, inner, path + step);
  }
}

/** Neighbours in a list as one: `causes[0]…[8]`. */
function folded(places) {
  const runs = [];
  for (const place of places) {
    const [, stem, index] = /^(.*)\[(\d+)\]$/.exec(place) ?? [place, place, NaN];
    const run = runs.at(-1);
    if (run?.stem === stem && run.last + 1 === Number(index)) run.last++;
    else runs.push({ place, stem, first: Number(index), last: Number(index) });
  }
  return runs.map(({ place, first, last }) => (last > first ? `${place}…[${last}]` : place));
}

/** The names of the tests in each test file, as one text. */
function testNames() {
  return new Map(find(...TESTS).map((file) => [file, namesIn(file).join('\n')]));
}

function namesIn(file) {
  const names = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && /^(it|test|describe)(?!.*\.(skip|todo))/.test(calleeOf(node.expression))) {
      const [name] = node.arguments;
      if (name && (ts.isStringLiteralLike(name) || ts.isTemplateExpression(name))) names.push(name.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(`${ROOT}/${file}`, 'utf8'), ts.ScriptTarget.Latest, true));
  return names;
}

/** `it` of `it('…')`, `it.each` of `it.each(table)('…')`. */
function calleeOf(node) {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isCallExpression(node)) return calleeOf(node.expression);
  return ts.isPropertyAccessExpression(node) ? `${calleeOf(node.expression)}.${node.name.text}` : '';
}

/** An id as a word of its own: `barnsley.1` does not stand in `barnsley.1.timescale`, and may end a sentence. */
function mentions(text, id) {
  return new RegExp(`(?<![\\w.-])${id.replaceAll('.', '\\.')}(?!\\.?[\\w-])`).test(text);
}

function find(...patterns) {
  return globSync(patterns, { cwd: ROOT }).sort();
}

function readJson(file) {
  return JSON.parse(readFileSync(`${ROOT}/${file}`, 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.includes('--check'));
