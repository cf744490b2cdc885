import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings, settingsOf } from './read-settings.ts';
import { SettingsError } from './settings-error.ts';

function faultsOf(given: unknown, environment = {}): readonly string[] {
  try {
    settingsOf(given, environment);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.faults.map(({ path, allowed }) => `${path}: ${allowed}`);
  }
}

test('nothing need be set to begin with', () => {
  expect(settingsOf({})).toMatchObject({ port: 8080, host: '127.0.0.1', language: 'en', morning: '08:00' });
});

test('every fault is named at once, with what is allowed', () => {
  const faults = faultsOf({
    port: 70_000,
    url: 'https://escalation.example/path',
    language: 'de',
    morning: '8am',
    mial: {},
    mail: { host: 'mail.example', from: 'nobody', ports: 25 },
    directory: { agencies: [{ id: 'a school', name: 'Hill School', sector: 'schools' }] },
  });
  expect(faults).toEqual([
    'url: an address such as https://escalation.example, without a path',
    'port: a whole number from 0 to 65535',
    'language: one of en, cy',
    'morning: a time of day such as 08:00',
    'mail.from: an e-mail address, or a name with one: Escalation <no-reply@example.org>',
    'mail.ports: one of host, port, secure, requireTls, user, password, from, tries',
    'directory.agencies.0.id: letters, digits, dots, hyphens, underscores and @',
    'directory.agencies.0.sector: one of education, health, police, social-care, voluntary, other',
    'mial: one of url, host, port, database, policies, calendar, language, morning, mail, notify, signIn, directory, keepDays, limits, elements, log',
  ]);
});

test('no fault shows what was set: it may be a secret', () => {
  const secret = 'hunter2';
  const faults = faultsOf({ mail: { host: '', from: secret, password: 7 }, signIn: { proxy: { secret } } });
  expect(faults.length).toBeGreaterThan(2);
  expect(faults.join()).not.toContain(secret);
});

test('the environment goes before the file, and makes the sections that it needs', () => {
  const settings = settingsOf({ port: 1 }, { PORT: '3000', DATABASE_URL: 'postgres://u@h/d', HOST: '' });
  expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', database: { url: 'postgres://u@h/d' } });
  expect(faultsOf({}, { PORT: 'x', DATABASE_URL: 'mysql://h' })).toHaveLength(2);
});

test('a file is read from its folder, with the directory beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'intake-settings-'));
  writeFileSync(join(folder, 'people.json'), '{"agencies": [{"id": "s", "name": "S", "sector": "education"}]}');
  writeFileSync(join(folder, 'intake.json'), '{"directory": "people.json", "policies": ["kent", "./ours.json"]}');
  const settings = readSettings(join(folder, 'intake.json'), {});
  expect(settings.directory.agencies[0]).toMatchObject({ id: 's', people: [] });
  expect(settings.policies).toEqual(['kent', join(folder, 'ours.json')]);
  expect(() => readSettings(join(folder, 'none.json'), {})).toThrow('a file that can be read');
  writeFileSync(join(folder, 'bad.json'), '{"mail": {"password": "hunter2"');
  expect(() => readSettings(join(folder, 'bad.json'), {})).toThrow(/JSON with an object$/);
});
