/** The list 'Your cases': what a host shows of cases that intake keeps, without opening any of them. */

/**
 * @param {object[]} cases as intake lists them
 * @param {(reference: string) => void} onOpen
 */
export function fillCaseList(cases, onOpen) {
  const list = document.querySelector('[data-cases]');
  list.replaceChildren(...cases.map((listed) => row(listed, onOpen)));
  list.hidden = cases.length === 0;
  document.querySelector('[data-no-cases]').hidden = cases.length > 0;
}

function row({ reference, policy, stage, status, next, raising, receiving }, onOpen) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: reference });
  button.addEventListener('click', () => onOpen(reference));
  const between = [raising, receiving].map((side) => side?.agency).join(' with ');
  const due = next ? `due ${inWords(next.due)}` : 'nothing with a date';
  const what = Object.assign(document.createElement('span'), {
    textContent: [between, policy, `${status} at ${stage}`, due].join(' · '),
  });
  const item = document.createElement('li');
  item.append(button, what);
  return item;
}

function inWords(day) {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T12:00:00Z`));
}
