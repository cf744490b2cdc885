import type { Context, Hono } from 'hono';
import { sidesOf } from '../people/person.ts';
import { concernedIn } from '../case/store.ts';
import { readReference } from '../case/reference.ts';
import { countCases, filterFault, listCases } from '../show/list.ts';
import { readCase } from '../show/one-case.ts';
import { casePage } from './case-page.ts';
import { addForm } from './form-routes.ts';
import { frameOf, notFound, type PageEnv, type PagesOptions } from './frame.ts';
import { listPage } from './list-page.ts';
import { wordsFor } from './words.ts';

/** Adds intake's pages: for whoever asks for a page, at the addresses that give data to those who ask for that. */
export function addPages(app: Hono<PageEnv>, options: PagesOptions): void {
  const { services } = options;

  app.get('/cases', async (c, next) => {
    if (!wantsPage(c) || c.var.person.office === 'auditor') return next();
    const query = c.req.query();
    const filters = { ...query, limit: 25 };
    if (filterFault(filters)) return notFound(c, options);
    const isOfficer = c.var.person.office === 'officer';
    const view = {
      title: services.say({ key: `intake.page.${isOfficer ? 'tracker' : 'cases'}` }),
      page: await listCases(services.database, c.var.person, filters),
      counts: isOfficer ? await countCases(services.database, c.var.person) : [],
      query,
    };
    return frameOf(c, options, { title: view.title }, listPage(view, services));
  });

  app.get('/cases/:reference', async (c, next) => {
    if (!wantsPage(c)) return next();
    const { person } = c.var;
    const read = await readCase(services, person, readReference(c.req.param('reference')) ?? '', 'page');
    if (!read) return notFound(c, options);
    const { kept, kase } = read;
    const mayWrite = sidesOf(person, await concernedIn(services.database, kept.id)).length > 0;
    const hasElements = options.elements !== undefined;
    const view = {
      reference: kept.reference,
      kase,
      isSent: c.req.query('sent') !== undefined,
      mayWrite,
      now: options.clock?.(),
      hasElements,
    };
    const words = wordsFor(services.say, kase.policy, kase.state);
    const title = words.say('intake.page.case', { reference: kept.reference });
    return frameOf(c, options, { title, scripts: hasElements && mayWrite }, casePage(view, words));
  });

  addForm(app, options);
}

/** A browser that is sent somewhere asks for a page; a script asks for anything. */
export function wantsPage(c: Context): boolean {
  return (c.req.header('accept') ?? '').includes('text/html');
}
