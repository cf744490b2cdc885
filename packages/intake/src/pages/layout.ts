import { PAGE_HEADERS } from './policy.ts';
import { attribute, html, type Content, type Html } from './html.ts';

/** A page around its content. */
export interface Layout {
  readonly title: string;
  /** A BCP 47 tag. */
  readonly language: string;
  /** What stands above everything, as what a demonstration says of itself. */
  readonly banner?: Html | null;
  /** Links to the other pages: their address and name. */
  readonly links?: readonly (readonly [href: string, name: string])[];
  /** Who is signed in, in words. */
  readonly who?: string;
  readonly skip: string;
  /** Scripts that do more with the page, where scripts run: nothing needs them. */
  readonly scripts?: readonly string[];
  readonly status?: number;
}

/** A whole page as it is sent. */
export function pageOf(layout: Layout, content: Content): Response {
  const { title, language, banner, links = [], who, skip, scripts = [], status = 200 } = layout;
  const { text } = html`<!doctype html>
    <html lang="${language === 'en' ? 'en-GB' : language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="/intake.svg" />
        <link rel="stylesheet" href="/intake.css" />
        ${scripts.map((src) => html`<script type="module" ${attribute('src', src)}></script> `)}
      </head>
      <body>
        <a class="skip" href="#main">${skip}</a>
        ${banner}
        ${
          links.length > 0 &&
          html`<header class="top">
            <nav>
              <ul>
                ${links.map(([href, name]) => html`<li><a href="${href}">${name}</a></li>`)}
              </ul>
            </nav>
            ${who && html`<p>${who}</p>`}
          </header>`
        }
        <main id="main" tabindex="-1">${content}</main>
      </body>
    </html> `;
  return new Response(text, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...PAGE_HEADERS },
  });
}
