/**
 * A text before it is in a language: the key of a message and the values that go into it. The engine returns these;
 * the catalogues say them. Words of a policy or a person are values, never keys.
 */
export interface Text {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The names of the values that are words of the policy: they are in its language, whatever the sentence is in. */
  readonly own?: readonly string[];
}
