import type { Answers } from './person.ts';

/** Somebody's way through one policy, from raising a disagreement to its end, on the page without a server. */
export interface PolicyJourney {
  readonly policy: string;
  readonly page: string;
  readonly opened: { readonly day: string; readonly answers: Answers; readonly next: RegExp; readonly badge: RegExp };
  readonly escalated: {
    readonly day: string;
    readonly answers: Answers;
    readonly ladder: RegExp;
    readonly badge: RegExp;
  };
  readonly resolved: {
    readonly day: string;
    readonly answers: Answers;
    readonly ladder: RegExp;
    readonly owed: RegExp;
  };
}

/** What nobody may find outside the form and the record. */
export const TYPED = ['REF-4711', 'Zebra Crossing School'];

const PARTIES = {
  'Name of your agency': 'Zebra Crossing School',
  'Your agency’s sector': 'Education',
  'Name of the other agency': 'Children’s Services',
  'The other agency’s sector': 'Social care',
};
const CHILD = { 'Your reference for the child': 'REF-4711' };
const AUTHOR = { 'Your role': 'Designated safeguarding lead', 'Your name': 'Sam Example' };
const AGREED = {
  'What do you want to record?': 'Record that it is resolved',
  'What was agreed or decided?': 'A joint visit this week.',
  'What is still outstanding': 'The report of that visit.',
  'How did it end?': 'Agreed',
  'Who are you recording this for?': 'Zebra Crossing School',
  'Your role': 'Designated safeguarding lead',
};
const ONWARD = {
  'What do you want to record?': 'Take it to another stage',
  'Why is it going there?': 'It was not resolved at this stage',
  'Your reasons': 'We gave our reasons twice. Nothing has changed.',
  'Who are you recording this for?': 'Zebra Crossing School',
  'Your role': 'Designated safeguarding lead',
};

export const JOURNEYS: readonly PolicyJourney[] = [
  {
    policy: 'barnsley',
    page: 'alone/',
    opened: {
      day: '2026-11-20',
      answers: {
        'Are there significant concerns': 'No',
        'Which stage are you starting at?': 'Stage 1',
        ...PARTIES,
        ...CHILD,
        'What do you disagree about?': ['Thresholds'],
        'Describe it in your own words': 'No further action was taken after two referrals.',
        'Has the practitioner who raises the concern': 'Yes',
        'Has the other practitioner': 'Yes',
        Name: 'A. Manager',
        'E-mail address or phone number': 'a.manager@example.org',
        ...AUTHOR,
      },
      next: /Next: .* by Friday 27 November 2026/,
      badge: /Due Friday 27 November 2026.*5 working days left/,
    },
    escalated: {
      day: '2026-11-26',
      answers: { ...ONWARD, 'Where is it going?': 'Stage 2' },
      ladder: /Stage 1.*Done.*Stage 2.*You are here/,
      badge: /Due Thursday 3 December 2026/,
    },
    resolved: {
      day: '2026-12-01',
      answers: AGREED,
      ladder: /Stage 2.*Resolved here/,
      owed: /Tuesday 8 December 2026/,
    },
  },
  {
    policy: 'bromley',
    page: 'alone/',
    opened: {
      day: '2026-11-20',
      answers: {
        'Do you think that a child is at immediate risk': 'No',
        'Which stage are you starting at?': 'Stage One',
        ...PARTIES,
        'Which of these apply to the child?': ['Looked after'],
        ...CHILD,
        'What do you disagree about?': ['Levels of need'],
        'Is there a date by which this must be settled': [25, 11, 2026],
        ...AUTHOR,
      },
      next: /Next: .* by Wednesday 25 November 2026/,
      badge: /Due Wednesday 25 November 2026.*3 working days left/,
    },
    escalated: {
      day: '2026-11-25',
      answers: { ...ONWARD, 'Where is it going?': 'Stage Two' },
      ladder: /Stage One.*Done.*Stage Two.*You are here/,
      badge: /25 November 2026.*Due today/,
    },
    resolved: {
      day: '2026-11-26',
      answers: AGREED,
      ladder: /Stage Two.*Resolved here/,
      owed: /Independent Reviewing Officer/,
    },
  },
  {
    policy: 'coventry',
    page: 'alone/',
    opened: {
      day: '2026-11-20',
      answers: {
        'Is the child at immediate risk of harm?': 'No',
        'Which stage are you starting at?': 'Stage 1',
        ...PARTIES,
        ...CHILD,
        'What do you disagree about?': 'The referral was closed without a visit.',
        'Is the disagreement about a referral or a threshold?': 'Yes',
        ...AUTHOR,
      },
      next: /Next: .* by Monday 23 November 2026/,
      badge: /Due Monday 23 November 2026.*1 working day left/,
    },
    escalated: {
      day: '2026-11-24',
      answers: { ...ONWARD, 'Where is it going?': 'Stage 2' },
      ladder: /Stage 1.*Done.*Stage 2.*You are here/,
      badge: /Without delay.*No fixed date/,
    },
    resolved: {
      day: '2026-11-30',
      answers: AGREED,
      ladder: /Stage 2.*Resolved here/,
      owed: /second-tier managers/i,
    },
  },
  {
    policy: 'greenwich',
    page: 'alone/',
    opened: {
      day: '2026-11-20',
      answers: {
        'Do you think that a child is at risk of immediate harm?': 'No',
        'What is the disagreement about?': 'Professional disagreement',
        'Which stage are you starting at?': 'Stage Two',
        ...PARTIES,
        ...CHILD,
        'What do you disagree about?': ['Communication'],
        ...AUTHOR,
      },
      next: /Next: .* as soon as possible/,
      badge: /As soon as possible.*No fixed date/,
    },
    escalated: {
      day: '2026-11-24',
      answers: { ...ONWARD, 'Where is it going?': 'Stage Three' },
      ladder: /Stage Two.*Done.*Stage Three.*You are here/,
      badge: /No fixed date/,
    },
    resolved: {
      day: '2026-11-30',
      answers: AGREED,
      ladder: /Stage Three.*Resolved here/,
      owed: /in writing/,
    },
  },
  {
    policy: 'kent',
    page: 'alone/',
    opened: {
      day: '2026-11-20',
      answers: {
        'Is a child at immediate risk of harm?': 'No',
        'What is the disagreement about?': 'Referral stage',
        'Is it about a possible non-accidental injury': 'No',
        'Which stage are you starting at?': 'Referral 1',
        ...PARTIES,
        ...CHILD,
        'What do you disagree about?': ['Whether the referral meets the criteria'],
        ...AUTHOR,
      },
      next: /Next: the practitioners at Zebra Crossing School and Children’s Services/,
      badge: /No fixed date/,
    },
    escalated: {
      day: '2026-11-24',
      answers: { ...ONWARD, 'Where is it going?': 'Referral 2' },
      ladder: /Referral 1.*Done.*Referral 2.*You are here/,
      badge: /No fixed date/,
    },
    resolved: {
      day: '2026-11-30',
      answers: AGREED,
      ladder: /Referral 2.*Resolved here/,
      owed: /in writing/,
    },
  },
];
