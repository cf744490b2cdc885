import { civilDateAt } from '@escalation-kit/core/calendar';
import { assess, replay } from '@escalation-kit/core/case';
import { writeRecordFile } from '@escalation-kit/core/record';
import {
  answerRows,
  confirmationOf,
  formPages,
  type AnswerRow,
  type Answers,
  type ConfirmationView,
} from '@escalation-kit/core/form';
import type { Outcome, Submission } from '../submission/submit-event.ts';
import type { Setting } from './setting.ts';

/** What became of what was entered. `with-host`: it goes with the form of the page that the element stands in. */
export interface Sent {
  readonly kind: 'sent' | 'not-sent' | 'with-host';
  readonly outcome: Outcome;
  readonly submission: Submission;
  readonly setting: Setting;
  /** What was entered, to be printed. */
  readonly rows: readonly AnswerRow[];
  readonly view: ConfirmationView;
  /** The record file, as text. */
  readonly record: string;
  /** Where the browser keeps it until it is saved. */
  readonly file: string;
  /** Says nothing of the child. */
  readonly fileName: string;
}

/** @param isInHostForm a form of the host's takes the record, where nobody else does */
export function sentOf(
  outcome: Outcome,
  submission: Submission,
  setting: Setting,
  answers: Answers,
  isInHostForm: boolean,
): Sent {
  const record = writeRecordFile(submission.record);
  const isWithHost = isInHostForm && !outcome.sent && outcome.reason === null;
  return {
    kind: outcome.sent ? 'sent' : isWithHost ? 'with-host' : 'not-sent',
    outcome,
    submission,
    setting,
    rows: answerRows(formPages(setting, answers), answers),
    view: viewAfter(submission, setting),
    record,
    file: URL.createObjectURL(new Blob([record], { type: 'application/json' })),
    fileName: `escalation-record-${civilDateAt(setting.now, setting.policy.timeZone)}.json`,
  };
}

function viewAfter({ events }: Submission, { policy, calendar, log, state, now }: Setting): ConfirmationView {
  const after = replay(policy, [...log, ...events]);
  return confirmationOf(
    { policy, calendar, state: after, assessment: assess(policy, after, { now, calendar }) },
    state,
  );
}
