/*
 * The controls of the demonstration itself, which no real page has: another day to look from, and a server that is
 * down. The day is kept for the tab, so that it stays while going from page to page.
 */

const DAY = 'escalation-kit-demonstration-day';

/**
 * Connects the controls.
 *
 * @param {(now: string | null) => void} onDay is given the instant to look from, ISO 8601; null for the present
 */
export function connectControls(onDay) {
  const form = document.querySelector('[data-day]');
  const field = form.elements.namedItem('day');
  const set = (day) => {
    field.value = day;
    form.querySelector('[data-day-shown]').textContent = day
      ? `The page shows ${inWords(day)}.`
      : 'The page shows today.';
    remember(day);
    onDay(day ? `${day}T12:00:00Z` : null);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    set(field.value);
  });
  form.querySelector('[data-today]').addEventListener('click', () => set(''));
  set(remembered());
}

/** Whether the host is to behave as one does whose server cannot be reached. */
export function isServerDown() {
  return document.querySelector('[data-server-down]').checked;
}

function inWords(day) {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat('en-GB', parts).format(new Date(`${day}T12:00:00Z`));
}

function remember(day) {
  try {
    sessionStorage.setItem(DAY, day);
  } catch {
    // Then the next page shows today.
  }
}

function remembered() {
  try {
    return sessionStorage.getItem(DAY) ?? '';
  } catch {
    return '';
  }
}
