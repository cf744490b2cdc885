import { parsePolicy } from '@escalation-kit/core/parse';
import type { Condition } from '@escalation-kit/core/policy';
import { en, loadCatalogue, runsOf, say, type Text } from '@escalation-kit/core/text';
import { conditionText } from '@escalation-kit/core/views';
import { describe, expect, it } from 'vitest';
import { changed } from '../../../../test/conformance/changed-policy.ts';
import { conditionWords } from './condition-words.ts';

const cy = (await loadCatalogue('cy'))!;
const policy = parsePolicy(changed({}));

const CONDITIONS: readonly [Condition, string][] = [
  [{}, 'in every case'],
  [{ childStatus: ['looked-after', 'unborn'] }, 'the child is looked after or unborn'],
  [{ subject: ['adult', 'no-single-case'] }, 'the case is about an adult or no single case'],
  [{ cause: ['thresholds'] }, 'the cause is ‘Levels of need’'],
  [{ fact: { danger: false } }, '‘Is the child in danger now?’ is answered with no'],
  [{ priority: ['high'] }, 'the priority is ‘High’'],
  [{ route: ['standard', 'short'] }, 'the route is ‘Any disagreement’ or ‘A conference’'],
  [{ stage: ['talk', 'managers', 'top'] }, 'the case stands at Step A, Step B or Step C'],
  [{ party: { sector: ['health', 'police'] } }, 'one of the two agencies is in health or police'],
  [{ party: { side: 'raising', noLead: true } }, 'the agency raising the concern has no safeguarding lead'],
  [
    { party: { side: 'receiving', sector: ['other'], noLead: false } },
    'the other agency is in another sector and has a safeguarding lead',
  ],
  [{ decided: {} }, 'something was decided at the present stage'],
  [{ decided: { stage: 'top', option: ['uphold', 'overturn'] } }, '‘Uphold’ or ‘Overturn’ was decided at Step C'],
  [{ done: ['small.talk', 'small.top'] }, 'small.talk and small.top are recorded as done'],
  [{ consulted: 'partnership' }, 'the partnership has consulted somebody'],
  [{ discussed: false }, 'no discussion is recorded'],
  [{ dissented: true }, 'dissent is on record'],
  [{ conferenceRequested: true }, 'a conference was asked for'],
  [{ because: ['no-reply'] }, 'the reason for going up was ‘the other agency has not replied’'],
  [{ bypassed: ['managers'] }, 'Step B was jumped over'],
  [{ answered: ['manager'] }, '‘Your manager’ was answered'],
  [{ any: [] }, 'in no case'],
  [
    { any: [{ discussed: true }, { all: [{ dissented: true }, { consulted: 'raising' }] }] },
    'either a discussion is recorded, or (dissent is on record, and the agency raising the concern has consulted somebody)',
  ],
  [
    { not: { discussed: true, dissented: true } },
    'it is not so that (a discussion is recorded, and dissent is on record)',
  ],
  [{ cause: ['gone'], stage: ['gone'] }, 'the cause is ‘gone’, and the case stands at gone'],
];

describe.each(CONDITIONS)('%j', (condition, words) => {
  it('is said on screen and by explain alike', () => {
    expect(say(conditionText(condition, policy), en)).toBe(words);
    expect(conditionWords(condition, policy)).toBe(words);
  });

  it('is said in Welsh', () => {
    const said = say(conditionText(condition, policy), cy);
    expect(said).not.toMatch(/condition\.|undefined|\[object/);
    expect(said).not.toBe(words);
  });
});

it('tells which words are the policy’s', () => {
  const voice = { language: 'cy', languageOf: () => 'en', say: (text: Text) => say(text, cy) };
  const condition: Condition = { any: [{ cause: ['thresholds'] }, { not: { stage: ['talk'] }, discussed: true }] };
  const runs = runsOf(conditionText(condition, policy), voice);
  expect(runs.filter(({ from }) => from === 'policy')).toEqual([
    { text: 'Levels of need', from: 'policy', language: 'en' },
    { text: 'Step A', from: 'policy', language: 'en' },
  ]);
  expect(runs.map(({ text }) => text).join('')).toBe(say(conditionText(condition, policy), cy));
});
