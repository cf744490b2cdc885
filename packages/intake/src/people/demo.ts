import { directorySchema } from './directory-schema.ts';
import type { Directory } from './directory.ts';
import type { Identify } from './identify.ts';

/** Takes everybody's word, in a cookie `intake-demo`, for who they are: for a demonstration on one's own machine, and nowhere else. */
export function byChoice(directory: Directory): Identify {
  return ({ headers }) => {
    const cookie = /(?:^|;\s*)intake-demo=([\w.@-]+)/.exec(headers.get('cookie') ?? '')?.[1];
    return cookie === undefined ? null : directory.person(cookie);
  };
}

/** Whom a demonstration knows, where the settings name nobody. */
export const DEMO_DIRECTORY = directorySchema.parse({
  agencies: [
    {
      id: 'school',
      name: 'Anytown School',
      sector: 'education',
      people: [
        {
          id: 'school-lead',
          name: 'A. Lead',
          role: 'Designated safeguarding lead',
          email: 'safeguarding@school.example',
          roles: ['lead'],
        },
      ],
    },
    {
      id: 'hospital',
      name: 'Anytown Community Health',
      sector: 'health',
      people: [
        { id: 'midwife', name: 'B. Midwife', role: 'Midwife', email: 'midwife@hospital.example', roles: ['lead'] },
      ],
    },
    {
      id: 'council',
      name: 'Anytown Children’s Services',
      sector: 'social-care',
      address: 'duty@council.example',
      people: [
        {
          id: 'team-manager',
          name: 'C. Manager',
          role: 'Team manager',
          email: 'team.manager@council.example',
          roles: ['lead', 'line-manager'],
        },
      ],
    },
  ],
  partnership: {
    name: 'The Anytown partnership',
    address: 'inbox@partnership.example',
    people: [
      {
        id: 'partnership-manager',
        name: 'D. Officer',
        role: 'Partnership manager',
        email: 'manager@partnership.example',
        roles: ['partnership-manager'],
        office: 'officer',
      },
    ],
  },
});
