import { en, speakerOf } from '@escalation-kit/core/text';
import type { Block, Section } from '../../document/document.ts';
import { own, type Explained } from '../explained.ts';

/** What the document is, in the first lines of it. */
export function introduction({ policy }: Explained): Block[] {
  const { confirmed } = policy.provenance;
  const { date } = speakerOf(en);
  return [
    {
      paragraph: [
        'Escalation Kit shows practitioners their partnership’s policy at work: the right questions, the next step, the ',
        'date and the duties that go with it. This document lays out everything that it holds for ',
        { strong: own(policy.partnership.name) },
        ' and nothing else, so that the partnership can say whether that is what its policy says.',
      ],
    },
    {
      paragraph: confirmed
        ? [{ strong: 'Confirmed' }, ` by ${confirmed.by} on ${date(confirmed.on)}.`]
        : [{ strong: 'Not confirmed yet.' }, ' Until it is, every page that shows the policy says so.'],
    },
  ];
}

/** How the partnership checks and confirms it. */
export function approvalSection({ policy, fingerprint }: Explained): Section {
  return {
    id: 'approval',
    title: 'How to confirm it',
    blocks: [
      {
        list: [
          [
            'Have the policy itself beside this: ',
            { strong: own(policy.document.title) },
            '. See “Where it comes from”.',
          ],
          'Read “Clauses”, the last section. For each clause of your policy it says where that stands, what it asks in the words of the kit, and what rests on it. Is a clause missing? Does one ask for something else?',
          'Read “What the source leaves open”. Wherever your policy is silent or can be read in two ways, somebody has read it in one way. Say which reading is yours.',
          'Check the stages, the dates with their examples, the duties and the contacts. This is what practitioners will see and be reminded of.',
          'Send back what is wrong; or confirm it below, with the fingerprint. The confirmation is written into the data, and from then on the pages name it.',
        ],
        ordered: true,
      },
      { terms: [['Fingerprint', { code: fingerprint }]] },
      {
        paragraph:
          'The fingerprint is worked out from the data (SHA-256 of its canonical JSON, with nothing in place of a confirmation). If one word of the data changes, so does the fingerprint: what you confirm is this text and no other.',
      },
      { paragraph: ['I confirm for ', own(policy.partnership.name), ' that this is what our policy says.'] },
      { blanks: ['Name and office', 'Date', 'Signature'] },
    ],
  };
}
