import './deadline-badge.ts';
import './escalation-case.ts';
