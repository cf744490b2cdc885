import { readFileSync } from 'node:fs';
import { fencedBlocks } from '../docs/fenced-blocks.ts';

const SCRIPT = '<script type="module" src="/escalation-kit/escalation-kit.js"></script>';

/** The documents that tell a web team what to paste. */
export const DOCUMENTS = ['README.md', 'docs/getting-started/web-teams.md'] as const;

/** A page of its own for each block of HTML with elements in a document, by its path. */
export function pagesOf(document: string): Record<string, string> {
  const blocks = fencedBlocks(readFileSync(document, 'utf8'), 'html').filter(({ code }) => /<\w+-/.test(code));
  return Object.fromEntries(
    blocks.map(({ line, code }) => [
      `/pasted/${document}/${line}.html`,
      page(code.includes('<script') ? code : `${SCRIPT}${code}`),
    ]),
  );
}

/** All of them, and one that keeps what is submitted as the guide to keeping cases says. */
export function pagesOfDocuments(): Record<string, string> {
  const guide = readFileSync('docs/getting-started/keeping-cases.md', 'utf8');
  const handler = fencedBlocks(guide, 'js').find(({ code }) => code.includes('respondWith'));
  return {
    ...Object.fromEntries(DOCUMENTS.flatMap((document) => Object.entries(pagesOf(document)))),
    '/pasted/handler.js': handler!.code,
    '/pasted/handled.html': page(
      `${SCRIPT}<script type="module" src="handler.js"></script>
      <escalation-case policy="kent" now="2026-11-20T12:00:00Z"><escalation-form></escalation-form></escalation-case>`,
    ),
  };
}

function page(content: string): string {
  return `<!doctype html><html lang="en"><title>Pasted</title><link rel="icon" href="/icon.svg" /><main>${content}</main></html>`;
}
