import { expect, test } from 'vitest';
import { directory } from '../testing/directory.ts';
import { settingsOf } from '../settings/read-settings.ts';
import { byChoice } from './demo.ts';
import { byProxy } from './identify.ts';
import { mayRead, sidesOf } from './person.ts';

const SECRET = 'a secret of no fewer than thirty-two characters';
const { signIn } = settingsOf({ signIn: { proxy: { secret: SECRET } } });
const identify = byProxy(signIn.proxy!, directory);
const from = (headers: Record<string, string>) => identify(new Request('https://intake.example/cases', { headers }));

test('a proxy says who somebody is, with the secret that it alone knows', async () => {
  expect(await from({ 'x-intake-secret': SECRET, 'x-forwarded-user': 'teacher' })).toMatchObject({
    id: 'teacher',
    agencies: ['school'],
  });
  expect(await from({ 'x-forwarded-user': 'teacher' })).toBeNull();
  expect(await from({ 'x-intake-secret': `${SECRET}.`, 'x-forwarded-user': 'teacher' })).toBeNull();
  expect(await from({ 'x-intake-secret': SECRET })).toBeNull();
  expect(await from({ 'x-intake-secret': SECRET, 'x-forwarded-user': 'stranger' })).toBeNull();
});

test('who is in a group of an agency acts for it, and an office can be had by a group', async () => {
  const headers = { 'x-intake-secret': SECRET, 'x-forwarded-user': 'stranger' };
  expect(await from({ ...headers, 'x-forwarded-groups': 'staff, social-workers' })).toMatchObject({
    id: 'stranger',
    agencies: ['council'],
  });
  expect(await from({ ...headers, 'x-forwarded-groups': 'auditors' })).toMatchObject({
    agencies: [],
    office: 'auditor',
  });
});

test('who reads and writes: those on a side, officers; and whoever wrote in it reads on', () => {
  const concerned = { raising: 'school', receiving: null, recorders: ['midwife'] };
  const person = (id: string) => directory.person(id)!;
  const table = ['teacher', 'manager', 'midwife', 'officer', 'auditor'].map((id) => [
    id,
    sidesOf(person(id), concerned),
    mayRead(person(id), concerned),
  ]);
  expect(table).toEqual([
    ['teacher', ['raising'], true],
    ['manager', [], false],
    ['midwife', [], true],
    ['officer', ['partnership'], true],
    ['auditor', [], false],
  ]);
});

test('a demonstration takes the word of whoever is there, for people that it knows', async () => {
  const as = (cookie: string) => byChoice(directory)(new Request('http://127.0.0.1/', { headers: { cookie } }));
  expect(await as('a=b; intake-demo=teacher')).toMatchObject({ id: 'teacher' });
  expect(await as('intake-demo=stranger')).toBeNull();
  expect(await as('')).toBeNull();
});
