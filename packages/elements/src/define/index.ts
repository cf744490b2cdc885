import './case-duties.ts';
import './deadline-badge.ts';
import './escalation-case.ts';
import './escalation-form.ts';
import './stage-ladder.ts';
