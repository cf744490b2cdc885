import type { KitElement } from '../kit/kit-element.ts';
import { VERSION } from '../kit/version.ts';

type KitElementClass = (abstract new () => KitElement) & { version?: string };

/**
 * Registers a subclass of an element under a tag. A tag that is taken is left as it is, with a warning that names both
 * versions, so that two copies of the kit on one page don't break it.
 */
export function safeDefine(tag: string, elementClass: CustomElementConstructor): void {
  const taken = customElements.get(tag) as unknown as KitElementClass | undefined;
  if (taken) {
    // eslint-disable-next-line no-console -- the page's developer has two copies and should know
    console.warn(`<${tag}> is defined already (version ${taken.version ?? 'unknown'}); ${VERSION} was not registered.`);
    return;
  }
  customElements.define(tag, class extends elementClass {});
}
