/*
 * What a host does around the kit: it lists the cases that intake keeps, and opens them. With the elements it speaks by
 * attributes, a method and an event; they post to intake themselves.
 */

import { fillBar, followServer, leadBack } from './bar.js';
import { fillCaseList } from './case-list.js';
import { casesOf, demonstration, endpointOf, recordOf } from './intake.js';
import { announce, caseNow, followHistory, nameCase, show } from './views.js';

const { agency, other, role } = document.documentElement.dataset;
const theCase = document.querySelector('escalation-case');
const form = document.querySelector('escalation-form');
const links = [...document.querySelectorAll('[data-policy]')];
const policies = links.map((link) => link.dataset.policy);

const named = new URLSearchParams(location.search).get('policy');
/** The policy that the page is about. */
const policy = policies.includes(named) ? named : policies[0];

/** The reference of the case on screen; null before it has one. */
let reference = null;

const state = await demonstration();
fillBar(state);
nameArea(policy);
document.querySelector('policy-summary').setAttribute('policy', policy);
if (state.now) theCase.setAttribute('now', state.now);
if (state.isKept) theCase.setAttribute('endpoint', endpointOf(false));
followServer((isDown) => state.isKept && theCase.setAttribute('endpoint', endpointOf(isDown)));
form.answers = known(state.agencies);
putOnScreen(null, policy);
connectButtons();
followHistory((view, wanted) => {
  leadBack();
  if (view === 'start') void listCases();
  else if (wanted && wanted !== reference) void open(wanted);
});

theCase.addEventListener('escalation-submit', (event) => {
  void event.outcome.then((outcome) => {
    if (!outcome.sent) return;
    reference = outcome.receipt.reference;
    nameCase(reference);
    leadBack();
    showReference();
  });
});

/** What the host knows of whoever is signed in, and need not ask. */
function known(agencies) {
  const name = document.querySelector('[data-known]');
  name.hidden = agencies.length === 0;
  name.querySelector('span').textContent = agencies.map((each) => each.name).join(' · ');
  const own = agencies.find(({ id }) => id === agency);
  const theirs = agencies.find(({ id }) => id === other);
  return {
    ...(own && { 'parties/raising/agency': own.name, 'parties/raising/sector': own.sector }),
    ...(theirs && { 'parties/receiving/agency': theirs.name, 'parties/receiving/sector': theirs.sector }),
    'by/role': role,
  };
}

async function listCases() {
  if (!state.isKept) return;
  try {
    fillCaseList(await casesOf(), (wanted) => show('work', wanted));
  } catch (error) {
    announce(`Your cases could not be listed. ${error.message}`);
  }
}

/**
 * Begins a new case; one that was begun and not sent yet is gone on with.
 *
 * @param {string} route what the button says it is about, so that the form need not ask; '' where it does not say
 */
function raise(route) {
  if (reference || form.route !== (route || null)) putOnScreen(null, policy);
  form.route = route || null;
  show('work');
}

async function open(wanted) {
  announce('');
  try {
    const record = await recordOf(wanted);
    putOnScreen(wanted, record.policy);
    await theCase.openRecord(record.text);
  } catch (error) {
    show('start');
    announce(`Case ${wanted} could not be opened. ${error.message}`);
  }
}

/** The form forgets what it was told of the case before. */
function putOnScreen(next, itsPolicy) {
  reference = next;
  theCase.setAttribute('policy', itsPolicy);
  theCase.log = [];
  form.reset();
  showReference();
}

/** What belongs to a case is shown only while there is one. */
function showReference() {
  for (const part of document.querySelectorAll('[data-case-only]')) part.hidden = !reference;
  document.querySelector('[data-work-heading]').textContent = reference ? `Case ${reference}` : 'Raise an escalation';
  document.querySelector('[data-plain] [name=then]').value = `/cases/${reference}`;
}

/** What the page says of the area and its policy. */
function nameArea(id) {
  const chosen = links.find((link) => link.dataset.policy === id);
  chosen.setAttribute('aria-current', 'page');
  for (const place of document.querySelectorAll('[data-area]')) place.textContent = chosen.textContent;
  for (const part of document.querySelectorAll('[data-for]')) part.hidden = part.dataset.for !== id;
}

function connectButtons() {
  for (const button of document.querySelectorAll('[data-raise]')) {
    button.addEventListener('click', () => raise(button.dataset.raise));
  }
  document.querySelector('[data-to-start]').addEventListener('click', () => {
    // A case that was begun is gone on with; one that is kept is opened again from the list.
    if (caseNow()) putOnScreen(null, policy);
    show('start');
  });
}
