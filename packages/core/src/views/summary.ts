import { formsOf, indexOf, type Policy, type Statement } from '../policy/index.ts';
import { ofPolicy, type Text } from '../text/text.ts';
import { contactOf, type ContactView } from './contacts.ts';
import { noticesOf, openPoints, provenanceOf, type NoticeView, type OpenPoints } from './provenance.ts';
import { sourcesOf, type SourceView } from './sources.ts';

/** The parts of a summary, in the order in which they are read. */
export const SUMMARY_SECTIONS = [
  'document',
  'principles',
  'reminders',
  'causes',
  'elsewhere',
  'contacts',
  'form',
  'learning',
  'provenance',
  'notes',
] as const;
export type SummarySection = (typeof SUMMARY_SECTIONS)[number];

/** Something that the policy says, and where. */
export interface StatementView {
  readonly text: string;
  /** What is to be known beside it, in the kit's words. */
  readonly remark: Text | null;
  readonly sources: readonly SourceView[];
}

export interface SummaryView {
  readonly title: string;
  /** The language of the policy's own words, a BCP 47 tag. */
  readonly language: string;
  /** What must be known before relying on it: it stands above every choice of sections. */
  readonly notices: readonly NoticeView[];
  readonly document: DocumentView;
  readonly principles: readonly StatementView[];
  readonly reminders: readonly StatementView[];
  readonly causes: readonly StatementView[];
  /** Why there are no causes, where the source has some that cannot be had. */
  readonly causesMissing: StatementView | null;
  readonly elsewhere: readonly StatementView[];
  readonly contacts: readonly (ContactView & { readonly sources: readonly SourceView[] })[];
  /** Forms of the partnership's own, of which some have no address. */
  readonly form: readonly {
    readonly title: string;
    readonly url: string | null;
    readonly sources: readonly SourceView[];
  }[];
  readonly learning: StatementView | null;
  readonly provenance: readonly NoticeView[];
  readonly notes: readonly OpenPoints[];
}

/** What the source gives of itself; null where it gives nothing. */
export interface DocumentView {
  readonly partnership: string;
  readonly partnershipUrl: string | null;
  readonly title: string;
  readonly version: string | null;
  /** A year, a month or a day. */
  readonly dated: string | null;
  readonly url: string | null;
}

/** Everything in a policy that is for reading. `today`: the civil date in the policy's time zone. */
export function summaryView(policy: Policy, today: string): SummaryView {
  const statement = ({ text, clauses }: Statement): StatementView => plain(policy, text, clauses);
  const { learning } = policy;
  return {
    title: policy.title,
    language: policy.language,
    notices: noticesOf(policy, today),
    document: documentOf(policy),
    principles: policy.principles.map(statement),
    reminders: policy.reminders.map(statement),
    causes: causesOf(policy),
    causesMissing: policy.causesMissing ? statement(policy.causesMissing) : null,
    elsewhere: (policy.elsewhere ?? []).map(statement),
    contacts: policy.contacts.flatMap(({ id, clauses }) => {
      const contact = contactOf(policy, id);
      return contact ? [{ ...contact, sources: sourcesOf(policy, clauses) }] : [];
    }),
    form: formsOf(policy).map(({ title, url, clauses }) => ({
      title,
      url: url === undefined ? null : webAddress(url),
      sources: sourcesOf(policy, clauses),
    })),
    learning: learning
      ? { ...statement(learning), remark: { key: 'summary.learning-to', values: { to: learning.to }, own: ['to'] } }
      : null,
    provenance: provenanceOf(policy, today),
    notes: openPoints(policy),
  };
}

/** The sections that have something to say. */
export function filledSections(view: SummaryView): SummarySection[] {
  return SUMMARY_SECTIONS.filter((section) => {
    if (section === 'document') return true;
    if (section === 'causes') return view.causes.length > 0 || view.causesMissing !== null;
    const part = view[section];
    return Array.isArray(part) ? part.length > 0 : part !== null;
  });
}

function plain(policy: Policy, text: string, clauses: readonly string[]): StatementView {
  return { text, remark: null, sources: sourcesOf(policy, clauses) };
}

function documentOf({ partnership, document }: Policy): DocumentView {
  return {
    partnership: partnership.name,
    partnershipUrl: webAddress(partnership.url),
    title: document.title,
    version: document.version ?? null,
    dated: document.dated ?? null,
    url: webAddress(document.url),
  };
}

function causesOf(policy: Policy): StatementView[] {
  return policy.causes.map((cause) => ({
    ...plain(policy, cause.label, cause.clauses),
    remark: remarkOf(policy, cause),
  }));
}

/** Where a cause leads, or the ways up that it belongs to. */
function remarkOf(policy: Policy, { leadsTo, routes }: Policy['causes'][number]): Text | null {
  if (leadsTo) return ofPolicy(leadsTo);
  if (!routes) return null;
  const labels = routes.map((id) => indexOf(policy).routes.get(id)?.label ?? id);
  return { key: 'summary.cause-routes', values: { routes: labels.join('; ') }, own: ['routes'] };
}

/** Only what can be followed on the web. */
function webAddress(url: string | undefined): string | null {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : null;
}
