export interface FencedBlock {
  /** The line of the document on which it begins. */
  readonly line: number;
  readonly code: string;
}

/** The blocks of code of one language in a Markdown document. */
export function fencedBlocks(markdown: string, language: string): FencedBlock[] {
  return [...markdown.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].flatMap(({ 1: found, 2: code = '', index }) =>
    found === language ? [{ line: markdown.slice(0, index).split('\n').length, code }] : [],
  );
}
