import type { Document } from '../document/document.ts';
import type { Explained } from './explained.ts';
import { approvalSection, introduction } from './sections/approval.ts';
import { clausesSection } from './sections/clauses.ts';
import { contactsSection } from './sections/contacts.ts';
import { datesSection } from './sections/dates.ts';
import { dutiesSection } from './sections/duties.ts';
import { openSection } from './sections/open.ts';
import { originSection } from './sections/origin.ts';
import { peopleSection } from './sections/people.ts';
import { purposeSection } from './sections/purpose.ts';
import { besidesSection, calloutsSection, questionsSection } from './sections/screen.ts';
import { stagesSection } from './sections/stages.ts';
import { stepsSection } from './sections/steps.ts';

/** A policy laid out for those who have to say whether it is theirs. */
export function policyDocument(explained: Explained): Document {
  const { policy } = explained;
  return {
    language: 'en',
    ownLanguage: policy.language,
    title: `${policy.title}: for approval`,
    blocks: introduction(explained),
    sections: SECTIONS.map((section) => section(explained)),
  };
}

const SECTIONS = [
  approvalSection,
  originSection,
  purposeSection,
  peopleSection,
  stagesSection,
  stepsSection,
  datesSection,
  dutiesSection,
  calloutsSection,
  questionsSection,
  besidesSection,
  contactsSection,
  openSection,
  clausesSection,
];
