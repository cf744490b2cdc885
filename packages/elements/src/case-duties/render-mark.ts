import { html, nothing, type TemplateResult } from 'lit';
import { renderSources } from '../parts/render-callout.ts';
import type { Target } from './duties-desk.ts';
import type { ListFrame } from './render-duty.ts';

/** A button that opens the form; the form; or that it has been recorded. */
export function renderMark(target: Target, frame: ListFrame): TemplateResult {
  const { say, desk } = frame;
  const { key } = target;
  const reference = desk.sentAs(key);
  if (reference !== null) {
    return html`<p class="sent">${say('duties.sent', { what: '', reference })}</p>`;
  }
  if (desk.isOpen(key)) return renderForm(target, frame);
  const isWaiting = desk.phase === 'sending';
  return html`<button
    class="ek-button ek-button--secondary mark"
    part="mark"
    type="button"
    data-key=${key}
    aria-disabled=${isWaiting ? 'true' : nothing}
    @click=${() => desk.open(target)}
  >
    ${say('duties.mark')}<span class="ek-hidden">: ${say(target.what)}</span>
  </button>`;
}

function renderForm({ key, what }: Target, { say, desk, keys }: ListFrame): TemplateResult {
  const isSending = desk.phase === 'sending';
  const at = keys.indexOf(key);
  const others = [...keys.slice(at + 1), ...keys.slice(0, at).reverse()];
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void desk.send(others);
  };
  return html`<form
    class="form"
    part="form"
    novalidate
    autocomplete="off"
    aria-label=${say('duties.mark-what', { what: say(what) })}
    @submit=${onSubmit}
  >
    <label for="note">${say('duties.form.note')}</label>
    <p class="hint" id="hint">${say('duties.form.hint')}</p>
    <textarea
      class="note"
      id="note"
      rows="3"
      autocomplete="off"
      aria-describedby="hint"
      .value=${desk.noteOf(key)}
      ?readonly=${isSending}
      @input=${(event: Event) => desk.type(key, (event.target as HTMLTextAreaElement).value)}
    ></textarea>
    ${renderProblem(say, desk)}
    <p class="actions">
      <button class="ek-button" type="submit" aria-disabled=${isSending ? 'true' : nothing}>
        ${say(isSending ? 'duties.form.sending' : desk.problem?.file ? 'duties.form.again' : 'duties.form.send')}
      </button>
      <button class="ek-button ek-button--secondary" type="button" ?disabled=${isSending} @click=${() => desk.cancel()}>
        ${say('duties.form.cancel')}
      </button>
      <span class="ek-hidden" aria-live="polite">${isSending ? say('duties.form.sending') : ''}</span>
    </p>
  </form>`;
}

function renderProblem(say: ListFrame['say'], { problem }: ListFrame['desk']): TemplateResult {
  return html`<div role="alert">
    ${
      problem
        ? html`<div class="problem" part="problem">
            <p>${problem.text}</p>
            ${
              problem.file
                ? html`<p>
                    <a class="save" href=${problem.file.href} download=${problem.file.name}>${say('duties.save')}</a>
                  </p>`
                : nothing
            }
            ${renderSources(problem.sources, say)}
          </div>`
        : nothing
    }
  </div>`;
}
