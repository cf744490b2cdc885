import type { Context, Hono } from 'hono';
import { sidesOf } from '../people/person.ts';
import { concernedIn, loadCase } from '../case/store.ts';
import { assignSide } from '../submit/assign-side.ts';
import { readReference } from '../case/reference.ts';
import { countCases, filterFault, listCases } from '../show/list.ts';
import { readCase } from '../show/one-case.ts';
import { isQuarter, quarterAt, reportOf } from '../show/report.ts';
import { isForm } from '../http/guard.ts';
import { isEmail } from '../settings/settings.ts';
import { sendAgain } from '../tell/outbox.ts';
import { casePage } from './case-page.ts';
import { addForm } from './form-routes.ts';
import { frameOf, notFound, type PageEnv, type PagesOptions } from './frame.ts';
import { listPage } from './list-page.ts';
import { messagesPage, postedIn } from './messages-page.ts';
import { reportCsv, reportPage } from './report-page.ts';
import { sidesForm } from './sides-form.ts';
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
    const concerned = await concernedIn(services.database, kept.id);
    const mayWrite = sidesOf(person, concerned).length > 0;
    const hasElements = options.elements !== undefined;
    const view = {
      reference: kept.reference,
      kase,
      isSent: c.req.query('sent') !== undefined,
      mayWrite,
      now: options.clock?.(),
      hasElements,
      sides: person.office === 'officer' ? sidesForm(kept.reference, concerned, services) : null,
    };
    const words = wordsFor(services.say, kase.policy, kase.state);
    const title = words.say('intake.page.case', { reference: kept.reference });
    return frameOf(c, options, { title, scripts: hasElements && mayWrite }, casePage(view, words));
  });

  app.post('/cases/:reference/sides', async (c, next) => {
    if (!isForm(c) || c.var.person.office !== 'officer') return next();
    const kept = await loadCase(services.database, { reference: readReference(c.req.param('reference')) ?? '' });
    if (!kept) return notFound(c, options);
    const given = new URLSearchParams(await c.req.text());
    const [side, agency] = [given.get('side'), services.directory.agency(given.get('agency') ?? '')];
    if ((side === 'raising' || side === 'receiving') && agency)
      await assignSide(services, kept, side, agency.id, c.var.person);
    return c.redirect(`/cases/${kept.reference}`, 303);
  });

  app.get('/messages', async (c, next) => {
    if (!wantsPage(c) || c.var.person.office !== 'officer') return next();
    const title = services.say({ key: 'intake.page.messages' });
    return frameOf(c, options, { title }, messagesPage(await postedIn(services.database), services));
  });
  app.post('/messages/:id/send', async (c, next) => {
    if (!isForm(c) || c.var.person.office !== 'officer') return next();
    const email = new URLSearchParams(await c.req.text()).get('email')?.trim() || null;
    if (email === null || isEmail(email)) {
      const { database, tries } = services;
      await database.transaction((queries) => sendAgain(queries, c.req.param('id'), email, tries));
    }
    return c.redirect('/messages', 303);
  });

  app.get('/report', async (c, next) => {
    const report = await reportFor(c);
    if (!report) return next();
    const title = services.say({ key: 'intake.report.title', values: { quarter: report.quarter } });
    return frameOf(c, options, { title }, reportPage(report, services));
  });
  app.get('/report.csv', async (c, next) => {
    const report = await reportFor(c);
    if (!report) return next();
    return c.body(`\ufeff${reportCsv(report, services)}`, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="report-${report.quarter}.csv"`,
    });
  });

  addForm(app, options);

  /** For those of the partnership: officers, and auditors, who see nothing but numbers. */
  async function reportFor(c: Context<PageEnv>) {
    const quarter = c.req.query('quarter') ?? quarterAt(services.now(), 'Europe/London');
    if (!c.var.person.office || !isQuarter(quarter)) return null;
    return reportOf(services.database, services.offer, quarter);
  }
}

/** A browser that is sent somewhere asks for a page; a script asks for anything. */
export function wantsPage(c: Context): boolean {
  return (c.req.header('accept') ?? '').includes('text/html');
}
