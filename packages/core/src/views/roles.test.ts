import { describe, expect, it } from 'vitest';
import type { Policy } from '../policy/index.ts';
import barnsleyData from '../../../policies/src/barnsley/policy.json' with { type: 'json' };
import coventryData from '../../../policies/src/coventry/policy.json' with { type: 'json' };
import { nameInSentence, pluralInSentence, roleOf } from './roles.ts';

const barnsley = barnsleyData as unknown as Policy;
const coventry = coventryData as unknown as Policy;

describe('roleOf', () => {
  it('gives the name that a role has in the sector of an agency', () => {
    expect(roleOf(barnsley, 'heads', { agency: 'Hospital', sector: 'health' }).name).toBe('Designated Nurse');
    expect(roleOf(barnsley, 'heads', { agency: 'School', sector: 'education' }).name).toBe(
      'Head of Service or equivalent',
    );
  });

  it('gives all names with their sectors where no agency is known', () => {
    const { name, variants } = roleOf(barnsley, 'heads');
    expect(name).toBe('Head of Service or equivalent');
    expect(variants).toEqual([{ sector: 'health', name: 'Designated Nurse' }]);
  });

  it.each([
    ['education', 'Line manager'],
    ['voluntary', 'Committee member'],
  ] as const)('barnsley.1.lead-fallback: in %s without a lead it is the %s', (sector, standIn) => {
    const role = roleOf(barnsley, 'lead', { agency: 'A', sector, noLead: true });
    expect(role).toMatchObject({ name: standIn, inPlaceOf: 'Safeguarding lead or manager', standIns: [] });
  });

  it('names the stand-in of the sector beside an agency’s own lead', () => {
    const role = roleOf(barnsley, 'lead', { agency: 'A', sector: 'voluntary' });
    expect(role).toMatchObject({ name: 'Safeguarding lead or manager', inPlaceOf: null });
    expect(role.standIns).toEqual([{ name: 'Committee member', sectors: [] }]);
  });

  it('says the stand-in that most sectors have once, and the others as what departs from it', () => {
    expect(roleOf(barnsley, 'lead').standIns).toEqual([
      { name: 'Line manager', sectors: [] },
      { name: 'Committee member', sectors: ['voluntary'] },
    ]);
  });

  it('replaces nobody where having no lead means nothing in the policy', () => {
    const role = roleOf(coventry, 'line-manager', { agency: 'A', sector: 'education', noLead: true });
    expect(role).toMatchObject({ name: 'Line manager', inPlaceOf: null });
    expect(role.standIns).toEqual([{ name: 'Safeguarding lead or equivalent', sectors: [] }]);
  });

  it('takes an unknown id for a name', () => {
    expect(roleOf(barnsley, 'nobody').name).toBe('nobody');
  });
});

describe('a role in a sentence', () => {
  it.each([
    ['Line manager', 'line manager'],
    ['Designated Nurse', 'Designated Nurse'],
    ['Chair of the BSCP', 'Chair of the BSCP'],
    ['KSCB group', 'KSCB group'],
    ['Safeguarding Partners (Partnership Executives)', 'Safeguarding Partners (Partnership Executives)'],
  ])('%s becomes %s', (name, said) => {
    expect(nameInSentence(name, 'en')).toBe(said);
  });

  it('keeps its capital in other languages', () => {
    expect(nameInSentence('Leitung', 'de')).toBe('Leitung');
  });

  it.each([
    ['Safeguarding lead or manager', 'safeguarding leads or managers'],
    ['Head of Service or equivalent', 'Heads of Service or equivalent'],
    ['Head of service', 'heads of service'],
    ['Professionals', 'professionals'],
    ['Deputy', 'deputies'],
    ['Next tier of management', null],
    ['Designated doctor, nurse or teacher', null],
    ['Manager of the supervisor or manager', null],
    ['Senior managers concerned', null],
  ])('%s in the plural: %s', (name, plural) => {
    expect(pluralInSentence(name, 'en-GB')).toBe(plural);
  });

  it('has no plural in a language whose rules are not known', () => {
    expect(pluralInSentence('Rheolwr', 'cy')).toBe(null);
  });
});
