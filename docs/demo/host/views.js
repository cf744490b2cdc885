/*
 * The page has two views under one address: the start, and the work on one case. Going from one to the other is a step
 * in the browser's history that says no more than which view it was.
 */

const HEADINGS = { start: '[data-start-heading]', work: '[data-work-heading]' };

let told = () => {};

/** Shows the start, and then what the history comes to. @param {(view: string) => void} onView is told each time */
export function followHistory(onView) {
  told = onView;
  // A page that was loaded anew holds no case.
  history.replaceState(null, '');
  addEventListener('popstate', () => {
    display();
    focusHeading();
  });
  display();
}

/** Goes to a view. */
export function show(view) {
  if (view !== viewNow()) history.pushState({ view }, '');
  display();
  focusHeading();
}

/** What had the focus before is hidden now. */
function focusHeading() {
  document.querySelector(HEADINGS[viewNow()]).focus();
}

/** Says something to everybody, those who hear the page too; an empty text takes it back. */
export function announce(text) {
  document.querySelector('[data-message]').textContent = text;
}

function viewNow() {
  return history.state?.view ?? 'start';
}

function display() {
  for (const part of document.querySelectorAll('[data-view]')) part.hidden = part.dataset.view !== viewNow();
  told(viewNow());
}
