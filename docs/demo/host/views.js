/*
 * The page has two views: the start, and the work on one case. Going from one to the other is a step in the browser's
 * history; its address names the case by its reference, and says nothing else of it.
 */

const HEADINGS = { start: '[data-start-heading]', work: '[data-work-heading]' };

let told = () => {};

/** Shows what the address and the history say. @param {(view: string, reference: string | null) => void} onView is told each time */
export function followHistory(onView) {
  told = onView;
  addEventListener('popstate', () => {
    display();
    focusHeading();
  });
  display();
}

/** Goes to a view: of a case, or of one that has no reference yet. */
export function show(view, reference = null) {
  if (view !== viewNow() || reference !== caseNow()) history.pushState({ view }, '', addressOf(reference));
  display();
  focusHeading();
}

/** The case on screen has its reference now. */
export function nameCase(reference) {
  history.replaceState({ view: 'work' }, '', addressOf(reference));
}

/** The case that the address names. */
export function caseNow() {
  return new URLSearchParams(location.search).get('case');
}

/** Says something to everybody, those who hear the page too; an empty text takes it back. */
export function announce(text) {
  document.querySelector('[data-message]').textContent = text;
}

function addressOf(reference) {
  const query = new URLSearchParams(location.search);
  if (reference) query.set('case', reference);
  else query.delete('case');
  return `${location.pathname}${query.size > 0 ? `?${query}` : ''}`;
}

/** What had the focus before is hidden now. */
function focusHeading() {
  document.querySelector(HEADINGS[viewNow()]).focus();
}

function viewNow() {
  return caseNow() ? 'work' : (history.state?.view ?? 'start');
}

function display() {
  for (const part of document.querySelectorAll('[data-view]')) part.hidden = part.dataset.view !== viewNow();
  told(viewNow(), caseNow());
}
