import './case-duties.ts';
import './deadline-badge.ts';
import './escalation-case.ts';
import './escalation-form.ts';
import './policy-summary.ts';
import './stage-ladder.ts';
