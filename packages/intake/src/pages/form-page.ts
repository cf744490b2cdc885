import {
  answerRows,
  CHECK,
  controlId,
  otherTerms,
  pageBefore,
  standsFirst,
  type AnswerRow,
  type FormField,
  type FormNote,
  type FormPage,
  type JourneyView,
} from '@escalation-kit/core/form';
import type { Text } from '@escalation-kit/core/text';
import { field, title, type FieldFrame } from './fields.ts';
import { html, type Content, type Html } from './html.ts';
import { notes, sources } from './parts.ts';
import type { Words } from './words.ts';

/** What stands around the questions. */
export interface FormFrame extends Words {
  /** Where it is sent. */
  readonly address: string;
  readonly agencies: readonly string[];
  /** Why it was not sent. */
  readonly notSent?: Html | null;
}

/** Names of what a form sends that is no answer: none of a field begins so. */
export const [PAGE, DO] = ['_page', '_do'] as const;

/**
 * One page of a form, with what is to be put right above it and what always stands below. The first button of a form is
 * the one that Enter presses in a field: it goes on, though Back stands above.
 */
export function formPage(view: JourneyView, frame: FormFrame): Html {
  const { form, errors } = view;
  const { say } = frame;
  const { page, danger, standing } = sharedOut(view, say);
  const content =
    page.id === CHECK
      ? html`${title(say(page.title!))}${notes(page.before, frame)}${answers(answerRows(form.pages, form.answers), frame)}`
      : questions(page, { ...frame, answers: form.answers, errors });
  return html`<div class="form">
    <form method="post" action="${frame.address}" novalidate autocomplete="off">
      <input type="hidden" name="${PAGE}" value="${page.id}" />
      <button class="ek-hidden" type="submit" name="${DO}" value="next" tabindex="-1" aria-hidden="true"></button>
      ${notes(danger, frame)}${pageBefore(view) && html`<button class="link" type="submit" name="${DO}" value="back">${say('form.back')}</button>`}
      ${frame.notSent}${problems(errors, page, frame)} ${content}
      ${page.id !== 'refused' && html`<div class="actions"><button class="button" type="submit" name="${DO}" value="next">${onward(view, say)}</button></div>`}
    </form>
    ${below(standing, view, frame)}
  </div>`;
}

/** Danger stands before the question, or on the page itself where that is there to be read; the rest once. */
function sharedOut({ form, page }: JourneyView, say: Words['say']) {
  const isLifted = (note: FormNote) => standsFirst(note, page);
  const above = page.before ?? [];
  const spoken = new Set(above.map(({ words }) => say(words)));
  const below = form.standing.filter(({ words }) => !spoken.has(say(words)));
  return {
    page: { ...page, before: above.filter((note) => !isLifted(note)), after: page.after ?? [] },
    danger: [...above, ...below].filter(isLifted),
    standing: below.filter((note) => !isLifted(note)),
  };
}

function questions(page: FormPage, frame: FieldFrame): Html {
  const { say, show } = frame;
  return html`${page.title && title(show(page.title))}${page.hint && html`<p class="hint">${show(page.hint)}</p>`}${notes(page.before, frame)}${groupsOf(
      page.fields,
    ).map(({ group, fields }) => {
      const content = fields.map((each) => field(each, frame, !page.title && each === page.fields[0]));
      return group
        ? html`<fieldset class="group">
            <legend class="label">${say(group)}</legend>
            ${content}
          </fieldset>`
        : content;
    })}${
      page.rows &&
      html`<p>
        <button class="button button--plain" type="submit" name="${DO}" value="add-row">
          ${say('form.add-member')}
        </button>
      </p>`
    }
    <div class="after">${notes(page.after, frame)}</div>`;
}

/** What is to be put right, each with a way to it. */
function problems(errors: JourneyView['errors'], page: FormPage, frame: Words): Html | null {
  const { say, show } = frame;
  if (errors.length === 0) return null;
  return html`<div id="errors" class="errors" role="alert" tabindex="-1" autofocus>
    <p><strong>${say('form.errors')}</strong></p>
    <ul>
      ${errors.map((error) => {
        const about = page.fields.find(({ name }) => name === error.field);
        const words = show(error.words);
        return html`<li>
          ${about ? html`<a href="#${controlId(about, error.part)}">${words}</a>` : words}
          ${sources(error.sources ?? [], frame)}
        </li>`;
      })}
    </ul>
  </div>`;
}

/** All answers, each with a way back to it. */
function answers(rows: readonly AnswerRow[], { say, show }: Words): Html {
  return html`<dl class="answers">
    ${rows.map(
      ({ page, label, lines }) =>
        html`<div class="answer">
          <dt>${show(label)}</dt>
          <dd>
            ${lines.length === 0 && say('form.none')}${lines.map(
              (line) =>
                html`<p class="line">
                  ${line.label && html`<small>${show(line.label)}</small> `}<bdi>${show(line.value)}</bdi>
                </p>`,
            )}
          </dd>
          <dd class="change">
            <button class="link" type="submit" name="${DO}" value="change ${page}">
              ${say('form.change')}<span class="ek-hidden">: ${say(label)}</span>
            </button>
          </dd>
        </div> `,
    )}
  </dl>`;
}

function onward({ page, form: { pages } }: JourneyView, say: Words['say']): string {
  if (page.id === 'danger-now') return say('form.read');
  return say(pages[pages.length - 1] === page && page.id !== 'action' ? 'form.send' : 'form.continue');
}

function below(standing: JourneyView['form']['standing'], { form }: JourneyView, frame: FormFrame): Html {
  const { say } = frame;
  const { policy, state, calendar, assessment } = form.input.case;
  const ofKind = (wanted: string) =>
    assessment.warnings.filter(({ kind }) => kind === wanted).map(({ words }) => words);
  const blocked: Content[] = [...ofKind('policy-review-overdue'), ...otherTerms(state, policy, calendar)].map(
    (words) => html`<div class="note note--blocked"><p>${say(words)}</p></div>`,
  );
  return html`<aside class="standing" aria-label="${say('form.standing')}">
    ${notes(standing, frame)}${blocked}
    <p class="hint no-print">${say('intake.page.draft')}</p>
    <p class="hint">
      ${policy.title} (${policy.document.version ?? policy.version}).
      ${ofKind('policy-not-confirmed').map((words) => say(words))}
    </p>
  </aside>`;
}

/** Neighbours of the same group together. */
function groupsOf(fields: readonly FormField[]): { group: Text | undefined; fields: FormField[] }[] {
  const groups: { group: Text | undefined; fields: FormField[] }[] = [];
  for (const each of fields) {
    const last = groups.at(-1);
    if (last?.group && last.group === each.group) last.fields.push(each);
    else groups.push({ group: each.group, fields: [each] });
  }
  return groups;
}
