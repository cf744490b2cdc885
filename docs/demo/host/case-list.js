/** The list 'Your cases': what a host shows of cases that it keeps, without opening any of them. */

/**
 * @param {import('./cases.js').KeptCase[]} cases
 * @param {(reference: string) => void} onOpen
 */
export function fillCaseList(cases, onOpen) {
  const list = document.querySelector('[data-cases]');
  list.replaceChildren(...cases.map((kept) => row(kept, onOpen)));
  list.hidden = cases.length === 0;
  document.querySelector('[data-no-cases]').hidden = cases.length > 0;
}

function row({ reference, policy, record }, onOpen) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: reference });
  button.addEventListener('click', () => onOpen(reference));
  const events = record.entries.map((entry) => entry.event);
  const what = Object.assign(document.createElement('span'), {
    textContent: `${areaOf(policy)} · ${standing(events)}`,
  });
  const item = document.createElement('li');
  item.append(button, what);
  return item;
}

/** The name of the area, as the page's own links give it. */
function areaOf(policy) {
  return document.querySelector(`[data-policy="${policy}"]`)?.textContent ?? policy;
}

const ENDINGS = { resolved: 'resolved', closed: 'closed', withdrawn: 'withdrawn', reopened: 'reopened' };

function standing(events) {
  const ending = events.findLast(({ type }) => type in ENDINGS);
  const stage = events.findLast(({ type }) => type === 'opened' || type === 'escalated');
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
  const since = `last entry ${day.format(new Date(events.at(-1).at))}`;
  return [ending ? ENDINGS[ending.type] : `open at ${inWords(stage.to ?? stage.stage)}`, since].join(' · ');
}

/** A stage by its id, which is all that the list knows: 'stage 2', 'referral 1'. */
function inWords(stage) {
  return /^\d/.test(stage) ? `stage ${stage}` : stage.replace('-', ' ');
}
