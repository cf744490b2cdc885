/*
 * A page without any server. It takes what is submitted itself, and keeps it for as long as it is open: a person saves
 * the record as a file, and opens it again here or elsewhere.
 */

import { exampleLog } from './examples.js';
import { openRecordFile, saveRecordFile } from './record-files.js';

const theCase = document.querySelector('escalation-case');
const form = document.querySelector('escalation-form');
const links = [...document.querySelectorAll('[data-policy]')];
const policies = links.map((link) => link.dataset.policy);
const part = (name) => document.querySelector(`[data-${name}]`);

const named = new URLSearchParams(location.search).get('policy');
const policy = policies.includes(named) ? named : policies[0];

/** What this page keeps, by reference. */
const cases = new Map();
/** The reference of the case on screen; null before it has one. */
let reference = null;

nameArea();
putOnScreen(null, policy);
connect();
history.replaceState(null, '');
addEventListener('popstate', () => (display(), focusHeading()));
display();

theCase.addEventListener('escalation-submit', (event) => {
  event.respondWith(keep(event.detail.record));
  void event.outcome.then(({ sent }) => sent && showReference());
});

/** Keeps the record and answers with a receipt. What this throws is shown as 'not sent', with its reason. */
async function keep(record) {
  if (part('server-down').checked) throw new Error('The server is down.');
  reference ??= `DEMO-${String(cases.size + 1).padStart(4, '0')}`;
  cases.set(reference, { policy: theCase.getAttribute('policy'), record });
  return { reference, at: now(), head: record.head, count: record.count };
}

/** The instant that the page shows. */
function now() {
  return theCase.getAttribute('now') ?? new Date().toISOString();
}

/** Begins a new case; one that was begun and not sent yet is gone on with. */
function raise() {
  if (reference) putOnScreen(null, policy);
  show('work');
}

/** Opens a case that is kept; the one that is on screen already stays as it is, with what was typed. */
async function open(wanted) {
  if (wanted !== reference) {
    const kept = cases.get(wanted);
    putOnScreen(wanted, kept.policy);
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
  for (const place of document.querySelectorAll('[data-case-only]')) place.hidden = !reference;
  part('work-heading').textContent = reference ? `Case ${reference}` : 'Raise an escalation';
}

async function addFile(file) {
  announce('');
  try {
    const { policy: itsPolicy, record, fault } = await openRecordFile(theCase, file, policies, putOnScreen);
    await take(itsPolicy, record);
    if (fault) announce(fault);
  } catch (error) {
    announce(`The file could not be opened. ${error.message}`);
  }
}

async function showExample() {
  putOnScreen(null, policy);
  theCase.log = exampleLog(policy, now());
  await take(policy, JSON.parse(await theCase.saveRecord()));
}

async function take(itsPolicy, record) {
  reference = `DEMO-${String(cases.size + 1).padStart(4, '0')}`;
  cases.set(reference, { policy: itsPolicy, record });
  showReference();
  show('work');
}

function connect() {
  const on = (name, action) => part(name).addEventListener('click', action);
  on('raise', raise);
  on('to-start', () => show('start'));
  on('example', showExample);
  on('save', () => saveRecordFile(theCase, reference).catch(({ message }) => announce(`Not saved. ${message}`)));
  on('today', () => lookFrom(''));
  part('day').addEventListener('submit', (event) => {
    event.preventDefault();
    lookFrom(event.target.elements.namedItem('day').value);
  });
  part('file').addEventListener('change', ({ target }) => {
    void addFile(target.files[0]);
    target.value = '';
  });
}

/** Another day to look from; '' for today. */
function lookFrom(day) {
  part('day').elements.namedItem('day').value = day;
  part('day-shown').textContent = day ? `The page shows ${day}.` : 'The page shows today.';
  if (day) theCase.setAttribute('now', `${day}T12:00:00Z`);
  else theCase.removeAttribute('now');
}

function nameArea() {
  const chosen = links.find((link) => link.dataset.policy === policy);
  chosen.setAttribute('aria-current', 'page');
  for (const place of document.querySelectorAll('[data-area]')) place.textContent = chosen.textContent;
  document.querySelector('policy-summary').setAttribute('policy', policy);
}

function listCases() {
  part('cases').replaceChildren(
    ...[...cases.keys()].map((each) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: each });
      button.addEventListener('click', () => void open(each));
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
  part('cases').hidden = cases.size === 0;
  part('no-cases').hidden = cases.size > 0;
}

/** Going from the start to a case is a step in the browser's history that says no more than which of them it was. */
function show(view) {
  if (view !== viewNow()) history.pushState({ view }, '');
  display();
  focusHeading();
}

function viewNow() {
  return history.state?.view ?? 'start';
}

function display() {
  for (const place of document.querySelectorAll('[data-view]')) place.hidden = place.dataset.view !== viewNow();
  if (viewNow() === 'start') listCases();
}

/** What had the focus before is hidden now. */
function focusHeading() {
  part(`${viewNow()}-heading`).focus();
}

/** Says something to everybody, those who hear the page too; an empty text takes it back. */
function announce(text) {
  part('message').textContent = text;
}
