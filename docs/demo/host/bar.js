/* What the demonstration says of itself on each portal, and its controls, which no real page has. */

/**
 * Fills in what day it is here, and what is kept.
 *
 * @param {Awaited<ReturnType<import('./intake.js').demonstration>>} state
 */
export function fillBar({ isKept, why, now }) {
  for (const part of document.querySelectorAll('[data-if-kept]')) part.hidden = !isKept;
  const bar = document.querySelector('[data-not-kept]');
  bar.hidden = isKept;
  if (!isKept)
    bar.textContent = `Nothing is kept. ${why} What you enter can be saved as a file, and is lost with this page.`;
  if (now) document.querySelector('[data-day-shown]').textContent = `It is ${inWords(now)} here.`;
}

/** Where the clock's form leads back to. */
export function leadBack() {
  document.querySelector('[data-clock] [name=then]').value = location.pathname + location.search;
}

/** @param {(isDown: boolean) => void} onChange whether the host is to behave as one whose server cannot be reached */
export function followServer(onChange) {
  const box = document.querySelector('[data-server-down]');
  box.addEventListener('change', () => onChange(box.checked));
}

function inWords(instant) {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' };
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });
  const at = new Date(instant);
  return `${new Intl.DateTimeFormat('en-GB', parts).format(at).replace(',', '')}, ${time.format(at)}`;
}
