import { en, speakerOf } from '@escalation-kit/core/text';
import type { Inline, Section } from '../../document/document.ts';
import { clauseLinksWithin, dateWords, titled, own, type Explained } from '../explained.ts';

/** Where the data comes from. */
export function originSection({ policy }: Explained): Section {
  const { partnership, document, provenance, basedOn } = policy;
  const { date } = speakerOf(en);
  const optional = (name: string, value: Inline | undefined): [string, Inline][] =>
    value === undefined ? [] : [[name, value]];
  const terms: [string, Inline][] = [
    ['Partnership', titled(partnership.name, partnership.url)],
    ['Document', titled(document.title, document.url)],
    ...optional('Version of the document', document.version && own(document.version)),
    ...optional('Date of the document', document.dated && dateWords(document.dated)),
    ['Version of this data', own(policy.version)],
    ['Taken from the document', date(provenance.taken)],
    ['Confirmed', provenance.confirmed ? `${date(provenance.confirmed.on)}, by ${provenance.confirmed.by}` : 'No'],
    ...optional(
      'To be reviewed',
      provenance.review && [dateWords(provenance.review.due), ' (', clauseLinksWithin(provenance.review.clauses), ')'],
    ),
    ...optional('Made from the policy', basedOn && `${basedOn.id}, version ${basedOn.version}`),
    ['Name of the data', { code: policy.id }],
    ['Language of its texts', { code: policy.language }],
    ...optional('Other languages', policy.texts && Object.keys(policy.texts).join(', ')),
  ];
  return { id: 'origin', title: 'Where it comes from', blocks: [{ terms }] };
}
