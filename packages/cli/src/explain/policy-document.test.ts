import type { Policy } from '@escalation-kit/core/policy';
import { parsePolicy } from '@escalation-kit/core/parse';
import { policyHash } from '@escalation-kit/core/record';
import { loadPolicy, POLICY_IDS } from '@escalation-kit/policies';
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { changed, type Changes } from '../../../../test/conformance/changed-policy.ts';
import { explainPolicy } from './explain.ts';
import { verbWords } from './verb-words.ts';

const DATE = '2026-12-18';

/** Keys whose texts are words for people; what stands under the others are ids, kinds and dates. */
const WORDS = new Set(
  'text label name says place question hint title copiedTo words number email address url version leadsTo'.split(' '),
);

function* wordsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const { bySector, names, to, ...others } = value as Record<string, unknown>;
  yield* [...Object.values(bySector ?? {}), ...((names ?? []) as string[])] as string[];
  // Of a way up it is a stage.
  if ('text' in value && to !== undefined) yield to as string;
  for (const [key, held] of Object.entries(others)) {
    if (typeof held !== 'string') yield* wordsIn(held);
    else if (WORDS.has(key)) yield held;
  }
}

describe.each(POLICY_IDS)('%s as a document', async (id) => {
  const policy = await loadPolicy(id);
  const html = parse(await explainPolicy(policy, DATE, 'html'));
  const elements = [...elementsIn(html)];
  const named = (...names: string[]) => elements.filter(({ tagName }) => names.includes(tagName));
  const text = textOf(html);

  it('holds every word of the data', () => {
    expect([...wordsIn(policy)].filter((words) => !text.includes(words.replace(/\s+/g, ' ')))).toEqual([]);
  });

  it('holds every word in Markdown too', async () => {
    const markdown = (await explainPolicy(policy, DATE, 'markdown')).replace(/\\([^\w\s])/g, '$1');
    expect([...wordsIn(policy)].filter((words) => !markdown.includes(words.replace(/\s+/g, ' ')))).toEqual([]);
  });

  it('says of each clause where it stands and what rests on it', () => {
    for (const [clause, { place, says, verb }] of Object.entries(policy.clauses)) {
      const row = elements.find((each) => attribute(each, 'id') === `clause-${clause}`)!;
      const [name, where, asks, resting] = [...elementsIn(row)].filter(({ tagName }) => /^t[dh]$/.test(tagName));
      expect([name, where, asks].map((cell) => textOf(cell!))).toEqual([clause, place, says + verbWords(verb)]);
      expect(textOf(resting!)).not.toBe('Nothing');
    }
  });

  it('names the fingerprint of the very data', () => {
    expect(text).toContain(policyHash(policy));
  });

  it('has headings in order, and one of the first level', () => {
    const levels = named('h1', 'h2', 'h3', 'h4').map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  });

  it('has tables whose cells say what they are of', () => {
    for (const table of named('table')) {
      const inside = [...elementsIn(table)];
      const caption = inside.find(({ tagName }) => tagName === 'caption')!;
      expect(textOf(caption)).not.toBe('');
      const heads = inside.filter(({ tagName }) => tagName === 'th');
      expect(heads.filter((head) => !/^(col|row)$/.test(attribute(head, 'scope') ?? ''))).toEqual([]);
      const widths = inside.filter(({ tagName }) => tagName === 'tr').map((row) => row.childNodes.length);
      expect(new Set(widths).size).toBe(1);
    }
  });

  it('has each id once, and links that lead somewhere', () => {
    const ids = elements.map((each) => attribute(each, 'id')).filter((each) => each !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    const links = named('a').map((link) => attribute(link, 'href')!);
    expect(links.filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)))).toEqual([]);
    expect(links.filter((href) => !/^(#|https?:\/\/|mailto:|tel:)/.test(href))).toEqual([]);
  });

  it('runs nothing and loads nothing', () => {
    expect(named('script', 'link', 'img', 'iframe', 'object')).toEqual([]);
    expect(elements.flatMap(({ attrs }) => attrs.filter(({ name }) => /^(on|src|style)/.test(name)))).toEqual([]);
  });

  it('says its language', () => {
    expect(attribute(named('html')[0]!, 'lang')).toBe('en');
  });
});

describe('what the sections say', () => {
  const explained = (changes: Changes, date = DATE) => explainPolicy(parsePolicy(changed(changes)), date, 'markdown');

  it.each<[string, Changes, string[]]>([
    ['that nobody has confirmed it', {}, ['**Not confirmed yet.**', '- **Confirmed:** No']],
    [
      'who has confirmed it',
      { 'provenance/confirmed': { by: 'The board', on: '2026-03-02' } },
      ['**Confirmed** by The board on 2 March 2026.'],
    ],
    [
      'the example, with the days that do not count',
      {},
      [
        'Times, with what they come to if they start at 10:00 on Friday 18 December 2026',
        '| The end of Tuesday 22 December 2026<br>Days that do not count:<br>Saturday 19 and Sunday 20 December 2026: weekend |',
        '| The end of Friday 25 December 2026 |',
        'With priority ‘High’ |',
        '| “without delay” | Words alone | Guidance | Other agency |',
      ],
    ],
    [
      'hours to the minute, and the sooner of two times',
      {
        'stages/0/clocks/0/within': [
          { amount: 30, unit: 'hours' },
          { amount: 2, unit: 'working-days' },
        ],
      },
      ['| 30 hours or 2 working days, whichever is sooner |', '| 16:00 on Saturday 19 December 2026 |'],
    ],
    [
      'what the number means by the policy’s own words',
      {
        'stages/0/clocks/0/within': {
          amount: 48,
          unit: 'hours',
          countedAs: { amount: 2, unit: 'working-days' },
        },
      },
      ['48 hours (2 working days)', 'The end of Tuesday 22 December 2026'],
    ],
    [
      'that a date lies past what the calendar knows',
      { 'stages/0/clocks/0/within': { amount: 900, unit: 'working-days' } },
      ['Not known yet: bank holidays are published up to 31 December 2028'],
    ],
    [
      'that it knows nothing of another calendar',
      { calendar: 'isle-of-man' },
      [
        'No example: the kit does not bring the calendar',
        'Bank holidays are those of the calendar “isle-of-man”, which the host page gives.',
      ],
    ],
    [
      'how the policy counts',
      { counting: { startDay: 'day-1', offDayStart: 'next-working-day', lands: 'previous-working-day' } },
      [
        'The day on which something starts is day 1.',
        'What starts on a weekend or holiday starts on the next working day.',
        'A date that would fall on a weekend or holiday moves to the working day before.',
      ],
    ],
    [
      'who owes what to whom by when, and on what',
      {},
      [
        '| Record what was said | Raising agency<br>Other agency<br>Each on its own |  | At the start of Step A, Step B and Step 1 | The policy sets no time | Never: it stays owed | `small.record` |',
        '| Tell the partnership that the talk failed | Raising agency | Contact: Partnership office | At the start of Step A | At once<br>Only once the time for it (2 working days) has run out unsettled | When its stage is left |',
        '| Confirm the outcome in writing | Other agency<br>Manager |  | When the case is resolved<br>When a decision is recorded at Step C as ‘Uphold’ or ‘Overturn’ | Within 5 working days<br>Example: The end of Tuesday 29 December 2026 |',
      ],
    ],
    [
      'who gets a copy, what comes back, and what else meets a duty',
      {
        'duties/0/copiedTo': 'The chair',
        'duties/0/copies': ['office'],
        'duties/0/metBy': [{ event: 'updated' }],
        'duties/0/recurring': {
          every: { amount: 2, unit: 'weeks' },
          restartedBy: ['updated', 'escalated'],
          stages: ['talk'],
        },
      },
      [
        '| Copy to: The chair<br>Contacts for the copy: Partnership office |',
        'Again every 2 weeks at Step A, counted afresh when the partnership is updated and when the case goes up',
        'Also met when the partnership is updated',
      ],
    ],
    [
      'what has to come first, and when it does not',
      {},
      [
        '| Tell the managers first | Going up to Step B | Should: without it there is a warning | If small.managers.told is recorded as done | If ‘Is the child in danger now?’ is answered with yes |',
      ],
    ],
    [
      'the ways up',
      { 'ways/0/approver': 'manager', 'ways/0/consultFirst': 'board', 'ways/0/silence': 'soon' },
      [
        '| Straight to the board | From any stage to Step C | Urgent: safety cannot wait for the stages between | Approved by: Manager<br>Consulted first: Board<br>Closed once',
      ],
    ],
    [
      'who decides, and who may sit on the panel',
      {
        'stages/3/decision/options/0': {
          id: 'uphold',
          label: 'Uphold',
          decidedBy: 'panel',
          panel: { agencies: 3, sectors: ['health'], includesParties: true, senior: true },
          chair: { uninvolved: true, independent: true },
        },
      },
      [
        '| Step C | Uphold | A panel | From 3 different agencies<br>With a member from health<br>The agencies that disagree are on it<br>Senior officers only<br>The chair is of an agency that is no party<br>The chair is of no agency of the partnership |',
        '| Step C | Overturn | Partnership |  |',
      ],
    ],
    [
      'who meets whom, by sector',
      {},
      ['| Step B | The managers meet<br>Formal | Manager<br>Police: Sergeant | Manager<br>Police: Sergeant |  |'],
    ],
    [
      'where a route goes on in another, and beside which it can run',
      { 'routes/0/beside': 'short' },
      [
        'It can run beside ‘A conference’, as a case of its own.\n\nClauses: `small.talk`\n',
        'At Step C it goes on in ‘Any disagreement’.',
        '| Step A | Not part of this route |',
      ],
    ],
    ['that the line on immediate danger is ours', { callouts: [] }, ['call 999 now', '| None: it is ours |']],
    [
      'what else there is',
      {
        conference: { text: 'Ask for one.', clauses: ['small.top'] },
        dissent: { clauses: ['small.top'], stages: ['top'] },
        learning: { to: 'The board', text: 'Write it down.', clauses: ['small.top'] },
        officialForm: { title: 'Form 1', url: 'https://form.example/', clauses: ['small.top'] },
        extension: { clauses: ['small.top'], approver: 'board' },
        'stages/3/results': ['agreed', 'policy-gap'],
        'roles/1/substitutes': [{ name: 'Deputy', sectors: ['health', 'police'], clauses: ['small.managers'] }],
      },
      [
        '| A conference can be asked for | Ask for one. |',
        '| Dissent can be put on record | The policy speaks of it at Step C. |',
        '| What was learned | Write it down.<br>To: The board |',
        '| The partnership’s own form | Form 1: [https://form.example/](<https://form.example/>)<br>The kit does not file it, and says so. |',
        'and that waiting is safe, are recorded. It needs the approval of: Board',
        '- Step C: agreed or a gap in policy was found',
        '| Deputy (Health; Police) |',
      ],
    ],
    [
      'what the source leaves open',
      {
        'provenance/notes': [{ kind: 'silent', text: 'No word of hours.' }],
        'clauses/small.top/notes': [{ kind: 'our-reading', text: 'The board is one.' }],
      },
      ['**Not said**', '| The document as a whole | No word of hours. |  |', '| 5 | The board is one. | `small.top` |'],
    ],
  ])('%s', async (_name, changes, said) => {
    const markdown = await explained(changes);
    expect(said.filter((words) => !markdown.includes(words))).toEqual([]);
  });

  it('keeps the fingerprint when the policy is confirmed, and only then', async () => {
    const fingerprint = async (changes: Changes) => /`([0-9a-f]{64})`/.exec(await explained(changes))?.[1];
    const first = await fingerprint({});
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprint({ 'provenance/confirmed': { by: 'The board', on: '2026-03-02' } })).toBe(first);
    expect(await fingerprint({ 'provenance/taken': '2026-03-02' })).not.toBe(first);
  });

  it('marks the words of a policy in another language', async () => {
    const policy = parsePolicy(changed({ language: 'cy' }));
    expect(await explainPolicy(policy, DATE, 'html')).toContain('<span lang="cy">The two workers talk');
  });

  it('takes a policy’s text for text', async () => {
    const policy: Policy = parsePolicy(changed({ 'duties/0/text': '<img src=x onerror=alert(1)>' }));
    expect(await explainPolicy(policy, DATE, 'html')).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(await explainPolicy(policy, DATE, 'markdown')).toContain('\\<img src=x onerror=alert(1)\\>');
  });
});

function* elementsIn(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) {
    if (!tree.isElementNode(child)) continue;
    yield child;
    yield* elementsIn(child);
  }
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

function textOf(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) => (tree.isTextNode(child) ? child.value : 'childNodes' in child ? textOf(child) : ''))
    .join('')
    .replace(/\s+/g, ' ');
}
