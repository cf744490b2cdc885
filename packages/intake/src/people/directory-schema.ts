import * as z from 'zod';
import { SECTORS } from '@escalation-kit/core/policy';
import { oneOf, section, text, textThat } from '../settings/allowed.ts';

export const OFFICES = ['officer', 'auditor'] as const;
/** What somebody of the partnership does there: an officer reads and writes, an auditor sees counts. */
export type Office = (typeof OFFICES)[number];

const id = textThat('letters, digits, dots, hyphens, underscores and @', (value) => /^[\w.@-]{1,200}$/.test(value));
const email = textThat('an e-mail address', (value) =>
  /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"().]+$/.test(value),
);
const listOf = <T extends z.ZodType>(item: T, what: string) =>
  z.array(item, { error: `a list of ${what}` }).default([]);

const personSchema = section({
  /** As whoever signs people in calls them. */
  id,
  name: text('a name'),
  email: email.optional(),
  /** What it says on their door. */
  role: text('a role in words').optional(),
  /** Roles of the policies, by their ids. */
  roles: listOf(text('the id of a role'), 'ids of roles'),
  office: oneOf(OFFICES).optional(),
});

const groupShape = {
  /** Where what is for the agency and for nobody in particular goes. */
  address: email.optional(),
  people: listOf(personSchema, 'people'),
};

export const directorySchema = section({
  agencies: listOf(
    section({
      id,
      name: text('a name'),
      sector: oneOf(SECTORS),
      /** Sign-in groups whose members act for it. */
      groups: listOf(text('the name of a group'), 'groups'),
      ...groupShape,
    }),
    'agencies',
  ),
  partnership: section({
    name: text('a name').default('The partnership'),
    groups: section({
      officer: text('the name of a group').optional(),
      auditor: text('the name of a group').optional(),
    }).prefault({}),
    ...groupShape,
  }).prefault({}),
});

export type DirectoryData = z.output<typeof directorySchema>;
export type AgencyData = DirectoryData['agencies'][number];
export type PersonData = AgencyData['people'][number];
