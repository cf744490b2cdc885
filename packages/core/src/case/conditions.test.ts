import { describe, expect, test } from 'vitest';
import type { Condition } from '../policy/index.ts';
import { holds } from './conditions.ts';
import { unopened } from './reading.ts';
import type { CaseState, Visit } from './state.ts';

const state = (fields: object): CaseState => ({ ...unopened(), ...fields });
const stay = (fields: object): Visit => ({ stage: 'talk', because: 'opened', decision: null, ...fields }) as Visit;
const decided = (stage: string, option: string) => stay({ stage, decision: { option } });
const party = (sector: string, noLead?: boolean) => ({
  agency: sector,
  sector,
  ...(noLead !== undefined && { noLead }),
});

const SCHOOL_AND_CARE = { parties: { raising: party('education', true), receiving: party('social-care') } };
const UNBORN_IN_NEED = { child: { statuses: ['unborn', 'child-in-need'] } };
const ADULT = { child: { statuses: [], subject: 'adult' } };

/** A condition, what is so of a case, and whether the condition holds for it. */
type Row = readonly [condition: Condition, fields: object, isSo: boolean];

const WORDS: Readonly<Record<string, readonly Row[]>> = {
  'a status of the child: one of those named': [
    [{ childStatus: ['looked-after', 'unborn'] }, UNBORN_IN_NEED, true],
    [{ childStatus: ['looked-after'] }, UNBORN_IN_NEED, false],
  ],
  'whom the case is about: a child, unless it says': [
    [{ subject: ['child'] }, {}, true],
    [{ subject: ['adult'] }, {}, false],
    [{ subject: ['child', 'adult'] }, ADULT, true],
    [{ subject: ['child'] }, ADULT, false],
  ],
  'a cause: one of those named': [
    [{ cause: ['thresholds', 'conduct'] }, { causes: ['conduct', 'records'] }, true],
    [{ cause: ['thresholds'] }, { causes: ['conduct'] }, false],
  ],
  'facts: all of them; what was not answered is no': [
    [{ fact: { danger: true, infant: false } }, { facts: { danger: true } }, true],
    [{ fact: { danger: true, infant: false } }, { facts: { danger: true, infant: true } }, false],
    [{ fact: { danger: true } }, {}, false],
  ],
  'a priority': [
    [{ priority: ['high', 'low'] }, { priority: 'low' }, true],
    [{ priority: ['high'] }, { priority: 'low' }, false],
    [{ priority: ['high'] }, {}, false],
  ],
  'a route': [
    [{ route: ['standard', 'short'] }, { route: 'short' }, true],
    [{ route: ['standard'] }, { route: 'short' }, false],
    [{ route: ['standard'] }, {}, false],
  ],
  'the stage where the case stands': [
    [{ stage: ['talk', 'top'] }, { visits: [stay({ stage: 'top' })] }, true],
    [{ stage: ['talk'] }, { visits: [stay({ stage: 'talk' }), stay({ stage: 'top' })] }, false],
    [{ stage: ['talk'] }, {}, false],
  ],
  'an agency: either, unless a side is named': [
    [{ party: { sector: ['social-care'] } }, SCHOOL_AND_CARE, true],
    [{ party: { sector: ['education'] } }, SCHOOL_AND_CARE, true],
    [{ party: { sector: ['health'] } }, SCHOOL_AND_CARE, false],
    [{ party: { side: 'raising', sector: ['social-care'] } }, SCHOOL_AND_CARE, false],
    [{ party: { side: 'receiving', sector: ['social-care', 'health'] } }, SCHOOL_AND_CARE, true],
    [{ party: {} }, SCHOOL_AND_CARE, true],
    [{ party: {} }, {}, false],
    [{ party: {} }, { parties: { receiving: party('health') } }, true],
  ],
  'an agency without a lead: one of which it was not said has one': [
    [{ party: { noLead: true } }, SCHOOL_AND_CARE, true],
    [{ party: { side: 'receiving', noLead: true } }, SCHOOL_AND_CARE, false],
    [{ party: { side: 'receiving', noLead: false } }, SCHOOL_AND_CARE, true],
    [{ party: { side: 'raising', noLead: false } }, SCHOOL_AND_CARE, false],
    [{ party: { sector: ['social-care'], noLead: true } }, SCHOOL_AND_CARE, false],
  ],
  'a decision of this stay': [
    [{ decided: {} }, { visits: [decided('top', 'uphold')] }, true],
    [{ decided: { option: ['overturn', 'uphold'] } }, { visits: [decided('top', 'uphold')] }, true],
    [{ decided: { option: ['overturn'] } }, { visits: [decided('top', 'uphold')] }, false],
    [{ decided: {} }, { visits: [decided('top', 'uphold'), stay({})] }, false],
    [{ decided: {} }, {}, false],
  ],
  'the latest decision of a stage named': [
    [{ decided: { stage: 'top' } }, { visits: [decided('top', 'uphold'), stay({})] }, true],
    [{ decided: { stage: 'top' } }, { visits: [decided('talk', 'uphold')] }, false],
    [
      { decided: { stage: 'top', option: ['uphold'] } },
      { visits: [decided('top', 'uphold'), decided('top', 'overturn'), stay({ stage: 'top' }), decided('talk', 'go')] },
      false,
    ],
    [
      { decided: { stage: 'top', option: ['overturn'] } },
      { visits: [decided('top', 'uphold'), decided('top', 'overturn'), stay({ stage: 'top' }), decided('talk', 'go')] },
      true,
    ],
  ],
  'clauses recorded as done: each of them': [
    [{ done: ['k.1', 'k.2'] }, { done: new Set(['k.1', 'k.2', 'k.3']) }, true],
    [{ done: ['k.1', 'k.2'] }, { done: new Set(['k.1']) }, false],
  ],
  'that a side consulted somebody': [
    [{ consulted: 'receiving' }, { consulted: new Set(['receiving']) }, true],
    [{ consulted: 'raising' }, { consulted: new Set(['receiving']) }, false],
  ],
  'that it was discussed, or was not': [
    [{ discussed: true }, { discussed: true }, true],
    [{ discussed: true }, { discussed: false }, false],
    [{ discussed: false }, { discussed: false }, true],
  ],
  'that somebody dissented, or nobody did': [
    [{ dissented: true }, { dissented: true }, true],
    [{ dissented: true }, { dissented: false }, false],
    [{ dissented: false }, { dissented: false }, true],
  ],
  'that a conference was asked for, or was not': [
    [{ conferenceRequested: true }, { conferenceRequested: true }, true],
    [{ conferenceRequested: true }, { conferenceRequested: false }, false],
    [{ conferenceRequested: false }, { conferenceRequested: false }, true],
  ],
  'why the case came to where it stands': [
    [{ because: ['urgent', 'early'] }, { visits: [stay({ because: 'early' })] }, true],
    [{ because: ['urgent'] }, { visits: [stay({ because: 'urgent' }), stay({ because: 'early' })] }, false],
    [{ because: ['urgent'] }, {}, false],
  ],
  'a stage that was jumped over: one of those named': [
    [{ bypassed: ['managers', 'top'] }, { bypassed: ['managers'] }, true],
    [{ bypassed: ['top'] }, { bypassed: ['managers'] }, false],
  ],
  'questions that were answered: each of them': [
    [{ answered: ['who', 'when'] }, { opened: { who: { name: 'A. Head' }, when: '2026-11-20' } }, true],
    [{ answered: ['who', 'when'] }, { opened: { who: { name: 'A. Head' }, when: ' ' } }, false],
    [{ answered: ['who'] }, { opened: { who: { name: '' } } }, false],
    [{ answered: ['who'] }, { opened: { who: 7 } }, false],
    [{ answered: ['who'] }, {}, false],
  ],
};

describe.each(Object.entries(WORDS))('a condition can ask for %s', (_, rows) => {
  test.each(rows)('%j of %j: %j', (condition, fields, isSo) => {
    expect(holds(condition, state(fields))).toBe(isSo);
  });
});

describe('conditions together', () => {
  const inDanger: Condition = { fact: { danger: true } };
  const isHigh: Condition = { priority: ['high'] };

  test.each<readonly [words: string, condition: Condition | undefined, fields: object, isSo: boolean]>([
    ['where none is given: it holds', undefined, {}, true],
    ['where one says nothing: it holds', {}, {}, true],
    ['what is left undefined asks nothing', { route: undefined, not: undefined }, {}, true],
    ['two words: both', { ...inDanger, ...isHigh }, { facts: { danger: true } }, false],
    ['two words: both', { ...inDanger, ...isHigh }, { facts: { danger: true }, priority: 'high' }, true],
    ['all: one does not', { all: [inDanger, isHigh] }, { facts: { danger: true } }, false],
    ['all: each does', { all: [inDanger, isHigh] }, { facts: { danger: true }, priority: 'high' }, true],
    ['any: one does', { any: [inDanger, isHigh] }, { facts: { danger: true } }, true],
    ['any: none does', { any: [inDanger, isHigh] }, {}, false],
    ['not: it does', { not: inDanger }, { facts: { danger: true } }, false],
    ['not: it does not', { not: inDanger }, {}, true],
  ])('%s', (_, condition, fields, isSo) => {
    expect(holds(condition, state(fields))).toBe(isSo);
  });

  test('can speak of an earlier stay, whatever they are in', () => {
    const earlier = stay({ stage: 'talk', because: 'early', decision: { option: 'go' } });
    const now = state({ visits: [earlier, stay({ stage: 'top', because: 'urgent' })] });
    const ofIt: Condition = { stage: ['talk'], because: ['early'], decided: { option: ['go'] } };
    for (const condition of [ofIt, { all: [ofIt] }, { any: [ofIt] }, { not: { not: ofIt } }]) {
      expect([holds(condition, now, earlier), holds(condition, now)]).toEqual([true, false]);
    }
  });
});
