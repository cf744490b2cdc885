export { answerRows, type AnswerRow } from './answer-list.ts';
export { commandsOf } from './commands.ts';
export { confirmationOf, type ConfirmationView } from './confirmation.ts';
export { DATE_PARTS } from './dates.ts';
export { errorsOf, type FieldError } from './errors.ts';
export { formPages, standingNotes } from './form-pages.ts';
export {
  answerOf,
  CHECK_PAGE,
  FIELD_KINDS,
  type Answer,
  type Answers,
  type FieldKind,
  type FormSetting,
} from './page.ts';
export type { Field as FormField, Note as FormNote, Option as FormOption, Page as FormPage } from './page.ts';
export { FORM_ACTIONS } from './step-pages.ts';
export { firstFaulty, pageAfter, pageBefore, pageOfField, type Walk as FormWalk } from './walk.ts';
