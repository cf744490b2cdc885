import type { Message } from '../catalogue.ts';
import type { sending as english } from '../en/sending.ts';

/** What became of something that was sent, in Welsh. */
export const sending = {
  'sending.mismatch': 'Mae’r ateb ar gyfer cofnod arall i’r un a anfonwyd.',
  'sending.no-answer': 'Atebodd y gweinydd heb dderbynneb.',
  'sending.cut': 'Torrodd y cysylltiad, neu ni atebodd y gweinydd mewn pryd.',
  'sending.offline': 'Mae’r ddyfais hon all-lein. Cysylltwch hi, yna rhowch gynnig arall arni.',
  'sending.session':
    'Nid ydych wedi mewngofnodi mwyach. Mewngofnodwch eto mewn tab arall, dewch yn ôl i’r un hwn, yna rhowch gynnig arall arni.',
  'sending.wait': ({ minutes }, { plural }) =>
    `Mae’r gweinydd yn gofyn am lonydd am ${plural(Number(minutes), { one: '# munud', two: '# funud', other: '# munud' })}. Rhowch gynnig arall arni wedyn.`,
  'sending.conflict': 'Mae rhywun arall wedi ysgrifennu yn yr achos hwn ers hynny. Ni chadwyd dim o’ch un chi eto.',
  'sending.unknown': 'Ni wyddys a gafodd ei gadw',
  'sending.unknown.why': 'Ni wyddys a gafodd hwn ei gadw. {reason}',
  'sending.unknown.again':
    'Nid yw rhoi cynnig arall arni’n gwneud drwg: os cafodd ei gadw wedi’r cyfan, ni chaiff ei gadw ddwywaith.',
  'sending.since': 'Beth a ysgrifennwyd ers hynny',
  'sending.entry': ({ name, on }, { day, say }, [what]) =>
    `${day(String(on))}: ${what ? say(what) : ''}${name ? ` (${name})` : ''}`,
  'sending.on-top': 'Rhoi fy un i ar ben hynny',
} satisfies Record<keyof typeof english, Message>;
