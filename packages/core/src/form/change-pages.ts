import { causesPage, childPage, factPages, priorityPages } from './fields.ts';
import { dangerPages } from './open-pages.ts';
import { answerOf, optionsOf, own, type Answers, type FormSetting, type Page } from './page.ts';

/** What has become true since: the person says which part, and is asked only that. */
export function changePages(setting: FormSetting, answers: Answers): Page[] {
  const route = setting.state.route ?? '';
  const child = childPage(setting);
  const causes = causesPage(setting, route);
  const parts: Record<string, Page[]> = {
    facts: [...dangerPages(setting, answers), ...factPages(setting, route, () => true)],
    child: child.fields.length > 1 ? [child] : [],
    priority: priorityPages(setting),
    causes: causes.fields.length > 1 ? [{ ...causes, fields: causes.fields.slice(0, 1) }] : [],
  };
  const names = Object.keys(parts).filter((name) => parts[name]!.length > 0);
  const changed = own('checkboxes', 'changed', '!?', { options: optionsOf('form.changed', names) });
  const chosen = answerOf(changed, answers);
  return [
    { id: 'changed', fields: [changed] },
    ...names.filter((name) => chosen.includes(name)).flatMap((name) => parts[name]!),
  ];
}
