import { directorySchema } from './directory-schema.ts';
import type { Directory } from './directory.ts';
import type { Identify } from './identify.ts';

/** Takes everybody's word, in a cookie `intake-demo`, for who they are: for a demonstration on one's own machine, and nowhere else. */
export function byChoice(directory: Directory): Identify {
  return ({ headers }) => {
    const cookie = /(?:^|;\s*)intake-demo=([\w.%@-]+)/.exec(headers.get('cookie') ?? '')?.[1];
    return cookie === undefined ? null : directory.person(decodeURIComponent(cookie));
  };
}

/** Whom a demonstration knows, where the settings name nobody. */
export const DEMO_DIRECTORY = directorySchema.parse({
  agencies: [
    {
      id: 'school',
      name: 'Hill Road School',
      sector: 'education',
      people: [
        {
          id: 'school-lead',
          name: 'School lead',
          role: 'Safeguarding lead',
          email: 'lead@school.example',
          roles: ['lead'],
        },
      ],
    },
    {
      id: 'hospital',
      name: 'Riverside Hospital',
      sector: 'health',
      people: [{ id: 'midwife', name: 'Midwife', role: 'Midwife', email: 'midwife@hospital.example', roles: ['lead'] }],
    },
    {
      id: 'council',
      name: 'Children’s Services',
      sector: 'social-care',
      address: 'duty@council.example',
      people: [
        {
          id: 'team-manager',
          name: 'Team manager',
          role: 'Team manager',
          email: 'manager@council.example',
          roles: ['lead', 'line-manager'],
        },
      ],
    },
  ],
  partnership: {
    address: 'partnership@example.org',
    people: [
      {
        id: 'partnership-manager',
        name: 'Partnership manager',
        role: 'Partnership manager',
        email: 'manager@partnership.example',
        roles: ['partnership-manager'],
        office: 'officer',
      },
    ],
  },
});
