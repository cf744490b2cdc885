import { directorySchema } from '../people/directory-schema.ts';
import { directoryOf } from '../people/directory.ts';

/** A partnership with three agencies. The people of tests are called by what they do. */
export const directory = directoryOf(
  directorySchema.parse({
    agencies: [
      {
        id: 'school',
        name: 'Hill School',
        sector: 'education',
        people: [
          { id: 'teacher', name: 'A. Teacher', role: 'Class teacher', email: 'teacher@school.example' },
          { id: 'school-lead', name: 'B. Lead', email: 'lead@school.example', roles: ['lead'] },
        ],
      },
      {
        id: 'council',
        name: 'Children’s Services',
        sector: 'social-care',
        address: 'duty@council.example',
        groups: ['social-workers'],
        people: [
          { id: 'manager', name: 'C. Manager', email: 'manager@council.example', roles: ['lead', 'line-manager'] },
        ],
      },
      { id: 'hospital', name: 'The Hospital', sector: 'health', people: [{ id: 'midwife', name: 'D. Midwife' }] },
    ],
    partnership: {
      name: 'The Partnership',
      address: 'partnership@example.org',
      groups: { auditor: 'auditors' },
      people: [
        {
          id: 'officer',
          name: 'E. Officer',
          email: 'officer@example.org',
          roles: ['partnership-manager'],
          office: 'officer',
        },
        { id: 'auditor', name: 'F. Auditor', office: 'auditor' },
      ],
    },
  }),
);
