import { html, type TemplateResult } from 'lit';
import type { CaseEvent } from '@escalation-kit/core/case';
import type { PolicyId } from '@escalation-kit/policies';
import '@escalation-kit/elements/define';
import { CLOCKS } from './globals.ts';

/** What the toolbar says. */
export interface Setting {
  readonly policy: PolicyId;
  readonly now: string;
}

export function settingOf(globals: Readonly<Record<string, unknown>>): Setting {
  const policy = (globals['policy'] ?? 'barnsley') as PolicyId;
  return { policy, now: CLOCKS[(globals['clock'] ?? 'two working days on') as keyof typeof CLOCKS] };
}

/** A case around some elements, as a host would write it. */
export function inCase({ policy, now }: Setting, log: readonly CaseEvent[], content: unknown): TemplateResult {
  return html`<escalation-case policy=${policy} now=${now} .log=${log}>${content}</escalation-case>`;
}

/** Several things side by side, each under its name. */
export function gallery(items: readonly (readonly [name: string, content: unknown])[]): TemplateResult {
  return html`${items.map(
    ([name, content]) =>
      html`<section>
        <h2>${name}</h2>
        ${content}
      </section>`,
  )}`;
}

/** Names that no layout expects. */
export const LONG = {
  agency:
    'The Inter-Agency Safeguarding, Early Help, Attendance and Inclusion Partnership Service for Upper and Lower Riverside',
  word: 'Kindeswohlgefährdungseinschätzungsverantwortlichkeitszuständigkeit',
  reason: 'We have met four times and written seven times, and the reasons given each time were different. '.repeat(12),
};
