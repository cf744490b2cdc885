/*
 * What a host does around the kit: it keeps what is submitted, lists the cases and opens them again. With the elements
 * it speaks by attributes, two methods and one event.
 */

import { fillCaseList } from './case-list.js';
import { caseWith, casesOf, deleteAllCases, deleteCase, keepCase } from './cases.js';
import { connectControls, isServerDown } from './controls.js';
import { exampleLog } from './examples.js';
import { openRecordFile, saveRecordFile } from './record-files.js';
import { announce, followHistory, show } from './views.js';

const { portal } = document.documentElement.dataset;
const theCase = document.querySelector('escalation-case');
const form = document.querySelector('escalation-form');
const links = [...document.querySelectorAll('[data-policy]')];
const policies = links.map((link) => link.dataset.policy);

const named = new URLSearchParams(location.search).get('policy');
/** The policy that the page is about. Its address may name one; it never says anything of a case. */
const policy = policies.includes(named) ? named : policies[0];

/** The reference of the case on screen; null before it has one. */
let reference = null;

nameArea(policy);
document.querySelector('policy-summary').setAttribute('policy', policy);
putOnScreen(null, policy);
connectControls((instant) => (instant ? theCase.setAttribute('now', instant) : theCase.removeAttribute('now')));
connectButtons();
followHistory((view) => view === 'start' && fillCaseList(casesOf(portal), open));

theCase.addEventListener('escalation-submit', (event) => {
  event.respondWith(keep(event.detail.record));
  void event.outcome.then(({ sent }) => sent && showReference());
});

/** Keeps the record and answers with a receipt. What this throws is shown as 'not sent', with its reason. */
async function keep(record) {
  if (isServerDown()) throw new Error('The server is down.');
  reference = keepCase({ reference, portal, policy: theCase.getAttribute('policy'), record });
  return { reference, at: now(), head: record.head, count: record.count };
}

/** The instant that the page shows. */
function now() {
  return theCase.getAttribute('now') ?? new Date().toISOString();
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

/** Opens a case that is kept; the one that is on screen already stays as it is, with what was typed. */
async function open(wanted) {
  if (wanted !== reference) {
    const kept = caseWith(wanted);
    putOnScreen(kept.reference, kept.policy);
    await theCase.openRecord(JSON.stringify(kept.record));
  }
  show('work');
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
}

/** What the page says of the area and its policy. */
function nameArea(id) {
  const chosen = links.find((link) => link.dataset.policy === id);
  chosen.setAttribute('aria-current', 'page');
  for (const place of document.querySelectorAll('[data-area]')) place.textContent = chosen.textContent;
  for (const part of document.querySelectorAll('[data-for]')) part.hidden = part.dataset.for !== id;
}

async function addFile(file) {
  announce('');
  try {
    const { policy: itsPolicy, record, fault } = await openRecordFile(theCase, file, policies, putOnScreen);
    reference = keepCase({ portal, policy: itsPolicy, record });
    showReference();
    show('work');
    if (fault) announce(fault);
  } catch (error) {
    announce(`The file could not be opened. ${error.message}`);
  }
}

async function showExample() {
  putOnScreen(null, policy);
  theCase.log = exampleLog(policy, now());
  reference = keepCase({ portal, policy, record: JSON.parse(await theCase.saveRecord()) });
  showReference();
  show('work');
}

function connectButtons() {
  const on = (name, action) => document.querySelector(`[data-${name}]`).addEventListener('click', action);
  for (const button of document.querySelectorAll('[data-raise]')) {
    button.addEventListener('click', () => raise(button.dataset.raise));
  }
  on('to-start', () => show('start'));
  on('example', showExample);
  on('save', () => saveRecordFile(theCase, reference).catch(({ message }) => announce(`Not saved. ${message}`)));
  on('delete', () => confirm(`Delete ${reference} from this browser?`) && forget(() => deleteCase(reference)));
  on('delete-all', () => confirm('Delete all cases from this browser?') && forget(deleteAllCases));
  const chooser = document.querySelector('[data-file]');
  chooser.addEventListener('change', () => {
    void addFile(chooser.files[0]);
    chooser.value = '';
  });
}

function forget(remove) {
  remove();
  putOnScreen(null, policy);
  show('start');
}
