import { randomInt, randomUUID } from 'node:crypto';
import { loadCalendar } from '@escalation-kit/core/calendar';
import { Case, type CaseEvent, type Command } from '@escalation-kit/core/case';
import { eventsOf, type CaseRecord } from '@escalation-kit/core/record';
import { prepare, type Submission } from '@escalation-kit/core/submission';
import { en, speakerOf } from '@escalation-kit/core/text';
import {
  directoryOf,
  intake,
  newLog,
  offerOf,
  sayIn,
  settingsOf,
  type Database,
  type Services,
} from '@escalation-kit/intake';
import { loadPolicy } from '@escalation-kit/policies';
import { BY, openingAt } from '../opening.ts';

const NOW = '2026-11-24T10:00:00Z';

export const policy = await loadPolicy('barnsley');
export const calendar = await loadCalendar('england-and-wales');
const offer = await offerOf([policy]);
const say = await sayIn('en');

const person = (id: string, role: string, rest = {}) => ({
  id,
  name: id,
  email: `${id}@example.org`,
  roles: [role],
  ...rest,
});

/** As many schools and teams as a county has: the cases are spread over them. */
const AGENCIES = Array.from({ length: 200 }, (_, i) => i);

const { directory } = settingsOf({
  directory: {
    agencies: [
      { id: 'school', name: 'Hill School', sector: 'education', people: [person('teacher', 'lead')] },
      { id: 'council', name: 'Children’s Services', sector: 'social-care', people: [person('manager', 'lead')] },
      ...AGENCIES.flatMap((i) => [
        { id: `school${i}`, name: `School ${i}`, sector: 'education', people: [person(`teacher${i}`, 'lead')] },
        { id: `council${i}`, name: `Team ${i}`, sector: 'social-care', people: [person(`manager${i}`, 'lead')] },
      ]),
    ],
    partnership: {
      address: 'inbox@example.org',
      people: [person('officer', 'partnership-manager', { office: 'officer' })],
    },
  },
});

export function servicesWith(database: Database, now = NOW): Services {
  return {
    database,
    offer,
    directory: directoryOf(directory),
    log: newLog('silent'),
    say,
    now: () => now,
    random: (below) => randomInt(below),
    morning: '08:00',
    origin: 'https://intake.example',
    tries: 12,
  };
}

export type Handler = (request: Request) => Promise<Response>;

export function handlerWith(database: Database): Handler {
  const services = servicesWith(database);
  return intake({
    ...services,
    limits: { body: 1_000_000, submissions: 1_000_000_000 },
    identify: ({ headers }) => services.directory.person(headers.get('x-person') ?? ''),
  });
}

export function get(handler: Handler, who: string, path: string): Promise<Response> {
  return handler(new Request(`https://intake.example${path}`, { headers: { 'x-person': who } }));
}

export function post(handler: Handler, who: string, body: string): Promise<Response> {
  const headers = { 'x-person': who, 'content-type': 'application/json' };
  return handler(new Request('https://intake.example/cases', { method: 'POST', headers, body }));
}

/** What opens a case, as the form sends it. */
export function opening(): Submission {
  return prepared([], openingAt(NOW));
}

/** What follows on a record. */
export function talk(record: CaseRecord<CaseEvent>): Submission {
  const summary = 'They spoke at length about what each had seen, and did not agree on what should be done about it.';
  return prepared(record, { action: 'discuss', at: NOW, by: BY, channel: 'telephone', summary });
}

function prepared(record: CaseRecord<CaseEvent>, command: Command): Submission {
  const kept = new Case({ policy, calendar, record, log: eventsOf(record), now: NOW });
  const { say: inEnglish } = speakerOf(en);
  const what = prepare(kept, [command], { say: inEnglish, id: randomUUID() });
  if ('refused' in what) throw new Error(JSON.stringify(what.refused));
  return what.submission;
}
