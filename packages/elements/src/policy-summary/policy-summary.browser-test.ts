import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { SUMMARY_SECTIONS } from '@escalation-kit/core/views';
import { loadPolicy, POLICY_IDS } from '@escalation-kit/policies';
import type { TemplateResult } from 'lit';
import '../define/escalation-case.ts';
import '../define/policy-summary.ts';
import type { AttributeError } from '../kit/attribute-error.ts';
import type { PolicySummary } from './policy-summary.ts';

const NOW = '2026-11-24T09:00:00Z';

/** With patience: some machines run many browsers at once. */
const until = (check: () => unknown) => waitUntil(check, 'it never came', { timeout: 8_000 });

const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const root = (summary: PolicySummary) => summary.shadowRoot as ShadowRoot;
const all = (summary: PolicySummary, selector: string) => [...root(summary).querySelectorAll(selector)];
const part = (summary: PolicySummary, name: string) => root(summary).querySelector(`[part~=${name}]`);
const headings = (summary: PolicySummary) => all(summary, 'h1, h2, h3, h4, h5, h6').map((h) => h.localName);
const links = (summary: PolicySummary) => all(summary, 'a').map((a) => a.getAttribute('href'));
const sections = (summary: PolicySummary) =>
  all(summary, '[part~=section]').map((section) => section.getAttribute('part')?.replace('section section-', ''));

async function shown(template: TemplateResult): Promise<PolicySummary> {
  const summary = await fixture<PolicySummary>(template);
  await until(() => part(summary, 'base'));
  return summary;
}

describe('policy-summary', function () {
  // A whole policy is a long text to check for accessibility.
  this.timeout(40_000);

  afterEach(() => fixtureCleanup());

  for (const id of POLICY_IDS) {
    it(`tells what ${id} has to be read, each statement with its clause`, async () => {
      const policy = await loadPolicy(id);
      const summary = await shown(html`<policy-summary policy=${id} now=${NOW}></policy-summary>`);
      const text = words(part(summary, 'base'));
      const statements = [...policy.principles, ...policy.reminders, ...(policy.elsewhere ?? [])];
      for (const statement of statements) expect(text).to.contain(statement.text);
      for (const cause of policy.causes) expect(text).to.contain(cause.label);
      for (const contact of policy.contacts) expect(text).to.contain(contact.name);
      for (const clause of Object.values(policy.clauses)) {
        for (const note of clause.notes ?? []) {
          expect(text).to.contain(note.text);
          if (note.question) expect(text).to.contain(`Asked of the partnership: ${note.question}`);
        }
      }
      expect(text).to.contain('The partnership has not confirmed what is shown here');
      const ids = all(summary, '[data-clause]').flatMap((element) => element.getAttribute('data-clause')?.split(' '));
      for (const clause of ids) expect(policy.clauses).to.have.property(clause as string);
      await expect(summary).to.be.accessible();
    });
  }

  it('says in the policy’s words where a cause leads, in a language of their own where they need it', async () => {
    const { causes, ...policy } = await loadPolicy('barnsley');
    const leading = { ...policy, causes: causes.map((cause) => ({ ...cause, leadsTo: 'The complaints officer' })) };
    const summary = await shown(html`<policy-summary .policy=${leading} now=${NOW} lang="cy"></policy-summary>`);
    await until(() => root(summary).querySelector('[part~=section-causes] [lang=en]'));
    const remark = part(summary, 'section-causes')?.querySelector('.muted');
    expect(words(remark)).to.equal('The complaints officer');
    expect(remark?.querySelector('span')?.lang).to.equal('en');
  });

  it('links Barnsley’s own form, and says that it is not filed from here', async () => {
    const summary = await shown(html`<policy-summary policy="barnsley" now=${NOW}></policy-summary>`);
    const form = part(summary, 'section-form');
    expect(form?.querySelector('a')?.href).to.equal(
      'https://my.barnsley.gov.uk/form/record-escalation-of-child-safeguarding-issue/page-1',
    );
    expect(words(form)).to.contain('Nothing on this page fills in or sends that form.');
    expect(links(summary)).to.contain('mailto:barnsleysafeguardingchildrenspartnership@barnsley.gov.uk');
    expect(words(part(summary, 'section-contacts'))).to.contain('As given in the source: January 2025');
    expect(words(part(summary, 'section-provenance'))).to.contain('Review due: January 2027.');
  });

  it('says that Bromley is past its review date, and sends whistleblowing elsewhere', async () => {
    const summary = await shown(html`<policy-summary policy="bromley" now=${NOW}></policy-summary>`);
    expect(words(part(summary, 'notice'))).to.contain('past its review date: December 2021');
    expect(words(part(summary, 'section-elsewhere'))).to.contain('whistleblowing');
  });

  it('gives Greenwich’s numbers as links, and says that they have no date', async () => {
    const summary = await shown(html`<policy-summary policy="greenwich" now=${NOW}></policy-summary>`);
    expect(links(summary)).to.contain('tel:02089213172').and.contain('http://www.greenwichsafeguardingchildren.org.uk');
    const contacts = [...(part(summary, 'section-contacts')?.querySelectorAll('li') ?? [])].map(words);
    expect(contacts[0]).to.contain('(Out of hours)');
    for (const contact of contacts) expect(contact).to.contain('Date not given in the source');
    expect(words(part(summary, 'section-document'))).to.contain('Version Not given in the source');
  });

  it('says why Coventry has no causes, and links the full text', async () => {
    const summary = await shown(html`<policy-summary policy="coventry" now=${NOW}></policy-summary>`);
    expect(words(part(summary, 'section-causes'))).to.contain('cannot be read in its source');
    expect(part(summary, 'section-causes')?.querySelector('li')).to.equal(null);
    expect(links(summary)).to.contain('https://www.proceduresonline.com/covandwarksscb/p_escalation_resol.html');
  });

  it('shows the sections chosen, and its notices in any case', async () => {
    const summary = await shown(
      html`<policy-summary policy="barnsley" sections="contacts principles elsewhere" now=${NOW}></policy-summary>`,
    );
    expect(sections(summary)).to.deep.equal(['principles', 'contacts']);
    expect(part(summary, 'notice')).not.to.equal(null);
    summary.sections = null;
    await summary.updateComplete;
    expect(sections(summary)).to.deep.equal(SUMMARY_SECTIONS.filter((section) => section !== 'elsewhere'));
  });

  it('shows clauses when asked', async () => {
    const summary = await shown(html`<policy-summary policy="barnsley" now=${NOW}></policy-summary>`);
    expect(part(summary, 'clause')).to.equal(null);
    summary.showClauses = true;
    await summary.updateComplete;
    expect(words(part(summary, 'clause'))).to.contain('Principles, list barnsley.principles');
    await expect(summary).to.be.accessible();
  });

  it('starts its headings where the page wants them', async () => {
    const summary = await shown(
      html`<policy-summary
        policy="barnsley"
        sections="principles notes"
        heading-level="3"
        now=${NOW}
      ></policy-summary>`,
    );
    expect(headings(summary)).to.deep.equal(['h3', 'h4', 'h4', ...Array<string>(5).fill('h5')]);
  });

  it('folds, and unfolds for print', async () => {
    const summary = await shown(html`<policy-summary policy="barnsley" folded now=${NOW}></policy-summary>`);
    const states = () => (all(summary, 'details') as HTMLDetailsElement[]).map(({ open }) => open);
    const folds = all(summary, '[part~=section]') as HTMLDetailsElement[];
    expect(folds.map(({ localName, open }) => `${localName} ${open}`)).to.deep.equal(folds.map(() => 'details false'));
    folds[0]!.open = true;
    const before = states();
    window.dispatchEvent(new Event('beforeprint'));
    expect(states()).not.to.contain(false);
    window.dispatchEvent(new Event('afterprint'));
    expect(states()).to.deep.equal(before);
    await expect(summary).to.be.accessible();
  });

  it('takes a policy of the host’s own, as text and never as markup', async () => {
    const policy = structuredClone(await loadPolicy('barnsley'));
    policy.principles[0]!.text = '<img src=x onerror=alert(1)>';
    const summary = await shown(html`<policy-summary .policy=${policy} now=${NOW}></policy-summary>`);
    expect(words(part(summary, 'section-principles'))).to.contain('<img src=x onerror=alert(1)>');
    expect(root(summary).querySelector('img')).to.equal(null);
  });

  it('speaks the nearest language, and leaves the policy in its own', async () => {
    const holder = await fixture<HTMLElement>(
      html`<div lang="cy"><policy-summary policy="barnsley" now=${NOW}></policy-summary></div>`,
    );
    const summary = holder.querySelector('policy-summary') as PolicySummary;
    await until(() => words(part(summary, 'section-principles')).startsWith('Egwyddorion'));
    expect(part(summary, 'section-principles')?.querySelector('li [lang=en]')).not.to.equal(null);
    expect(words(part(summary, 'section-provenance'))).to.contain('30 Tachwedd 2026');
    await expect(summary).to.be.accessible();
  });

  it('shows the policy of the case around it', async () => {
    const holder = await fixture<HTMLElement>(
      html`<escalation-case policy="kent" now=${NOW}><policy-summary></policy-summary></escalation-case>`,
    );
    const summary = holder.querySelector('policy-summary') as PolicySummary;
    await until(() => words(part(summary, 'title')) === 'Kent escalation policy');
  });

  it('asks for a policy where it has none', async () => {
    const summary = await fixture<PolicySummary>(html`<policy-summary></policy-summary>`);
    await until(() => words(root(summary).querySelector('.ek-note')) === 'Name a policy to see its summary.');
  });

  for (const [attribute, found, allowed] of [
    ['sections', 'principles contact', 'principles'],
    ['heading-level', '7', '1, 2, 3, 4, 5, 6'],
    ['heading-level', 'two', '1, 2, 3, 4, 5, 6'],
  ] as const) {
    it(`says that ${attribute}="${found}" is wrong, and what is allowed`, async () => {
      const summary = await shown(html`<policy-summary policy="barnsley" now=${NOW}></policy-summary>`);
      let error: Error | null = null;
      summary.addEventListener('escalation-error', (event) => (error = event.error));
      summary.setAttribute(attribute, found);
      await summary.updateComplete;
      expect(error).to.include({ attribute, found });
      expect((error as unknown as AttributeError).allowed).to.contain(allowed);
      summary.removeAttribute(attribute);
      await summary.updateComplete;
      expect(part(summary, 'base')).not.to.equal(null);
    });
  }
});
