import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml } from './escape-html.ts';

/** Of any code units: control characters, halves of characters. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

test.each([
  ['<script>alert("1")</script>', '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;'],
  ["' onload='x", '&#39; onload=&#39;x'],
  ['a & b &amp; c', 'a &amp; b &amp;amp; c'],
  ['Zoë’s 😀 子ども\n\tx', 'Zoë’s 😀 子ども\n\tx'],
  ['\u0000\u001b[31m\u007f\u0085', '\ufffd\ufffd[31m\ufffd\ufffd'],
  ['a\ud800b\udc00', 'a\ufffdb\ufffd'],
  ['\ufffe\uffff\ufdd0', '\ufffd\ufffd\ufffd'],
])('%j becomes %j', (text, escaped) => {
  expect(escapeHtml(text)).toBe(escaped);
});

test('nothing that is left ends an element or an attribute', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const escaped = escapeHtml(text);
      expect(escaped).not.toMatch(/[<>"']/);
      expect(escaped).not.toMatch(/\p{Cs}/u);
    }),
  );
});
