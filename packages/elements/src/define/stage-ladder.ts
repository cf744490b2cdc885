import { StageLadder } from '../stage-ladder/stage-ladder.ts';
import { safeDefine } from './safe-define.ts';

safeDefine('stage-ladder', StageLadder);

declare global {
  interface HTMLElementTagNameMap {
    'stage-ladder': StageLadder;
  }
}
