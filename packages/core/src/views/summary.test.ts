import { describe, expect, it } from 'vitest';
import { NOTE_KINDS, type Policy } from '../policy/index.ts';
import { en, say } from '../text/index.ts';
import { cy } from '../text/cy/index.ts';
import type { Text } from '../text/text.ts';
import { filledSections, SUMMARY_SECTIONS, summaryView } from './summary.ts';

const TODAY = '2026-11-24';
const says = (text: Text | null) => text && say(text, en);

/** A policy with the least that the format asks for. */
function policy(parts: Partial<Policy> = {}): Policy {
  return {
    format: 1,
    id: 'test',
    version: '1',
    language: 'en',
    title: 'Test escalation',
    partnership: { name: 'Test Partnership' },
    document: { title: 'Escalation' },
    provenance: { taken: '2026-11-21', confirmed: null },
    timeZone: 'Europe/London',
    calendar: 'england-and-wales',
    clauses: { c1: { place: 'Section 1', says: 'One.' }, c2: { place: 'Section 2', says: 'Two.' } },
    principles: [],
    reminders: [],
    causes: [],
    facts: [],
    asks: [],
    roles: [],
    routes: [{ id: 'referral', label: 'Referral stage', stages: ['1'] }],
    stages: [],
    timescales: [],
    ways: [],
    guards: [],
    duties: [],
    callouts: [],
    contacts: [],
    ...parts,
  };
}

const provenance = { taken: '2026-11-21', confirmed: null };
const review = { due: '2027-01', clauses: ['c1'] };
const source = { clause: 'c1', place: 'Section 1', says: 'One.' };

describe('what must be known before relying on a policy', () => {
  const notices = (parts: Partial<Policy>, today = TODAY) =>
    summaryView(policy(parts), today).notices.map(({ text }) => says(text));

  it('is that nobody has confirmed it', () => {
    expect(notices({})).toEqual([
      'The partnership has not confirmed what is shown here. The published document counts.',
    ]);
    expect(notices({ provenance: { ...provenance, confirmed: { by: 'the board', on: '2026-12-01' } } })).toEqual([]);
  });

  it('is that it is past its review date, once that month is over', () => {
    expect(notices({ provenance: { ...provenance, review } }, '2027-01-31')).toHaveLength(1);
    expect(notices({ provenance: { ...provenance, review } }, '2027-02-01')[0]).toBe(
      'This policy is past its review date: January 2027. Check that it is still the one in use.',
    );
  });
});

describe('where a policy comes from', () => {
  const lines = (parts: Partial<Policy['provenance']>, today = TODAY) =>
    summaryView(policy({ provenance: { ...provenance, ...parts } }), today).provenance.map(({ text }) => says(text));

  it('tells when it was taken, who confirmed it, and when its review is', () => {
    expect(lines({ review })).toEqual([
      'Taken from the published document on 21 November 2026.',
      'Not confirmed by the partnership.',
      'Review due: January 2027.',
    ]);
    expect(lines({ confirmed: { by: 'the board', on: '2026-12-01' }, review }, '2027-02-01')).toEqual([
      'Taken from the published document on 21 November 2026.',
      'Confirmed by the board on 1 December 2026.',
      'Review was due: January 2027.',
    ]);
    expect(lines({}).at(-1)).toBe('No date for a review is given.');
  });

  it('leaves null what the document does not say of itself, and follows web addresses alone', () => {
    expect(summaryView(policy(), TODAY).document).toEqual({
      partnership: 'Test Partnership',
      partnershipUrl: null,
      title: 'Escalation',
      version: null,
      dated: null,
      url: null,
    });
    const document = { title: 'Escalation', version: '2', dated: '2025', url: 'https://example.org/a.pdf' };
    const partnership = { name: 'Test Partnership', url: 'javascript:alert(1)' };
    expect(summaryView(policy({ document, partnership }), TODAY).document).toMatchObject({
      version: '2',
      dated: '2025',
      url: 'https://example.org/a.pdf',
      partnershipUrl: null,
    });
  });
});

describe('the statements', () => {
  it('carry the clauses that they rest on', () => {
    const statement = { text: 'The child comes first.', clauses: ['c1'] };
    const view = summaryView(policy({ principles: [statement], elsewhere: [statement] }), TODAY);
    expect(view.principles).toEqual([{ text: statement.text, remark: null, sources: [source] }]);
    expect(view.elsewhere).toEqual(view.principles);
  });

  it('tell of a cause where it leads, or which way up it is for', () => {
    const cause = { id: 'a', label: 'Level of risk', clauses: ['c1'] };
    const causes = [
      cause,
      { ...cause, routes: ['referral'] },
      { ...cause, leadsTo: 'Use the complaints policy.', routes: ['referral'] },
    ];
    expect(summaryView(policy({ causes }), TODAY).causes.map(({ remark }) => says(remark))).toEqual([
      null,
      'On the way up for: Referral stage',
      'Use the complaints policy.',
    ]);
  });

  it('tell where learning goes', () => {
    const learning = { to: 'the subgroup', text: 'Write down what was learned.', clauses: ['c2'] };
    expect(says(summaryView(policy({ learning }), TODAY).learning!.remark)).toBe('Goes to: the subgroup');
  });

  it('give a contact its links and sources', () => {
    const contact = { id: 'a', name: 'Inbox', email: 'in@example.org', asOf: null, clauses: ['c1'] };
    expect(summaryView(policy({ contacts: [contact] }), TODAY).contacts).toMatchObject([
      { name: 'Inbox', asOf: null, links: [{ href: 'mailto:in@example.org' }], sources: [source] },
    ]);
  });
});

describe('what the source leaves open', () => {
  it('is grouped by kind, of the whole source first, with the clause that it concerns', () => {
    const notes = [
      { kind: 'our-reading', text: 'a' },
      { kind: 'silent', text: 'b' },
    ] as const;
    const view = summaryView(
      policy({
        provenance: { ...provenance, notes: [{ kind: 'our-reading', text: 'whole' }] },
        clauses: { c1: { place: 'Section 1', says: 'One.', notes: [...notes] } },
      }),
      TODAY,
    );
    expect(view.notes).toEqual([
      { kind: 'silent', notes: [{ text: 'b', asked: [], sources: [source] }] },
      {
        kind: 'our-reading',
        notes: [
          { text: 'whole', asked: [], sources: [] },
          { text: 'a', asked: [], sources: [source] },
        ],
      },
    ]);
  });
});

describe('a question to the partnership', () => {
  const ask = (note: object) => {
    const notes = [{ kind: 'silent', text: 'Who chairs', ...note }] as never;
    const [open] = summaryView(policy({ provenance: { ...provenance, notes } }), TODAY).notes;
    return open!.notes[0]!.asked.map((text) => say(text, en));
  };

  it('stands with its note until it is answered', () => {
    expect(ask({ question: 'Who?' })).toEqual(['Asked of the partnership: Who?', 'Not answered yet.']);
  });

  it('keeps the answer beside it, by role and day', () => {
    const answer = { text: 'The chair', by: 'Officer', on: '2026-11-02' };
    expect(ask({ question: 'Who?', answer })).toEqual([
      'Asked of the partnership: Who?',
      'Answered: The chair (Officer, 2 November 2026)',
    ]);
  });
});

describe('the sections', () => {
  it('are those with something to say', () => {
    expect(filledSections(summaryView(policy(), TODAY))).toEqual(['document', 'provenance']);
    const statement = { text: 'a', clauses: ['c1'] };
    const full = policy({
      provenance: { ...provenance, notes: [{ kind: 'silent', text: 'a' }] },
      principles: [statement],
      reminders: [statement],
      causesMissing: statement,
      elsewhere: [statement],
      contacts: [{ id: 'a', name: 'a', asOf: null, clauses: ['c1'] }],
      officialForm: { title: 'a', url: 'https://example.org', clauses: ['c1'] },
      learning: { to: 'a', ...statement },
    });
    expect(filledSections(summaryView(full, TODAY))).toEqual(SUMMARY_SECTIONS);
  });

  it.each([
    ['English', en],
    ['Welsh', cy],
  ])('and the kinds of notes have names in %s', (_, catalogue) => {
    const keys = [
      ...SUMMARY_SECTIONS.map((section) => `summary.section.${section}`),
      ...NOTE_KINDS.map((kind) => `summary.kind.${kind}`),
    ];
    for (const key of keys) expect(Object.keys(catalogue.messages)).toContain(key);
  });
});
