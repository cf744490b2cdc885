import { ContextProvider } from '@lit/context';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { assess, replay, type CaseEvent } from '@escalation-kit/core/case';
import {
  exportRecord,
  importRecord,
  policyHash,
  seal,
  writeRecordFile,
  type RecordFile,
} from '@escalation-kit/core/record';
import { caseTexts, deadline, engine, kit, type Messages } from '@escalation-kit/core/text';
import { caseContext, type CaseContext } from '../kit/case-context.ts';
import { KitElement } from '../kit/kit-element.ts';
import { fetchJson } from '../kit/resources.ts';
import { EscalationSubmitEvent } from '../submission/submit-event.ts';

/**
 * Holds one case, its policy and its clock, and gives them to the elements inside it. It has no look of its own.
 *
 * @summary One case, for the elements inside it.
 * @tag escalation-case
 */
export class EscalationCase extends KitElement {
  static override properties: PropertyDeclarations = {
    log: { attribute: false },
    logSrc: { attribute: 'log-src' },
    endpoint: {},
  };
  static override messages: Messages = { ...kit, ...deadline, ...engine, ...caseTexts };

  declare log: readonly CaseEvent[];
  declare logSrc: string | null;
  declare endpoint: string | null;

  protected override renderReady(): TemplateResult {
    return html`<slot></slot>`;
  }
}
