/** An element and the case around it are of two versions of the kit, one of which cannot read the other's. */
export class MixedVersionsError extends Error {
  override readonly name = 'MixedVersionsError';

  constructor(element: EventTarget, holder: EventTarget | null) {
    super(
      `This page mixes two versions of the kit: ${described(element)} cannot read the case that ${described(holder)} ` +
        `gives. Load both from one version.`,
    );
  }
}

/** '<stage-ladder> (version 0.1.0, cases 2)'. Builds before this one did not say which cases they read: the first. */
function described(target: EventTarget | null): string {
  const { localName = 'the element around it' } = (target ?? {}) as Element;
  const { version = 'unknown', contextVersion = 1 } = (target?.constructor ?? {}) as {
    readonly version?: string;
    readonly contextVersion?: number;
  };
  return `<${localName}> (version ${version}, cases ${contextVersion})`;
}
