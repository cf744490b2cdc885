import { describe, expect, test } from 'vitest';
import type { DecisionOption } from '../policy/index.ts';
import type { PanelChair, PanelMember, Parties } from './events.ts';
import { brokenChairRule, brokenPanelRule } from './panel.ts';

const PARTIES: Parties = {
  raising: { agency: 'Hill School', sector: 'education' },
  receiving: { agency: 'Children’s Services', sector: 'social-care' },
};
const from = (...agencies: string[]): PanelMember[] => agencies.map((agency) => ({ agency }));
const BOTH = from('Hill School', 'Children’s Services');

type PanelRules = NonNullable<DecisionOption['panel']>;

describe('a panel', () => {
  test.each<[PanelRules, PanelMember[] | undefined, string | null]>([
    [{}, undefined, 'refusal.panel.missing'],
    [{}, [], 'refusal.panel.missing'],
    [{}, from('Police'), null],
    [{ agencies: 2 }, from('Police'), 'refusal.panel.agencies'],
    [{ agencies: 2 }, from('Police', ' police '), 'refusal.panel.agencies'],
    [{ agencies: 2 }, from('Police', 'The Trust', 'A charity'), 'refusal.panel.agencies'],
    [{ agencies: 2 }, from('Police', 'The Trust', 'The  trust'), null],
    [{ agenciesAtLeast: 2 }, from('Police'), 'refusal.panel.agencies-at-least'],
    [{ agenciesAtLeast: 2 }, from('Police', 'The Trust'), null],
    [{ agenciesAtLeast: 2 }, from('Police', 'The Trust', 'A charity'), null],
    [{ sectors: ['police'] }, from('Police'), 'refusal.panel.sector'],
    [{ sectors: ['police'] }, [{ agency: 'Police', sector: 'police' }], null],
    [{ sectors: ['education', 'social-care'] }, BOTH, null],
    [{ sectors: ['social-care'] }, from('children’s services'), null],
    [{ sectors: ['education', 'social-care'] }, from('Hill School'), 'refusal.panel.sector'],
    [{ includesParties: true }, from('Hill School', 'Police'), 'refusal.panel.includes-parties'],
    [{ includesParties: true }, from('HILL SCHOOL', 'children’s  services ', 'Police'), null],
    [{ excludesParties: true }, from('Hill School', 'Police'), 'refusal.panel.excludes-parties'],
    [{ excludesParties: true }, from('Police', 'children’s services'), 'refusal.panel.excludes-parties'],
    [{ excludesParties: true }, from('Police', 'The Trust'), null],
    [{ senior: true }, [{ agency: 'Police', senior: true }, { agency: 'The Trust' }], 'refusal.panel.senior'],
    [{ senior: true }, [{ agency: 'Police', senior: true }], null],
    [{ executive: true }, [{ agency: 'Police', executive: true }, { agency: 'A' }], 'refusal.panel.executive'],
    [{ executive: true }, [{ agency: 'Police', executive: true }], null],
  ])('of which is asked %j: %j breaks %j', (rules, panel, broken) => {
    expect(brokenPanelRule(rules, panel, PARTIES)?.key ?? null).toBe(broken);
  });

  test('is told what was wanted and what there is', () => {
    const values = { wanted: 2, found: 1 };
    expect(brokenPanelRule({ agencies: 2 }, from('Police'), PARTIES)?.values).toEqual(values);
    expect(brokenPanelRule({ agenciesAtLeast: 2 }, from('Police'), PARTIES)?.values).toEqual(values);
    expect(brokenPanelRule({ sectors: ['education', 'police', 'health'] }, BOTH, PARTIES)?.values).toEqual({
      sector: 'police',
    });
  });

  test('is none of the parties, and has no known sectors, where nobody said who they are', () => {
    expect(brokenPanelRule({ excludesParties: true, includesParties: true }, BOTH, null)).toBeNull();
    expect(brokenPanelRule({ sectors: ['education'] }, BOTH, null)?.key).toBe('refusal.panel.sector');
  });
});

describe('the one who chairs', () => {
  type ChairRules = NonNullable<DecisionOption['chair']>;

  test.each<[ChairRules, PanelChair | undefined, string | null]>([
    [{}, undefined, 'refusal.chair.missing'],
    [{}, { agency: 'Hill School' }, null],
    [{ uninvolved: true }, { agency: ' hill school' }, 'refusal.chair.uninvolved'],
    [{ uninvolved: true }, { agency: 'Children’s Services' }, 'refusal.chair.uninvolved'],
    [{ uninvolved: true }, { agency: 'Police' }, null],
    [{ boardMember: true }, { agency: 'Police' }, 'refusal.chair.board-member'],
    [{ boardMember: true }, { agency: 'Police', boardMember: true }, null],
    [{ independent: true }, { agency: 'A company', independent: false }, 'refusal.chair.independent'],
    [{ independent: true }, { agency: 'A company', independent: true }, null],
  ])('of whom is asked %j: %j breaks %j', (rules, chair, broken) => {
    expect(brokenChairRule(rules, chair, PARTIES)?.key ?? null).toBe(broken);
  });

  test('is involved in nothing where nobody said who the parties are', () => {
    expect(brokenChairRule({ uninvolved: true }, { agency: 'Hill School' }, null)).toBeNull();
  });
});
