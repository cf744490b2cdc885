import type { Concerned } from '../people/person.ts';
import type { Services } from '../services.ts';
import { flag, html, type Html } from './html.ts';

/** Which agency of the directory stands on each side of a case: without one nobody of that side can read it. */
export function sidesForm(reference: string, concerned: Concerned, { say, directory }: Services): Html {
  return html`${(['raising', 'receiving'] as const).map(
    (side) =>
      html`<form class="actions" method="post" action="/cases/${reference}/sides">
        <input type="hidden" name="side" value="${side}" />
        <label for="side-${side}">${say({ key: `intake.sides.${side}` })}</label>
        <select id="side-${side}" name="agency" autocomplete="off">
          ${concerned[side] === null && html`<option value="">${say({ key: 'intake.sides.none' })}</option>`}
          ${directory.data.agencies.map(
            ({ id, name }) => html`<option value="${id}" ${flag('selected', id === concerned[side])}>${name}</option>`,
          )}
        </select>
        <button class="button button--plain">${say({ key: 'intake.sides.assign' })}</button>
      </form>`,
  )}`;
}
