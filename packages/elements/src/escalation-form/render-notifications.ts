import { html, nothing, type TemplateResult } from 'lit';
import type { Notification } from '@escalation-kit/core/submission';
import { heading } from '../kit/heading.ts';

import type { Frame } from './render-page.ts';

/** Who is to be told, with a text to copy or to open as a draft. None of it says anything of the child. */
export function renderNotifications(
  notifications: readonly Notification[],
  isSent: boolean,
  frame: Frame,
): TemplateResult | typeof nothing {
  if (notifications.length === 0) return nothing;
  const { say, level } = frame;
  return html`${heading(level + 1, say('form.tell'), 'section')}
    <p>${say(isSent ? 'form.tell.sent' : 'form.tell.not-sent')} ${say('form.tell.hint')}</p>
    ${sameText(notifications).map((group, number) => renderGroup(group, `notification-${number}`, frame))}`;
}

/** Those who are to be told the same, and what. */
function renderGroup(group: readonly Notification[], id: string, { say }: Frame): TemplateResult {
  return html`<div class="notification">
    <ul>
      ${group.map(
        ({ to, email, subject, text }) =>
          html`<li>
            ${to}:
            <a class="draft" href=${draft(email, subject, text)}
              >${say('form.draft')}<span class="ek-hidden"> ${say('form.draft-to', { to })}</span></a
            >
          </li>`,
      )}
    </ul>
    <label class="label" for=${id}>${say('form.text')}</label>
    <textarea id=${id} rows="5" readonly autocomplete="off" .value=${group[0]!.text}></textarea>
    <div class="actions no-print" part="actions">
      <button
        class="ek-button ek-button--secondary"
        part="button"
        type="button"
        @click=${(event: Event) => onCopy(event, say('form.copied'), say('form.copy-by-hand'))}
      >
        ${say('form.copy')}
      </button>
      <span aria-live="polite"></span>
    </div>
  </div>`;
}

function sameText(notifications: readonly Notification[]): Notification[][] {
  const groups = new Map<string, Notification[]>();
  for (const one of notifications) {
    const key = `${one.subject}\n${one.text}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** An address is encoded, so that nothing in it adds a copy or another header. */
function draft(email: string | null, subject: string, text: string): string {
  const to = encodeURIComponent(email ?? '').replace('%40', '@');
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}

async function onCopy(event: Event, copied: string, byHand: string): Promise<void> {
  const group = (event.currentTarget as Element).closest('.notification')!;
  const isCopied = await copyText(group.querySelector('textarea')!);
  group.querySelector('[aria-live]')!.textContent = isCopied ? copied : byHand;
}

/**
 * Copies what stands in a field. On plain-http pages browsers offer no clipboard: the old command is tried there, and
 * failing that the text is left selected.
 *
 * @returns whether it was copied
 */
async function copyText(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}
