import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../kit/heading.ts';
import type { Notification } from '../submission/submit-event.ts';
import { copyText } from './copy-text.ts';
import type { Frame } from './render-page.ts';

/** Who is to be told, with a text to copy or to open as a draft. None of it says anything of the child. */
export function renderNotifications(
  notifications: readonly Notification[],
  frame: Frame,
): TemplateResult | typeof nothing {
  if (notifications.length === 0) return nothing;
  const { say, level } = frame;
  return html`${heading(level + 1, say('form.tell'), 'section')}
    <p>${say('form.tell.hint')}</p>
    <ul class="notifications">
      ${notifications.map((notification, number) => renderNotification(notification, `notification-${number}`, frame))}
    </ul>`;
}

function renderNotification({ to, email, subject, text }: Notification, id: string, { say }: Frame): TemplateResult {
  return html`<li>
    <label class="label" for=${id}>${to}</label>
    <textarea id=${id} rows="5" readonly autocomplete="off" .value=${text}></textarea>
    <div class="actions no-print" part="actions">
      <button
        class="ek-button ek-button--secondary"
        part="button"
        type="button"
        @click=${(event: Event) => onCopy(event, say('form.copied'), say('form.copy-by-hand'))}
      >
        ${say('form.copy')}<span class="ek-hidden"> ${say('form.draft-to', { to })}</span>
      </button>
      <a class="draft" href=${draft(email, subject, text)}
        >${say('form.draft')}<span class="ek-hidden"> ${say('form.draft-to', { to })}</span></a
      >
      <span class="copied" role="status"></span>
    </div>
  </li>`;
}

/** An address is encoded, so that nothing in it adds a copy or another header. */
function draft(email: string | null, subject: string, text: string): string {
  const to = encodeURIComponent(email ?? '').replace('%40', '@');
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}

async function onCopy(event: Event, copied: string, byHand: string): Promise<void> {
  const item = (event.currentTarget as Element).closest('li');
  const isCopied = await copyText(item!.querySelector('textarea')!);
  item!.querySelector('.copied')!.textContent = isCopied ? copied : byHand;
}
