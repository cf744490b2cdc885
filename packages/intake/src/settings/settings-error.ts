/** What is wrong with one setting: where, and what would be right there. */
export interface SettingsFault {
  /** `mail.port`, or the name of a variable of the environment. */
  readonly path: string;
  readonly allowed: string;
}

/** Settings that cannot be worked with, with every fault. Holds no value that was set: it may be a secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly faults: readonly SettingsFault[];

  constructor(faults: readonly SettingsFault[]) {
    super(
      ['The settings have faults:', ...faults.map(({ path, allowed }) => `  ${path}: must be ${allowed}`)].join('\n'),
    );
    this.faults = faults;
  }
}
