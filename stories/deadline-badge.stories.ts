import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { StoryCase } from './support/cases.ts';
import { POLICIES } from './support/policies.ts';
import { gallery, inCase, LONG, settingOf } from './support/render.ts';

interface Args {
  due?: string;
  from?: string;
  within?: string;
  words?: string;
  calendar?: string;
  open?: boolean;
  compact?: boolean;
  now?: string;
}

const meta: Meta<Args> = {
  title: 'Deadline badge',
  component: 'deadline-badge',
  args: { due: '2026-11-27' },
  render: (args, { globals }) => {
    const { policy, now } = settingOf(globals);
    return html`<deadline-badge
      policy=${policy}
      calendar=${args.calendar ?? nothing}
      now=${args.now ?? now}
      due=${args.due || nothing}
      from=${args.from ?? nothing}
      within=${args.within ?? nothing}
      words=${args.words ?? nothing}
      ?open=${args.open ?? false}
      ?compact=${args.compact ?? false}
    ></deadline-badge>`;
  },
};

export default meta;
type Story = StoryObj<Args>;

const at = (now: string): Story => ({ args: { now } });

export const OnTrack = at('2026-11-23T09:00:00Z');
export const DueSoon = at('2026-11-26T09:00:00Z');
export const DueToday = at('2026-11-27T09:00:00Z');
export const Overdue = at('2026-12-01T09:00:00Z');
export const Unknown: Story = {
  args: { due: '', from: '2028-12-28', within: '5 working days', now: '2028-12-28T09:00:00Z' },
};
export const WordsOnly: Story = { args: { due: '', from: '2026-11-20', words: 'without delay' } };
export const Met: Story = settled('2026-11-25T09:00:00Z');
export const MetLate: Story = settled('2026-12-02T09:00:00Z');

/** The date counted here and now, over a weekend. */
export const Counted: Story = { args: { due: '', from: '2026-11-20', within: '5 working days' } };
export const OverChristmas: Story = {
  args: { due: '', from: '2026-12-19', within: '5 working days', open: true, now: '2026-12-22T09:00:00Z' },
};
export const InScotland: Story = {
  args: {
    due: '',
    from: '2026-06-12',
    within: '5 working days',
    calendar: 'scotland',
    open: true,
    now: '2026-06-15T09:00:00Z',
  },
};
export const Hours: Story = {
  args: { due: '', from: '2026-11-20T10:00:00Z', within: '48 hours', open: true, now: '2026-11-21T09:00:00Z' },
};
export const Open: Story = { args: { due: '', from: '2026-11-20', within: '5 working days', open: true } };
export const Compact: Story = { args: { compact: true } };

/** Inside a case: the deadline that matters now, with its clause. */
export const InACase: Story = {
  render: (_args, { globals }) => {
    const setting = settingOf(globals);
    return inCase(setting, new StoryCase(POLICIES[setting.policy]).log, html`<deadline-badge open></deadline-badge>`);
  },
};

export const Extended: Story = {
  render: (_args, { globals }) => {
    const story = new StoryCase(POLICIES.barnsley, { stage: '1' });
    story.do({ action: 'extend', until: '2026-12-04', reason: 'The manager is away; the child is safe', safe: true });
    return inCase(
      { ...settingOf(globals), policy: 'barnsley' },
      story.log,
      html`<deadline-badge open></deadline-badge>`,
    );
  },
};

export const ProtectsTheChild: Story = {
  render: (_args, { globals }) => {
    const story = new StoryCase(POLICIES.bromley, { protectBy: '2026-11-25' });
    return inCase(
      { ...settingOf(globals), policy: 'bromley' },
      story.log,
      html`<deadline-badge open></deadline-badge>`,
    );
  },
};

/** What the server wrote stands until there is something to show. */
export const ServedText: Story = {
  render: () => html`<deadline-badge>Due Friday 27 November 2026</deadline-badge>`,
};

export const LongText: Story = {
  args: { due: '', from: '2026-11-20', words: LONG.reason.slice(0, 200) },
  parameters: { narrow: true },
};
export const Narrow: Story = { ...Open, parameters: { narrow: true } };
export const RightToLeft: Story = { ...Open, parameters: { direction: 'rtl' } };
export const FailedAttribute: Story = { args: { due: '2026-02-30' } };

export const AllStatuses: Story = {
  render: () =>
    gallery(
      ['2026-11-23', '2026-11-26', '2026-11-27', '2026-12-01'].map((day) => [
        day,
        html`<deadline-badge policy="barnsley" due="2026-11-27" now=${`${day}T09:00:00Z`}></deadline-badge>`,
      ]),
    ),
};

function settled(at: string): Story {
  return {
    render: () => {
      const log = new StoryCase(POLICIES.barnsley, { stage: '1' }).log;
      const resolved = { id: 'e2', type: 'resolved', at, by: { side: 'raising' }, outcome: 'Agreed', outstanding: '' };
      return inCase(
        { policy: 'barnsley', now: '2026-12-03T09:00:00Z' },
        [...log, resolved as never],
        html`<deadline-badge deadline="barnsley.1.timescale"></deadline-badge>`,
      );
    },
  };
}
