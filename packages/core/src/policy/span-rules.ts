import { parseCivilDate } from '../calendar/civil-date.ts';
import { brief, type Fault } from './fault.ts';
import { below, faultAt, get, isLoose, items, parts, texts, type Loose, type Place } from './loose.ts';

import { markOf } from './marks.ts';
import type { Visit } from './walk.ts';

type Rule = (policy: Place) => Fault[];

/** Rules of the format that look at several fields together, or at what a text means. */
export function spanFaults(policy: Place): Fault[] {
  return RULES.flatMap((rule) => rule(policy));
}

const RULES: readonly Rule[] = [
  clocksHaveWords,
  clocksRunFromDates,
  addresseesArePersons,
  passagesHaveWords,
  routesListStagesOnce,
  joinsLead,
  clocksRunWhereNamed,
  optionsAreOfTheirStage,
  zoneIsKnown,
  languageIsKnown,
  emailsAreAddresses,
];

function everyClock(policy: Place): Place<Loose>[] {
  return [...parts(policy, 'stages').flatMap((stage) => parts(stage, 'clocks')), ...parts(policy, 'timescales')];
}

/** An answer from which a clock runs is a day and, where hours count, an hour of it. */
function clocksRunFromDates(policy: Place): Fault[] {
  const asks = parts(policy, 'asks').map(({ value }) => value);
  return everyClock(policy).flatMap((clock) => {
    const kinds = countsHours(clock) ? ['date-time'] : ['date', 'date-time'];
    const fitting = asks.filter(({ kind }) => kinds.includes(kind as string)).map(({ id }) => id);
    const what = kinds.includes('date') ? 'a date' : 'a date with its hour';
    const ids = fitting.map((id) => brief(id)).join(', ');
    return [below(clock, 'starts'), ...parts(below(clock, 'starts'), 'firstOf')]
      .map((start) => below(start, 'answer'))
      .filter(({ value }) => asks.some(({ id }) => id === value) && !fitting.includes(value))
      .map((answer) => {
        const why = kinds.includes('date') ? '' : ', from which hours could be counted';
        const message = `The ask ${brief(answer.value)} is not for ${what}${why}.`;
        return faultAt(answer, ids ? `an ask for ${what}: ${ids}` : `an ask for ${what}`, message);
      });
  });
}

/** Whether a clock counts hours, in any of its times. What a number means by the policy's own words is what counts. */
function countsHours(clock: Place<Loose>): boolean {
  const holders = [clock, ...parts(clock, 'instead')];
  const times = holders.map((holder) => below(holder, 'within')).flatMap((within) => [within, ...items(within)]);
  const byPriority = below(clock, 'byPriority');
  const priorities = isLoose(byPriority.value) ? Object.keys(byPriority.value).map((id) => below(byPriority, id)) : [];
  return [...times, ...priorities].some(({ value }) => get(get(value, 'countedAs') ?? value, 'unit') === 'hours');
}

/** Somebody whom the form names is asked for as a person. */
function addresseesArePersons(policy: Place): Fault[] {
  const asks = parts(policy, 'asks').map(({ value }) => value);
  const others = new Set(asks.filter(({ kind }) => kind !== 'person').map(({ id }) => id));
  return parts(policy, 'duties')
    .flatMap((duty) => [duty, ...parts(duty, 'instead')])
    .flatMap((holder) => [...parts(holder, 'addressees'), ...parts(holder, 'copies')])
    .map((addressee) => below(addressee, 'ask'))
    .filter(({ value }) => others.has(value))
    .map((ask) => faultAt(ask, 'an ask for a person', `The ask ${brief(ask.value)} is not for a person.`));
}

/** A passage given by offsets is at least one character long. */
function passagesHaveWords(policy: Place): Fault[] {
  const clauses = below(policy, 'clauses');
  if (!isLoose(clauses.value)) return [];
  return Object.keys(clauses.value)
    .map((id) => below(below(clauses, id), 'passage'))
    .filter(({ value }) => (get(value, 'from') as number) >= (get(value, 'to') as number))
    .map((passage) => faultAt(below(passage, 'to'), 'a place after `from`', 'The passage ends before it begins.'));
}

function clocksHaveWords(policy: Place): Fault[] {
  const clocks = everyClock(policy);
  return [...clocks, ...clocks.flatMap((clock) => parts(clock, 'instead'))]
    .filter(({ value }) => value.within === null && get(value, 'words') === undefined)
    .map((clock) =>
      faultAt(below(clock, 'words'), 'the words of the policy', 'A timescale without a number needs its words.'),
    );
}

function routesListStagesOnce(policy: Place): Fault[] {
  return parts(policy, 'routes').flatMap((route) => {
    const seen = new Set<unknown>();
    return items(below(route, 'stages'))
      .filter(({ value }) => seen.has(value) || !seen.add(value))
      .map((stage) => faultAt(stage, 'each stage once', `The route has the stage ${brief(stage.value)} already.`));
  });
}

function joinsLead(policy: Place): Fault[] {
  const routes = parts(policy, 'routes');
  const byId = new Map(routes.map((route) => [route.value.id, route]));
  const known = new Set(parts(policy, 'stages').map(({ value }) => value.id));
  return routes.flatMap((route) => {
    const joins = below(route, 'joins');
    const other = byId.get(get(joins.value, 'route'));
    if (!other) return [];
    const at = below(joins, 'at');
    const stages = texts(other.value, 'stages');
    if (known.has(at.value) && !stages.includes(at.value as string)) {
      const allowed = `a stage of the route ${brief(other.value.id)}: ${stages.map((id) => brief(id)).join(', ')}`;
      return [faultAt(at, allowed, `The route ${brief(other.value.id)} has no stage ${brief(at.value)}.`)];
    }
    return leadsBack(route, byId)
      ? [faultAt(below(joins, 'route'), 'a route that leads on', 'By what it joins, the route leads back to itself.')]
      : [];
  });
}

function leadsBack(route: Place, byId: ReadonlyMap<unknown, Place>): boolean {
  const seen = new Set<Place>();
  for (let next: Place | undefined = route; next && !seen.has(next);) {
    seen.add(next);
    next = byId.get(get(get(next.value, 'joins'), 'route'));
    if (next === route) return true;
  }
  return false;
}

/** A duty that is owed after a clock, and a way past its silence, name one that runs wherever they start from. */
function clocksRunWhereNamed(policy: Place): Fault[] {
  const clocks = clocksOf(policy);
  const duties = parts(policy, 'duties').flatMap((duty) => {
    const stages = parts(duty, 'on').flatMap(({ value }) => [...texts(value, 'enters'), ...texts(value, 'at')]);
    return missingClock(below(duty, 'after'), stages, clocks);
  });
  const ways = parts(policy, 'ways').flatMap((way) => {
    return missingClock(below(way, 'silence'), texts(way.value, 'from'), clocks);
  });
  return [...duties, ...ways];
}

function missingClock(named: Place, stages: readonly string[], clocks: readonly RunningClock[]): Fault[] {
  const id = named.value;
  if (typeof id !== 'string') return [];
  const without = stages.filter((stage) => !clocks.some((clock) => clock.id === id && runsAt(clock, stage)));
  const somewhere = stages.length > 0 || clocks.some((clock) => clock.id === id);
  if (without.length === 0 && somewhere) return [];
  const where = without.length > 0 ? `At stage ${without.slice(0, 5).map(brief).join(', ')} no` : 'At no stage a';
  return [faultAt(named, clocksIn(clocks, stages), `${where} clock ${brief(id)} runs.`)];
}

interface RunningClock {
  readonly id: string;
  /** The stages at which it runs; null for all. */
  readonly stages: ReadonlySet<string> | null;
}

function clocksOf(policy: Place): RunningClock[] {
  const own = parts(policy, 'stages').flatMap((stage) => {
    const stages = new Set([String(stage.value.id)]);
    return parts(stage, 'clocks').map(({ value }) => ({ id: String(value.id), stages }));
  });
  const general = parts(policy, 'timescales').map(({ value }) => ({
    id: String(value.id),
    stages: Array.isArray(value.stages) ? new Set(texts(value, 'stages')) : null,
  }));
  return [...own, ...general];
}

function runsAt(clock: RunningClock, stage: string): boolean {
  return !clock.stages || clock.stages.has(stage);
}

function clocksIn(clocks: readonly RunningClock[], entered: readonly string[]): string {
  const stages = entered.slice(0, 5);
  const there = clocks.filter((clock) => stages.length === 0 || stages.some((stage) => runsAt(clock, stage)));
  const ids = [...new Set(there.map(({ id }) => id))].slice(0, 12);
  return `a clock of these stages: ${ids.map(brief).join(', ') || 'they have none'}`;
}

/** Where an option is named together with stages, one of those stages decides between such options. */
function optionsAreOfTheirStage(policy: Place): Fault[] {
  const options = new Map(
    parts(policy, 'stages').map((stage) => [
      stage.value.id,
      parts(below(stage, 'decision'), 'options').map(({ value }) => value.id),
    ]),
  );
  const all = new Set([...options.values()].flat());
  const faultsIn = (holder: Place, stages: readonly unknown[]) => {
    const allowed = stages.flatMap((id) => options.get(id) ?? []);
    return items(below(holder, 'option'))
      .filter(({ value }) => all.has(value) && !allowed.includes(value))
      .map((option) => {
        const at = stages.map((id) => brief(id)).join(', ');
        const words = allowed.length > 0 ? allowed.map((id) => brief(id)).join(', ') : 'none: nothing is decided there';
        return faultAt(option, words, `Stage ${at} has no option ${brief(option.value)}.`);
      });
  };
  const triggers = parts(policy, 'duties').flatMap((duty) => parts(duty, 'on'));
  return [
    ...triggers.filter(({ value }) => Array.isArray(value.at)).flatMap((on) => faultsIn(on, texts(on.value, 'at'))),
    ...[...decidedIn(policy)].flatMap((place) => faultsIn(place, [get(place.value, 'stage')])),
  ];
}

/** Conditions on what was decided that name their stage. */
function* decidedIn(place: Place): Generator<Place> {
  for (const item of items(place)) yield* decidedIn(item);
  if (!isLoose(place.value)) return;
  for (const key of Object.keys(place.value)) {
    const under = below(place, key);
    if (key === 'decided' && typeof get(under.value, 'stage') === 'string') yield under;
    else yield* decidedIn(under);
  }
}

/** Dates are known by their schema, wherever they stand. */
export function dateFaults(visits: readonly Visit[]): Fault[] {
  return visits
    .filter(({ schema }) => markOf(schema).isDate)
    .map(({ place }) => place)
    .filter(({ value }) => typeof value === 'string' && FORM.test(value) && !exists(value))
    .map((date) => faultAt(date, 'a day of the calendar', `There is no such day as ${brief(date.value)}.`));
}

/** Other forms are a matter of the shape. */
const FORM = /^\d{4}(-\d{2}(-\d{2})?)?$/;

function exists(partialDate: string): boolean {
  try {
    parseCivilDate(`${partialDate}-01-01`.slice(0, 10));
    return true;
  } catch {
    return false;
  }
}

function zoneIsKnown(policy: Place): Fault[] {
  const zone = below(policy, 'timeZone');
  if (
    typeof zone.value !== 'string' ||
    accepts(() => new Intl.DateTimeFormat('en', { timeZone: zone.value as string }))
  ) {
    return [];
  }
  return [
    faultAt(zone, "the name of a time zone, such as 'Europe/London'", `No time zone ${brief(zone.value)} is known.`),
  ];
}

function languageIsKnown(policy: Place): Fault[] {
  const language = below(policy, 'language');
  if (typeof language.value !== 'string' || accepts(() => Intl.getCanonicalLocales(language.value as string)))
    return [];
  return [faultAt(language, "a language tag, such as 'en-GB'", `${brief(language.value)} is not a language tag.`)];
}

function accepts(use: () => unknown): boolean {
  try {
    use();
    return true;
  } catch {
    return false;
  }
}

/** They become the address of a link or a draft, where more than an address could do harm. */
function emailsAreAddresses(policy: Place): Fault[] {
  return parts(policy, 'contacts')
    .map((contact) => below(contact, 'email'))
    .filter(({ value }) => typeof value === 'string' && !/^[^\s@<>"?&,;:%]+@[^\s@<>"?&,;:%]+$/.test(value))
    .map((email) => faultAt(email, 'one e-mail address', `${brief(email.value)} is not an e-mail address.`));
}
