/**
 * Many texts as one. Put together one by one, an engine keeps every piece until somebody reads the whole; so they are
 * put together by the hundred.
 */
export function concat(texts: Iterable<string>): string {
  const blocks: string[] = [];
  let block: string[] = [];
  for (const text of texts) {
    block.push(text);
    if (block.length === 256) {
      blocks.push(block.join(''));
      block = [];
    }
  }
  blocks.push(block.join(''));
  return blocks.join('');
}
