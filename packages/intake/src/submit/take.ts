import { createHash } from 'node:crypto';
import { isObject, type Author, type Case, type CaseEvent, type EventOf, type Terms } from '@escalation-kit/core/case';
import { canonicalJson, exportRecord, RecordError, type CaseRecord } from '@escalation-kit/core/record';
import { accept, type Kept, type Receipt } from '@escalation-kit/core/submission';
import {
  addEntries,
  beginCase,
  caseOf,
  concernedIn,
  keepSides,
  loadCase,
  lockCase,
  type KeptCase,
} from '../case/store.ts';
import { keepStanding, standingOf, storable } from '../case/standing.ts';
import { keepTerms, termsOf } from '../case/terms.ts';
import type { Queries } from '../database/database.ts';
import { mayRead, sidesOf, type Concerned, type Person } from '../people/person.ts';
import type { Services } from '../services.ts';
import { tellArrival } from '../tell/arrival.ts';
import { tellNow } from '../tell/tell-now.ts';
import { NOT_THERE, NOT_YOURS, refused, type Outcome } from './outcome.ts';

/**
 * Takes a submission, in one transaction: its events as core decides them, how the case stands then, and what is to be
 * told. Writers of one case take turns. The same submission again is answered as it was.
 *
 * @param given the body of a request, read as JSON
 */
export async function take(services: Services, person: Person, given: unknown): Promise<Outcome> {
  const names = namesIn(given);
  if ('status' in names) return names;
  return services.database.transaction(async (queries) => {
    await lockCase(queries, names.id);
    const kept = await loadCase(queries, { id: names.id });
    return kept
      ? follow({ ...names, services, queries, person, given }, kept)
      : open({ ...names, services, queries, person, given });
  });
}

interface Taking {
  readonly services: Services;
  readonly queries: Queries;
  readonly person: Person;
  readonly given: unknown;
  readonly id: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly events: readonly unknown[];
  readonly isBeginning: boolean;
}

type Names = Pick<Taking, 'id' | 'key' | 'bodyHash' | 'events' | 'isBeginning'>;

/** What has to be known before anything is looked up. Core checks the rest. */
function namesIn(given: unknown): Names | Outcome {
  const { case: id, key, events, base } = isObject(given) ? given : ({} as Record<string, unknown>);
  if (!isName(id)) return refused('case', NAME);
  if (!isName(key)) return refused('key', NAME);
  if (!Array.isArray(events)) return refused('events', 'a list of events');
  try {
    const bodyHash = createHash('sha256').update(canonicalJson(given)).digest('hex');
    return { id, key, bodyHash, events, isBeginning: isObject(base) && base.count === 0 };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return refused('', error.allowed);
  }
}

const NAME = 'text of 1 to 200 characters, without control characters';

function isName(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length <= 200 &&
    value === storable(value) &&
    !/\p{Cc}/u.test(value)
  );
}

async function open(taking: Taking): Promise<Outcome> {
  const { services, queries, person, id, events } = taking;
  if (!taking.isBeginning) return NOT_THERE;
  const [opened] = events as [CaseEvent | undefined];
  const side = sideToOpenFor(person, opened, services);
  if (!side) return NOT_YOURS;
  const terms = await termsOf(queries, services.offer, opened ? [opened] : []);
  if ('unknown' in terms) return unknownTerms(terms.unknown);
  // Nobody may be shown a reference that is not kept: it is drawn once the case is taken.
  const now = services.now();
  const trial = accept({ ...terms, record: [] }, taking.given, { now, reference: '-', by: authorOf(person, side) });
  if (!trial.accepted) return 'refusal' in trial ? { status: 422, body: trial } : NOT_THERE;
  const reference = await beginCase(queries, id, now, services.random);
  const kept: KeptCase = { id, reference, takenAt: now, record: [] };
  return keep(taking, kept, terms, { ...trial, receipt: { ...trial.receipt, reference } }, now);
}

async function follow(taking: Taking, kept: KeptCase): Promise<Outcome> {
  const { services, queries, person, events, key, bodyHash } = taking;
  const concerned = await concernedIn(queries, kept.id);
  if (!mayRead(person, concerned)) return NOT_THERE;
  const before = await answeredBefore(queries, kept, key);
  if (before) {
    if (before.bodyHash !== bodyHash) return refused('key', 'a key that no other submission of this case has');
    return { status: taking.isBeginning ? 201 : 200, body: before.answer };
  }
  const side = sideToWriteFor(person, concerned, events);
  if (!side) return NOT_YOURS;
  const log = [...caseEvents(kept.record), ...(events as CaseEvent[])];
  const terms = await termsOf(queries, services.offer, caseEvents(kept.record));
  // What a case is to be read by from now on must be known here, or it could not be read again.
  const termsAfter = 'unknown' in terms ? terms : await termsOf(queries, services.offer, log);
  if ('unknown' in terms || 'unknown' in termsAfter)
    return unknownTerms('unknown' in termsAfter ? termsAfter.unknown : 'policy');
  const now = services.now();
  const answer = accept({ ...terms, record: kept.record }, taking.given, {
    now,
    reference: kept.reference,
    by: authorOf(person, side),
  });
  if (answer.accepted) return keep(taking, kept, termsAfter, answer, now);
  return 'refusal' in answer
    ? { status: 422, body: { refusal: answer.refusal } }
    : { status: 409, body: answer.conflict };
}

/** Everything that a taken submission changes. */
async function keep(
  { services, queries, person, id, key, bodyHash }: Taking,
  kept: KeptCase,
  terms: Terms,
  { record, receipt }: Kept,
  now: string,
): Promise<Outcome> {
  const { morning, directory } = services;
  await keepTerms(queries, terms);
  await addEntries(queries, id, record.entries, kept.record.length, now);
  await queries.rows('insert into intake.submissions values ($1, $2, $3, $4, $5)', [
    id,
    key,
    bodyHash,
    person.id,
    JSON.stringify(receipt),
  ]);
  await queries.rows('insert into intake.recorders values ($1, $2, $3, $4, $5) on conflict do nothing', [
    id,
    person.id,
    person.name,
    person.email ?? null,
    now,
  ]);
  const taken: Case = caseOf(record.entries, terms, now);
  await keepSides(queries, id, taken, now, directory);
  if (kept.record.length === 0) await keepOwnSide(queries, id, person, taken, now);
  const told = await tellNow(services, queries, kept, taken, person);
  if (kept.record.length === 0) await tellArrival(services, queries, kept, taken);
  await keepStanding(queries, id, kept.reference, standingOf(told, morning), now);
  return { status: kept.record.length === 0 ? 201 : 200, body: { record, receipt } };
}

/** An agency that the form does not name by its id is that of whoever raises the case, where they act for one alone. */
async function keepOwnSide(queries: Queries, id: string, person: Person, { state }: Case, now: string): Promise<void> {
  const [agency, ...others] = person.agencies;
  if (!agency || others.length > 0 || state.parties?.raising.agencyId !== undefined || person.office) return;
  await queries.rows(
    `insert into intake.sides (case_id, side, agency, since) values ($1, 'raising', $2, $3) on conflict do nothing`,
    [id, agency, now],
  );
}

async function answeredBefore(queries: Queries, kept: KeptCase, key: string) {
  const sql = 'select body_hash, receipt from intake.submissions where case_id = $1 and key = $2';
  const [row] = await queries.rows<{ body_hash: string; receipt: string }>(sql, [kept.id, key]);
  if (!row) return null;
  const receipt = JSON.parse(row.receipt) as Receipt;
  // As it was then: what was added since is for the next answer.
  const record = exportRecord(kept.record.slice(0, receipt.count), metaOf(kept.record));
  return { bodyHash: row.body_hash, answer: { record, receipt } };
}

function metaOf(record: CaseRecord<CaseEvent>) {
  const { policy } = record[0]!.event as EventOf<'opened'>;
  return { policy: { id: policy.id, version: policy.version, hash: policy.hash ?? '' } };
}

function caseEvents(record: CaseRecord<CaseEvent>): CaseEvent[] {
  return record.map(({ event }) => event);
}

function authorOf({ name, role }: Person, side: Author['side']): Author {
  return { side, name, ...(role && { role }) };
}

/** Who opens a case does so for the raising agency, or as an officer for those who cannot. */
function sideToOpenFor(person: Person, opened: CaseEvent | undefined, { directory }: Services): Author['side'] | null {
  const parties = (opened as Partial<EventOf<'opened'>> | undefined)?.parties;
  const { agencyId, agency } = isObject(parties?.raising) ? (parties.raising as Record<string, unknown>) : {};
  const named =
    typeof agencyId === 'string'
      ? directory.agency(agencyId)
      : directory.agencyNamed(typeof agency === 'string' ? agency : '');
  const isTheirs = named ? person.agencies.includes(named.id) : person.agencies.length > 0;
  if (isTheirs) return 'raising';
  return person.office === 'officer' ? 'partnership' : null;
}

/** Who acts for both sides of a case says for which; anybody else writes for their own, whatever the form says. */
function sideToWriteFor(person: Person, concerned: Concerned, events: readonly unknown[]): Author['side'] | null {
  const sides = sidesOf(person, concerned);
  const said = isObject(events[0]) && isObject(events[0].by) ? events[0].by.side : undefined;
  return sides.find((side) => side === said) ?? sides[0] ?? null;
}

function unknownTerms(field: 'policy' | 'calendar'): Outcome {
  const key = field === 'policy' ? 'refusal.sent.other-policy' : 'refusal.sent.other-calendar';
  return { status: 422, body: { refusal: { clauses: [], field, text: { key } } } };
}
