import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { CaseEvent, EventOf } from '@escalation-kit/core/case';
import { chronologyHtml, chronologyText } from '@escalation-kit/core/export';
import { PURPOSES } from '@escalation-kit/core/policy';
import { headOf, seal } from '@escalation-kit/core/record';
import { loadCatalogue } from '@escalation-kit/core/text';
import { policyOf } from '../engine/bundled.ts';
import { caseFrom, caseOf, event, everywhere, TOLD, withPurpose, type ClockPurpose } from './told-case.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const welsh = (await loadCatalogue('cy'))!;

test('says an outcome of the policy’s own in its words, and one that is not there by its id', () => {
  const outcomes = [{ id: 'mediated', label: 'A mediator settled it', clauses: [] }];
  const policy = { ...policyOf('barnsley'), outcomes };
  const ending = (result: string) =>
    chronologyText(
      caseOf([...TOLD, event('e9', 'resolved', '2026-11-26T10:00:00Z', { outcome: 'x', result })], { policy }),
    );
  expect(ending('mediated')).toContain('How it ended: A mediator settled it');
  expect(ending('elsewhere')).toContain('How it ended: elsewhere');
  expect(ending('agreed')).toContain('How it ended: Agreed');
});

describe('as HTML', () => {
  const html = chronologyHtml(caseOf(TOLD));
  const page = elementsOf(html);
  const rows = rowsOf(page, 'events');

  test('says its language, and has a title, one first heading and the others in order', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB" dir="ltr">/);
    expect(textOf(named(page, 'title')[0])).toBe('Chronology of an escalation');
    expect(page.filter(({ tagName }) => /^h\d$/.test(tagName)).map((h) => `${h.tagName} ${textOf(h)}`)).toEqual([
      'h1 Chronology of an escalation',
      'h2 The case',
      'h2 What happened',
      'h2 Deadlines',
      'h2 Duties',
      'h2 The record',
    ]);
  });

  test('has tables with captions, and heads that say what they head', () => {
    expect(named(page, 'caption').map(textOf)).toEqual([
      '8 entries, in the order in which they were recorded',
      'Deadlines, as they stood on Tuesday 1 December 2026, 09:00',
      'Duties, as they stood on Tuesday 1 December 2026, 09:00',
    ]);
    const scopes = named(page, 'th').map((th) => attribute(th, 'scope'));
    expect(new Set(scopes)).toEqual(new Set(['col', 'row']));
    for (const region of page.filter((element) => attribute(element, 'role') === 'region')) {
      const caption = page.find((element) => attribute(element, 'id') === attribute(region, 'aria-labelledby'));
      expect(caption?.tagName).toBe('caption');
      expect(attribute(region, 'tabindex')).toBe('0');
    }
  });

  test('allows its own style and nothing else, and runs and loads nothing', () => {
    const csp = page.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy')!;
    const hash = createHash('sha256')
      .update(textOf(named(page, 'style')[0]))
      .digest('base64');
    expect(attribute(csp, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    for (const element of page) {
      expect(element.tagName).not.toMatch(/^(script|link|img|iframe|object|embed|form|a|base)$/);
      for (const { name } of element.attrs) expect(name).not.toMatch(/^(on|style$|src$|href$)/);
    }
  });

  test('tells who did what, when, at which stage and why', () => {
    expect(rows.map(([number, when, , who, stage]) => [number, when, who, stage])).toEqual([
      ['1', 'Friday 20 November 2026, 10:00', 'Raising agencyA. TeacherClass teacher', 'Stage 1'],
      ['2', 'Friday 20 November 2026, 11:30recorded late, Monday 23 November 2026, 09:05', 'Raising agency', 'Stage 1'],
      ['3', 'Tuesday 24 November 2026, 10:00', 'Raising agency', 'Stage 2'],
      ['4', 'Tuesday 24 November 2026, 11:00', 'Raising agency', 'Stage 2'],
      ['5', 'Tuesday 24 November 2026, 12:00', 'Raising agency', 'Stage 2'],
      ['6', 'Tuesday 24 November 2026, 13:00', 'Raising agency', 'Stage 2'],
      ['7', 'Wednesday 25 November 2026, 10:00', 'Raising agency', 'Stage 2'],
      ['8', 'Wednesday 25 November 2026, 11:00', 'Raising agency', 'Stage 2'],
    ]);
    expect(rows[2]![2]).toBe(
      'EscalatedToStage 2: Up through the tiers of managementWhyIt is not safe or sensible to waitReasonIt cannot wait',
    );
    expect(named(page, 'time').map((time) => attribute(time, 'datetime'))).toContain('2026-11-23T09:05:00Z');
  });

  test('shows what was recorded, and each correction beside what it replaced', () => {
    const what = rows.map((row) => row[2]);
    expect(what[1]).toContain('They did not agree');
    expect(what[1]).toContain('Put right by: entry 4, 6');
    expect(what[3]).toMatch(/^CorrectionPuts right: entry 2Put right by: entry 5/);
    expect(what[3]).toContain('SummaryThey agreed on littlein place of: They did not agree');
    expect(what[3]).toContain('Howvideoin place of: telephone');
    expect(what[4]).toContain('They agreed on nothingin place of: They agreed on little');
    // What entry 4 says by then is what entry 5 made of it.
    expect(what[5]).toContain('They agreed on one pointin place of: They agreed on nothing');
  });

  test('reads every field of an opening', () => {
    for (const words of [
      'Policybarnsley, version V5',
      'Calendarengland-and-wales, published on ',
      'RouteEscalation',
      'Opened atStage 1: ',
      'Raising agency: Hill School (Education)',
      'Other agency: Children’s Services (Social care)',
      'The childA childLooked afterReference: REF-7781',
      'something-else',
      'manager? Yes',
      'manager? No',
      'To be settled by, to keep the child safeThursday 24 December 2026',
      'B. Manager, 01226 000000',
      'DescriptionThresholds of need\nare seen differently',
    ]) {
      expect(rows[0]![2]).toContain(words);
    }
  });

  test('tells which deadlines and duties are met and which overdue', () => {
    const later = elementsOf(chronologyHtml(caseOf(TOLD, { now: '2026-12-04T09:00:00Z' })));
    expect(rowsOf(later, 'deadlines').map(([stage, what, , , due, state]) => [stage, what, due, state])).toEqual([
      ['Stage 1', 'To agree', 'the end of Friday 27 November 2026', 'Met in time'],
      ['Stage 2', 'To agree', 'the end of Thursday 3 December 2026', 'Overdue'],
    ]);
    const duties = rowsOf(later, 'duties');
    expect(duties.some(([, , , , , state]) => state === 'Overdue')).toBe(true);
    expect(duties.every((row) => row[6] !== '')).toBe(true);
  });

  test('says what each deadline is for, in the policy’s own words where it has some', () => {
    const told = (purpose: ClockPurpose, options = {}) =>
      rowsOf(elementsOf(chronologyHtml(caseOf(TOLD, { policy: withPurpose(purpose) }), options)), 'deadlines')[0]![1];
    expect(PURPOSES.map((purpose) => told(purpose))).toEqual([
      'To agree',
      'To reply',
      'To meet',
      'To raise it',
      'To confirm',
      'To decide',
      'To act',
    ]);
    expect(told({ words: 'To hold the review' })).toBe('To hold the review');
    expect(told('reply', { catalogue: welsh })).toBe('I ateb');
  });

  test('says of a deadline that its stage was left without it', () => {
    const log = [...TOLD.slice(0, 2), event('e3', 'withdrawn', '2026-11-24T10:00:00Z', { reason: 'x' })];
    const states = (now: string) =>
      rowsOf(elementsOf(chronologyHtml(caseOf(log, { now }))), 'deadlines').map((row) => row[5]);
    expect(states('2026-12-04T09:00:00Z')).toEqual(['Ended without it']);
  });

  test('marks what was typed, and no more than that', () => {
    expect(html).toContain('Raising agency: <span class="typed" dir="auto">Hill School</span> (Education)');
    expect(html).toContain('Reference: <span class="typed" dir="auto">REF-7781</span>');
    expect(html).toContain('extended to 3 December 2026: <span class="typed" dir="auto">The nurse is ill</span>');
  });

  test('bears the head hash and the count', () => {
    const { head, count } = headOf(seal(TOLD));
    const list = named(page, 'dd').map(textOf);
    expect(list).toContain(head);
    expect(list).toContain(`${count}`);
    expect(list).toContain('Whole. Every entry follows from the one before.');
  });

  test('says that the partnership has not confirmed the policy', () => {
    expect(textOf(named(page, 'main')[0])).toContain('The partnership has not confirmed it.');
  });

  test('says whose dates these are where the case goes by another version', () => {
    const adopted = caseOf([event('e1', 'adopted', '2026-11-21T10:00:00Z', { policy: { id: 'x', version: '9' } })]);
    expect(textOf(elementsOf(chronologyHtml(adopted))[0])).toContain('The case goes by “x”, version 9.');
  });

  test('speaks Welsh, and marks the policy’s words as the English that they are', () => {
    const html = chronologyHtml(caseOf(TOLD), { catalogue: welsh });
    expect(html).toMatch(/<html lang="cy" dir="ltr">/);
    expect(html).toContain('<h2>Beth ddigwyddodd</h2>');
    expect(html).toContain('Dydd Gwener 20 Tachwedd 2026, 10:00');
    expect(html).toContain('<span lang="en">Stage 1</span>');
    const [consulted] = policyOf('barnsley').facts.filter(({ id }) => id === 'raising-lead-consulted');
    expect(html).toContain(`<span lang="en">${consulted!.question}</span> Ie`);
    expect(html).toContain('<dt><span lang="en">');
    expect(html).not.toMatch(/export\.\w/);
  });

  test('speaks of an adult where the case is about one', () => {
    const [first, ...more] = TOLD as readonly [EventOf<'opened'>, ...CaseEvent[]];
    const ofAdult = { ...first, child: { ...first.child, subject: 'adult' as const } };
    const labels = (log: readonly CaseEvent[]) => /The (child|adult)</.exec(chronologyHtml(caseOf(log)))?.[1];
    expect([labels(TOLD), labels([ofAdult, ...more])]).toEqual(['child', 'adult']);
  });

  test('takes what anybody typed as text, wherever it stands', () => {
    const plain = shapeOf(chronologyHtml(caseOf(everywhere('x'))));
    const hostile = fc.oneof(
      fc.array(fc.nat(0xffff), { minLength: 1 }).map((units) => String.fromCharCode(...units)),
      fc.constantFrom(
        '</title><script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' autofocus onfocus='alert(1)",
        '</td></tr></table><!--',
        '--><![CDATA[',
        '<svg/onload=alert(1)>',
        '&lt;b&gt; &#0; &amp',
        'javascript:alert(1)',
        '\u202eright to left',
        '{label}{text}$&$1',
      ),
    );
    fc.assert(
      fc.property(hostile, (typed) => {
        fc.pre(typed.trim() !== '');
        const html = chronologyHtml(caseOf(everywhere(typed)));
        expect(shapeOf(html)).toBe(plain);
        expect(html).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 60 },
    );
  });
});

describe('as text', () => {
  const text = chronologyText(caseOf(TOLD));

  test('tells the same', () => {
    expect(text).toContain(`
2. Friday 20 November 2026, 11:30
   recorded late, Monday 23 November 2026, 09:05
   Discussed
   Put right by: entry 4, 6
   Who: Raising agency
   Stage: Stage 1
   How: telephone
   Summary: They did not agree
`);
    expect(text).toContain(`
   Correction
   Puts right: entry 2
   Put right by: entry 5
   Who: Raising agency
   Stage: Stage 2
   Summary: They agreed on little
     in place of: They did not agree
   How: video
     in place of: telephone
`);
    expect(text).toContain(`\n  ${headOf(seal(TOLD)).head}\n`);
    expect(text).toContain('   State: Overdue\n');
  });

  test('has no line of more than 76 characters, and none that ends in a space', () => {
    for (const line of text.split('\n')) {
      expect(line.length).toBeLessThanOrEqual(76);
      expect(line).toBe(line.trimEnd());
    }
  });

  test('lets nothing that was typed begin a line', () => {
    const forged = '1. Friday 20 November 2026, 10:00\n   Resolved\n\nThe record\n----------\r\u2028Entries: 1';
    const outside = (log: typeof TOLD) =>
      chronologyText(caseOf(log))
        .split('\n')
        .filter((line) => /^\S/.test(line));
    const plain = outside(everywhere('x'));
    const hostile = outside(everywhere(forged));
    expect(hostile.filter((line) => !/^[0-9a-f]{64}$/.test(line))).toEqual(plain);
  });

  test('speaks Welsh', () => {
    const text = chronologyText(caseOf(TOLD), { catalogue: welsh });
    expect(text).toContain('Beth ddigwyddodd\n----------------\n');
    expect(text).not.toMatch(/export\.\w/);
  });
});

describe('of a record that is not whole', () => {
  const sound = seal(TOLD);
  const edited = sound.map((entry, i) =>
    i === 1 ? { ...entry, event: { ...entry.event, summary: 'They agreed' } as never } : entry,
  );

  test('an edited entry is named', () => {
    const page = elementsOf(chronologyHtml(caseFrom(edited)));
    expect(rowsOf(page, 'events')[1]![2]).toContain('This entry was changed after it was recorded.');
    expect(textOf(named(page, 'main')[0])).toContain('The chain is broken. Only the first entry can be relied on.');
    expect(chronologyText(caseFrom(edited))).toContain('   This entry was changed after it was recorded.');
  });

  test('a deleted one and two that changed places are named', () => {
    const [a, b, c, ...rest] = sound;
    const deleted = chronologyText(caseFrom([a!, c!, ...rest]));
    expect(deleted).toMatch(/\n2\. Tuesday[^]*?\n {3}An entry that stood before this one was removed or replaced\./);
    const swapped = chronologyText(caseFrom([a!, c!, b!, ...rest]));
    expect(swapped.match(/ {3}This entry does not stand where it was recorded\./g)).toHaveLength(2);
  });

  test('a tail cut off is told where the head was noted', () => {
    const cut = caseFrom(sound.slice(0, 5));
    expect(chronologyText(cut)).toContain('Whole.');
    const text = chronologyText(cut, { expected: headOf(sound) });
    expect(text).toContain('Entries are missing after the last one.');
    expect(text).toContain('Only the first 5 entries can be relied on.');
  });

  test('what is no entry, and what is no event, keeps its place', () => {
    const record = [...sound, null, { event: { id: 'x', type: 'seen', note: '<b>' }, prev: 1 }, 7] as never;
    const page = elementsOf(chronologyHtml(caseFrom(record)));
    const rows = rowsOf(page, 'events');
    expect(rows).toHaveLength(11);
    expect(rows[8]![1]).toBe('No time can be read');
    expect(rows[8]![2]).toContain('An entry that cannot be read');
    expect(rows[9]![2]).toContain('As it stands in the record{"id":"x","note":"<b>","type":"seen"}');
    expect(rows[9]![2]).toContain('This is not an entry as the record makes them.');
  });
});

test('a correction of nothing, and corrections that go in a circle, are told as they are', () => {
  const at = '2026-11-24T11:00:00Z';
  const text = chronologyText(
    caseOf([
      ...TOLD,
      event('c1', 'corrected', at, { of: 'nowhere', summary: 'A' }),
      event('c2', 'corrected', at, { of: 'c3', summary: 'B' }),
      event('c3', 'corrected', at, { of: 'c2', summary: 'C' }),
      event('c4', 'corrected', at, { of: 'c4', summary: 'D', fields: { type: 'closed', id: 'z', at: 'never' } }),
    ]),
  );
  expect(text).toContain('   Corrects: nowhere; This entry is not here\n   Summary: A\n');
  expect(text).toContain('   Summary: B\n     in place of: C\n');
  expect(text).toContain('   Summary: C\n     in place of: B\n');
  expect(text).not.toContain('closed');
});

test('a case that was never opened has its entries, and neither deadlines nor duties', () => {
  const text = chronologyText(caseOf([event('e1', 'updated', '2026-11-24T11:00:00Z', { summary: 'Said' })]));
  expect(text).toContain('Status: Not opened');
  expect(text).toContain('There are no deadlines.\n\nDuties\n------\n\nThere are no duties.\n');
  const [table] = named(elementsOf(chronologyHtml(caseOf([]))), 'table');
  expect(table).toBeUndefined();
  expect(chronologyText(caseOf([]))).toContain('Nothing has been recorded yet.');
});

test('times are those of the policy’s zone, whatever the machine’s', () => {
  const log = [event('e1', 'updated', '2026-07-01T23:30:00+02:00', { summary: 'Said' })];
  expect(chronologyText(caseOf(log))).toContain('1. Wednesday 1 July 2026, 22:30');
  const policy = { ...policyOf('barnsley'), timeZone: 'Asia/Tokyo' };
  expect(chronologyText(caseOf(log, { policy }))).toContain('All times are those of Asia/Tokyo.');
  expect(chronologyText(caseOf(log, { policy }))).toContain('1. Thursday 2 July 2026, 06:30');
});

test('now is an instant', () => {
  expect(() => chronologyHtml(caseOf(TOLD, { now: 'today' }))).toThrow(/instant/);
});

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Node | DefaultTreeAdapterTypes.Document) => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

const named = (page: readonly Element[], name: string) => page.filter(({ tagName }) => tagName === name);
const attribute = (element: Element, name: string) => element.attrs.find((attr) => attr.name === name)?.value;

function textOf(node: Node | undefined): string {
  if (!node) return '';
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The cells of a table's rows, as text. */
function rowsOf(page: readonly Element[], caption: string): string[][] {
  const table = page.find(
    (element) =>
      element.tagName === 'table' &&
      elementsIn(element).some((inner) => inner.tagName === 'caption' && attribute(inner, 'id') === caption),
  )!;
  return named(elementsIn(table), 'tr')
    .slice(1)
    .map((row) => row.childNodes.map(textOf));
}

function elementsIn(element: Element): Element[] {
  return element.childNodes.flatMap((node) => ('tagName' in node ? [node, ...elementsIn(node)] : []));
}

/** The elements of a page with their attributes, values aside: what typed text must not change. */
function shapeOf(html: string): string {
  return elementsOf(html)
    .map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join()}`)
    .join('\n');
}
