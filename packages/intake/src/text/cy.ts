import type { Messages } from '@escalation-kit/core/text';
import type { en } from './en.ts';

export const cy = {
  'intake.told.subject': '{reference}: {policy}, {stage}',
  'intake.told.next': 'Nesaf: {what}, erbyn {day}.',
  'intake.told.reference': 'Cyfeirnod: {reference}',
  'intake.told.link': 'Mewngofnodwch i’w ddarllen: {link}',
  'intake.arrived.subject': '{reference}: wedi’i godi gyda’ch asiantaeth',
  'intake.arrived.body': 'Mae achos o dan “{policy}” wedi’i godi gyda’ch asiantaeth. Mae ar {stage}.',
  'intake.arrived.nobody': 'Yr asiantaeth y mae wedi’i godi gyda hi',
  'intake.received.subject': '{reference}: wedi’i dderbyn',
  'intake.received.body':
    'Mae’r hyn a gofnodwyd gennych o dan “{policy}” wedi cyrraedd. Mae ar {stage}. Rhowch ei gyfeirnod wrth siarad amdano.',

  'intake.reminder.subject': ({ count }, { plural }) =>
    plural(Number(count), { one: 'Uwchgyfeirio: nodyn atgoffa', other: 'Uwchgyfeirio: # nodyn atgoffa' }),
  'intake.reminder.due-soon': 'I’w wneud erbyn {day}: {what}',
  'intake.reminder.due-today': 'I’w wneud heddiw: {what}',
  'intake.reminder.overdue': 'Yn hwyr ers {day}: {what}',
  'intake.reminder.at-once': 'I’w wneud ar unwaith, ac nid yw wedi’i wneud eto: {what}',
  'intake.reminder.no-reply': 'Ni ddaeth ateb erbyn {day}. Gall yr achos fynd i’r cam nesaf.',
  'intake.reminder.case': '{reference}, {policy}, {stage}',

  'intake.for.agree': 'cytundeb',
  'intake.for.reply': 'ateb',
  'intake.for.meet': 'cyfarfod',
  'intake.for.raise': 'codi’r anghytundeb',
  'intake.for.confirm': 'cadarnhad',
  'intake.for.decide': 'penderfyniad',
  'intake.for.act': 'gwneud yr hyn a gytunwyd',
} as const satisfies Record<keyof typeof en, Messages[string]>;
