/*
 * What a host asks of the intake that keeps its cases. A real page is signed in by its own means; here the person whose
 * page it is stands in the address, so that two of them can be open side by side.
 */

const { person } = document.documentElement.dataset;

/** Where the elements post to; with `isDown` to a server that is. */
export const endpointOf = (isDown) => (isDown ? '/demo/down' : `/as/${person}/cases`);

/**
 * What the demonstration says of itself.
 *
 * @returns {Promise<{ isKept: boolean, why: string | null, now: string | null, agencies: { id: string, name: string, sector: string }[] }>}
 */
export async function demonstration() {
  try {
    return await get('/demo/state');
  } catch {
    return { isKept: false, why: 'There is no intake here.', now: null, agencies: [] };
  }
}

/** The cases that concern the person, what is due next first. */
export async function casesOf() {
  return (await get(`/as/${person}/cases?limit=100`)).cases;
}

/** A case's record as a file, with the policy that it was opened under. */
export async function recordOf(reference) {
  const record = await get(`/as/${person}/cases/${reference}/record.json`);
  return { policy: record.meta.policy.id, text: JSON.stringify(record) };
}

async function get(address) {
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.json();
}
