import { POLICY_IDS } from '@escalation-kit/policies';
import { expect, test } from 'vitest';
import { newIntake, send, type TestIntake } from '../testing/new-intake.ts';
import { opening, submission } from '../testing/submissions.ts';

const WORDS = 'Zebedee Sentinel';

/** A browser without scripts: it keeps its cookies, follows where it is sent, and sends what stands in the form. */
function browserOf(intake: TestIntake, person: string) {
  const cookies = new Map<string, string>();
  const addresses: string[] = [];
  const ask = async (path: string, init: RequestInit = {}) => {
    addresses.push(path);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie, ...(init.headers as object) };
    const answer = await send(intake.handler, person, path, { ...init, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set)!;
      cookies.set(name, value);
    }
    // How the writer breaks its lines is nothing to a browser.
    return { ...answer, text: answer.text.replace(/\s+/g, ' ').replaceAll(' />', '>') };
  };
  const open = async (path: string): Promise<Opened> => {
    const answer = await ask(path);
    const to = answer.headers.get('location');
    return to && answer.status === 303 ? open(to) : { ...answer, path };
  };
  type Opened = Awaited<ReturnType<typeof ask>> & { readonly path: string };
  const post = (path: string, body: URLSearchParams) =>
    ask(path, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  /** Sends the form of a page: what stands in it, with what is answered. */
  const fill = async (page: Opened, answers: Record<string, string | string[]> = {}, did = 'next') => {
    const body = new URLSearchParams(standingIn(page.text));
    for (const [name, value] of Object.entries(answers)) {
      body.delete(name);
      for (const each of [value].flat()) body.append(name, each);
    }
    body.append('_do', did);
    const answer = await post(actionOf(page.text), body);
    return answer.status === 303 ? open(answer.headers.get('location')!) : { ...answer, path: page.path };
  };
  return { open, fill, post, addresses, cookies };
}

const actionOf = (text: string) => /<form method="post" action="([^"]+)"/.exec(text)![1]!.replaceAll('&amp;', '&');
const pageIn = (text: string) => /name="_page" value="([^"]*)"/.exec(text)?.[1];

function standingIn(text: string): [string, string][] {
  const inputs = [...text.matchAll(/<input ([^>]*)>/g)].map(([, attributes = '']) => attributes);
  const value = (attributes: string, name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
  return inputs.flatMap((attributes): [string, string][] => {
    const type = value(attributes, 'type');
    const isSet = type === 'hidden' || type === 'text' || / checked/.test(attributes);
    return isSet ? [[value(attributes, 'name')!, value(attributes, 'value') ?? '']] : [];
  });
}

/** What is answered on each page that asks for it, in any policy. */
const ANSWERS: Readonly<Record<string, Record<string, string | string[]>>> = {
  receiving: { 'parties/receiving/agency': 'Children’s Services', 'parties/receiving/sector': 'social-care' },
  causes: { description: WORDS },
  child: { 'child/statuses': 'none', 'child/reference': WORDS },
  who: { 'by/role': 'Teacher', 'by/name': WORDS },
};

async function raise(intake: TestIntake, policy: string) {
  const browser = browserOf(intake, 'teacher');
  let page = await browser.open(`/raise?policy=${policy}`);
  const seen: string[] = [];
  for (let turn = 0; turn < 30; turn++) {
    const id = pageIn(page.text)!;
    seen.push(id);
    if (id === 'check') break;
    const radios = [...page.text.matchAll(/name="([^"]+)" type="radio" value="([^"]+)"/g)];
    const first = Object.fromEntries(
      radios.reverse().map(([, name, value]) => [name!, value === 'yes' ? 'no' : value!]),
    );
    const asked = /^ask-/.test(id)
      ? Object.fromEntries([...page.text.matchAll(/<(?:input type="text"|textarea) id="[^"]+" name="([^"]+)"/g)].map(([, name]) => [name!, WORDS])) // prettier-ignore
      : {};
    page = await browser.fill(page, { ...first, ...asked, ...ANSWERS[id] });
  }
  return { browser, page, seen };
}

test.each(POLICY_IDS)(
  'without scripts a case is raised under %s, from the first question to its reference',
  async (policy) => {
    const intake = await newIntake();
    const { browser, page, seen } = await raise(intake, policy);
    expect(seen.at(-1)).toBe('check');
    expect(page.text).toContain(WORDS);
    const sent = await browser.fill(page);
    expect(sent.path).toMatch(/^\/cases\/\d{3}-\d{3}-\d{3}\?sent$/);
    expect(sent.text).toContain('Sent. The reference is');
    expect(sent.text).toContain(WORDS);
    // No answer is in any address, and none is left behind once it is sent.
    expect(decodeURIComponent(browser.addresses.join())).not.toMatch(/Zebedee|Teacher|facts|danger/);
    expect(await intake.open().rows('select content from intake.drafts')).toEqual([{ content: null }]);
    expect(intake.lines.join()).not.toContain('Zebedee');
  },
);

test('half-typed answers cannot be read where they lie, nor by anybody else, and go after 20 minutes', async () => {
  const intake = await newIntake();
  const { browser, page } = await raise(intake, 'bromley');
  const owner = intake.open();
  const [draft] = await owner.rows<{ content: string }>('select content from intake.drafts');
  expect(Buffer.from(draft!.content, 'base64').toString('latin1')).not.toContain('Zebedee');
  expect((await browserOf(intake, 'teacher').open(page.path)).status).toBe(410);
  const other = browserOf(intake, 'manager');
  for (const [name, value] of browser.cookies) other.cookies.set(name, value);
  expect((await other.open(page.path)).status).toBe(410);
  expect((await browser.open(page.path)).text).toContain(WORDS);

  intake.clock.now = '2026-11-24T10:21:00Z';
  const late = await browser.fill(page);
  expect([late.status, late.text.includes('What you had entered is not here any more')]).toEqual([410, true]);
  expect(await owner.rows('select 1 from intake.drafts')).toEqual([]);
  expect(await owner.rows('select 1 from intake.cases')).toEqual([]);
});

test('what is sent twice opens one case, and both are led to it', async () => {
  const intake = await newIntake();
  const { browser, page } = await raise(intake, 'bromley');
  const all = await Promise.all([browser.fill(page), browser.fill(page), browser.fill(page)]);
  expect(new Set(all.map(({ path }) => path)).size).toBe(1);
  expect(all[0].path).toMatch(/\?sent$/);
  expect(await intake.open().rows('select 1 from intake.cases')).toHaveLength(1);
  expect((await browser.open(page.path)).path).toBe(all[0].path);
});

test('what happens next is recorded without scripts, once, and not over what somebody else wrote meanwhile', async () => {
  const intake = await newIntake();
  const { body } = await intake.post('teacher', '/cases', submission([], [opening()]));
  const path = `/cases/${body.receipt.reference}/record`;
  const begin = async (person: string, summary: string) => {
    const browser = browserOf(intake, person);
    const page = await browser.fill(await browser.open(path), { action: 'discuss' });
    expect(page.text).toContain('How did you talk?');
    const side = person === 'teacher' ? 'raising' : 'receiving';
    const send = (from = page) =>
      browser.fill(from, { channel: 'telephone', summary, 'by/side': side, 'by/role': 'Head' });
    return { browser, send };
  };
  const first = await begin('teacher', 'They will call back.');
  const second = await begin('manager', 'We shall look at it.');
  const [sent] = await Promise.all([first.send(), first.send()]);
  expect(sent.text).toContain('They will call back.');
  const refused = await second.send();
  expect(refused.text).toContain('Somebody else has written in this case since you began.');
  expect(refused.text).toContain('We shall look at it.');
  const again = await second.send(refused);
  expect(again.text).toContain('We shall look at it.');
  const { entries } = (await intake.get('officer', `/cases/${body.receipt.reference}`)).body;
  const discussed = entries.filter(({ event }: any) => event.type === 'discussed');
  expect(discussed.map(({ event }: any) => event.summary)).toEqual(['They will call back.', 'We shall look at it.']);
});

test('a form of another site is refused, and whoever has nothing to do with a case finds nothing', async () => {
  const intake = await newIntake();
  const { body } = await intake.post('teacher', '/cases', submission([], [opening()]));
  const form = (headers: Record<string, string>) =>
    send(intake.handler, 'teacher', '/raise?policy=bromley', {
      method: 'POST',
      body: '_page=danger',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  expect((await form({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await form({ origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await form({ origin: 'null' })).status).toBe(403);
  expect((await form({})).status).toBe(415);
  expect((await form({ origin: 'https://intake.example' })).status).toBe(303);
  const midwife = browserOf(intake, 'midwife');
  for (const path of ['', '/record']) {
    const { status, text } = await midwife.open(`/cases/${body.receipt.reference}${path}`);
    expect([status, text.includes('Hill School')]).toEqual([404, false]);
  }
  expect((await browserOf(intake, 'teacher').open('/raise?policy=nowhere')).text).toContain('Under which policy?');
});

test('pages may do what they need and no more, and what is typed in them stays text', async () => {
  const intake = await newIntake();
  const script = '"><script>alert(1)</script>';
  const parties = {
    raising: { agency: script, agencyId: 'school', sector: 'education' },
    receiving: { agency: 'Children’s Services', agencyId: 'council', sector: 'social-care' },
  };
  const { body } = await intake.post('teacher', '/cases', submission([], [opening({ parties, description: script })]));
  const browser = browserOf(intake, 'officer');
  for (const path of ['/cases', `/cases/${body.receipt.reference}`, `/cases/${body.receipt.reference}/record`]) {
    const { headers, text } = await browser.open(path);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toMatch(/<script>| style=| onclick=/);
  }
  expect((await browser.open('/cases')).text).toContain('&lt;script&gt;');
});

test('the tracker shows the partnership all cases, and others their own', async () => {
  const intake = await newIntake();
  const { body } = await intake.post('teacher', '/cases', submission([], [opening()]));
  const officer = await browserOf(intake, 'officer').open('/cases?status=open');
  expect(officer.text).toContain('<h1>Tracker</h1>');
  expect(officer.text).toContain(body.receipt.reference);
  expect((await browserOf(intake, 'midwife').open('/cases')).text).toContain('There are no cases here.');
  expect((await browserOf(intake, 'officer').open('/cases?status=gone')).status).toBe(404);
});
