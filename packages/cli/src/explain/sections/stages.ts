import { replay } from '@escalation-kit/core/case';
import { indexOf, SIDES, type Stage } from '@escalation-kit/core/policy';
import { en, say } from '@escalation-kit/core/text';
import {
  ladderView,
  type RoleView,
  type RouteView,
  type RungView,
  type SideView,
  type TimeView,
} from '@escalation-kit/core/views';
import { isEmpty, type Block, type Inline, type Row, type Section } from '../../document/document.ts';
import { conditionWords } from '../condition-words.ts';
import {
  capitalised,
  clauseLinks,
  clauseLinksWithin,
  own,
  roleName,
  said,
  stageLabel,
  type Explained,
} from '../explained.ts';

/** Each route as a ladder: who meets whom at each stage, and how long they have. */
export function stagesSection({ policy }: Explained): Section {
  const { routes } = ladderView({ policy, state: replay(policy, []), assessment: null });
  return {
    id: 'stages',
    title: routes.length > 1 ? 'Routes and stages' : 'Stages',
    blocks: [
      { paragraph: 'Stages stand from the bottom up. A case can be opened at any of them.' },
      ...routes.map((route): Block => ({
        section: { id: `route-${route.id}`, title: own(route.label), blocks: routeBlocks(route, policy) },
      })),
    ],
  };
}

function routeBlocks(route: RouteView, policy: Explained['policy']): Block[] {
  const head = ['Stage', 'What it is', 'Raising agency', 'Other agency', 'Partnership', 'Time', 'Clauses'];
  const rows = route.rungs.map((rung) => rowOf(rung, policy));
  const { joins, beside, parties, clauses } = indexOf(policy).routes.get(route.id)!;
  const sectors = (side: 'raising' | 'receiving') =>
    parties?.[side]
      ? `${said(`ladder.side.${side}`)}: ${parties[side].map((each) => said(`sector.${each}`)).join('; ')}.`
      : '';
  const nameOf = (id: string): Inline => own(indexOf(policy).routes.get(id)?.label ?? id);
  const paragraphs: Inline[] = [
    route.hint === null ? '' : own(route.hint),
    joins ? ['At ', own(stageLabel(policy, joins.at)), ' it goes on in ‘', nameOf(joins.route), '’.'] : '',
    beside === undefined ? '' : ['It can run beside ‘', nameOf(beside), '’, as a case of its own.'],
    sectors('raising'),
    sectors('receiving'),
    clauses || joins ? ['Clauses: ', clauseLinksWithin([...(clauses ?? []), ...(joins?.clauses ?? [])])] : '',
  ];
  return [
    ...paragraphs.filter((each) => !isEmpty(each)).map((paragraph) => ({ paragraph })),
    { table: { caption: ['Who meets whom: ', own(route.label)], head, rows } },
  ];
}

function rowOf(rung: RungView, policy: Explained['policy']): Row {
  const side = (wanted: SideView['side']): Inline => ({
    lines: (rung.meets.find((each) => each.side === wanted)?.roles ?? []).map(roleLine),
  });
  const { channels, when, instead = [], endUnsaid, clauses } = indexOf(policy).stages.get(rung.id) ?? {};
  if (rung.state === 'not-on-route') {
    return { cells: [own(rung.label), said('ladder.state.not-on-route'), '', '', '', '', ''] };
  }
  const what: Inline[] = [
    own(rung.name),
    rung.formality === 'unsaid' ? 'Not said whether informal or formal' : said(`ladder.formality.${rung.formality}`),
    rung.isOptional ? said('ladder.optional') : '',
    when ? capitalised(`only if ${conditionWords(when, policy)}`) : '',
    rung.broughtBy.length > 0 ? ['Brought by: ', names(rung.broughtBy)] : '',
    rung.tiers.length > 0 ? `Tiers: ${rung.tiers.map(({ name }) => name).join('; ')}` : '',
    channels ? `By: ${channels.names.join('; ')}` : '',
    rung.mediates ? said('ladder.mediates') : '',
    ...instead.map((other) => `Instead, if ${conditionWords(other.when, policy)}: ${meetsWords(other.meets, policy)}`),
    endUnsaid ? ['What comes of a case here is not said: ', own(endUnsaid.text)] : '',
  ];
  const times = rung.times.length > 0 ? { lines: rung.times.map(timeLine) } : said('ladder.time.none');
  return {
    cells: [
      own(rung.label),
      { lines: what },
      side('raising'),
      side('receiving'),
      side('partnership'),
      times,
      clauseLinks(clauses),
    ],
  };
}

function meetsWords(meets: Stage['meets'], policy: Explained['policy']): string {
  return SIDES.flatMap((side) => {
    const roles = meets[side];
    return roles ? `${said(`ladder.side.${side}`)}: ${roles.map((id) => roleName(policy, id)).join('; ')}` : [];
  }).join('; ');
}

function roleLine({ name, variants, standIns }: RoleView): Inline {
  return {
    lines: [
      own(name),
      ...variants.map(({ sector, name: variant }) => [said(`sector.${sector}`), ': ', own(variant)]),
      ...standIns.map(({ name: standIn }) => ['or ', own(standIn)]),
    ],
  };
}

function names(roles: readonly RoleView[]): string {
  return roles.map(({ name }) => name).join('; ');
}

function timeLine({ words, within, isGuidance, isConditional }: TimeView): string {
  const numbers = within.map((text) => say(text, en));
  const number = numbers.length > 1 ? `${numbers.join(' or ')}, ${said('ladder.time.sooner')}` : numbers.join('');
  const inWords = words ? `“${say(words, en)}”` : '';
  const brackets = [isGuidance && said('ladder.time.guidance'), isConditional && said('ladder.time.conditional')];
  const notes = brackets.filter(Boolean).join(', ');
  return [inWords, inWords && number ? `(${number})` : number, notes && `– ${notes}`].filter(Boolean).join(' ');
}
