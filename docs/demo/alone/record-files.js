/** The record as a file in the person's own hands: saved, and opened again on this or another computer. */

/** Gives the record to the person, under an address that lives only as long as that takes. */
export async function saveRecordFile(theCase, reference) {
  const url = URL.createObjectURL(new Blob([await theCase.saveRecord()], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: `${reference}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Opens a record file in the case.
 *
 * @param {string[]} policies those that the page has
 * @param {(reference: null, policy: string) => void} makeRoom puts an empty case on screen, under the file's policy
 * @returns {Promise<{ policy: string, record: object, fault: string }>} what was opened, and what is wrong with it
 * @throws Error where the file is no record, or one of a policy that the page does not have
 */
export async function openRecordFile(theCase, file, policies, makeRoom) {
  const text = await file.text();
  const policy = policyOf(text);
  if (policy && !policies.includes(policy)) throw new Error('It was made under a policy that this page does not have.');
  let fault = '';
  const noteFault = (event) => (fault = `The record was changed after it was made: ${event.error.message}`);
  makeRoom(null, policy ?? policies[0]);
  theCase.addEventListener('escalation-error', noteFault, { once: true });
  try {
    const apart = await theCase.openRecord(text);
    if (apart > 0) fault += ` The last ${apart} entries were left out.`;
  } finally {
    theCase.removeEventListener('escalation-error', noteFault);
  }
  return { policy, record: JSON.parse(await theCase.saveRecord()), fault };
}

/** Which policy a record says it was made under; what is no record is for the case itself to refuse. */
function policyOf(text) {
  try {
    const { meta, entries } = JSON.parse(text);
    return meta?.policy?.id ?? entries?.[0]?.event?.policy?.id;
  } catch {
    return undefined;
  }
}
