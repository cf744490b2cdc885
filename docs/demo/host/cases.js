/*
 * Where the demonstration keeps its cases: in this browser, so that it needs no server. A real host keeps them on its
 * server, where the people concerned can get at them and nobody else can.
 */

const KEY = 'escalation-kit-demonstration';

/**
 * @typedef {object} KeptCase
 * @property {string} reference
 * @property {string} portal
 * @property {string} policy the policy's id
 * @property {{ head: string, count: number, entries: { event: object, hash: string }[] }} record the whole record
 */

/** The cases of a portal, newest first. */
export function casesOf(portal) {
  return read()
    .cases.filter((kept) => kept.portal === portal)
    .reverse();
}

/** @returns {KeptCase | undefined} */
export function caseWith(reference) {
  return read().cases.find((kept) => kept.reference === reference);
}

/**
 * Keeps a case: a new one without a reference, else the one that has it.
 *
 * @returns {string} its reference
 * @throws Error where the browser keeps nothing, or where the case was changed elsewhere in the meantime
 */
export function keepCase({ reference, portal, policy, record }) {
  const { cases, last } = read();
  const before = cases.find((kept) => kept.reference === reference);
  if (before && record.entries[before.record.count - 1]?.hash !== before.record.head) {
    throw new Error('This case was changed in another window. Open it again from your cases.');
  }
  const number = before ? last : last + 1;
  const kept = { reference: before?.reference ?? `DEMO-${String(number).padStart(4, '0')}`, portal, policy, record };
  write({ cases: before ? cases.map((each) => (each === before ? kept : each)) : [...cases, kept], last: number });
  return kept.reference;
}

export function deleteCase(reference) {
  const { cases, last } = read();
  write({ cases: cases.filter((kept) => kept.reference !== reference), last });
}

export function deleteAllCases() {
  localStorage.removeItem(KEY);
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? { cases: [], last: 0 };
  } catch {
    // A sandboxed frame, or something else under our key.
    return { cases: [], last: 0 };
  }
}

function write(all) {
  localStorage.setItem(KEY, JSON.stringify(all));
}
