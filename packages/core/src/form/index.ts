export { Form, FORM_ACTIONS } from './form.ts';
export { answerOf, answerRows, DATE_PARTS, isSameAnswers, type AnswerRow } from './answers.ts';
export { choicesOf, controlId, isGroup, labelOf, standsFirst } from './controls.ts';
export { confirmationOf, type ConfirmationView } from './confirmation.ts';
export type { FieldError } from './errors.ts';
export {
  BEGINNING,
  lookAt,
  pageBefore,
  step,
  type Aside,
  type Effect,
  type Journey,
  type JourneyAction,
  type JourneyContext,
  type Becoming,
  type JourneyView,
  type Stepped,
} from './journey.ts';
export { newerTerms, otherTerms, type NewerTerms } from './newer-terms.ts';
export { CHECK, FIELD_KINDS, type Answer, type Answers, type FieldKind, type FormInput } from './page.ts';
export type { Field as FormField, Note as FormNote, Option as FormOption, Page as FormPage } from './page.ts';
export { STANDING } from './questions.ts';
