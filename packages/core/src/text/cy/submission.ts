import type { Message } from '../catalogue.ts';
import type { submission as english } from '../en/submission.ts';

/** Why what was sent is not kept, in Welsh. */
export const submission = {
  'refusal.sent.broken': 'Nid yw’r cofnod a anfonwyd yn gyfan: nid yw cofnod {entry} yn dilyn.',
  'refusal.sent.head': 'Nid yw’r cofnod a anfonwyd yn gorffen lle mae’n dweud.',
  'refusal.sent.base': 'Nid yw’r hyn a anfonwyd yn dilyn y cofnod y’i gwnaed ohono.',
  'refusal.sent.events': 'Nid y cofnodion a anfonwyd yw’r rhai ar ddiwedd y cofnod.',
  'refusal.sent.other-case': 'Mae hwn yn perthyn i achos arall.',
  'refusal.sent.not-begun': 'Nid oes achos yn cael ei gadw yma y gellid ychwanegu hyn ato.',
  'refusal.sent.other-policy': 'Agorwyd yr achos dan bolisi arall, neu argraffiad arall ohono, nag un y lle hwn.',
  'refusal.sent.other-calendar': 'Agorwyd yr achos dan galendr arall nag un y lle hwn.',
  'refusal.sent.id-used': 'Mae gan y cofnod gofnod â’r dynodydd hwn eisoes.',
  'refusal.sent.key-used': 'Anfonwyd rhywbeth arall dan yr allwedd hon o’r blaen.',
  'refusal.sent.ahead': 'Nid yw’r amser hwn wedi dod eto. Gwiriwch gloc eich cyfrifiadur.',
  'refusal.sent.service': 'Dim ond gwasanaeth a all ysgrifennu fel gwasanaeth.',
} satisfies Record<keyof typeof english, Message>;
