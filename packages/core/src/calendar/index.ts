export {
  addCalendarDays,
  addMonths,
  fromEpochDay,
  isCivilDate,
  InvalidDateError,
  isoWeekday,
  parseCivilDate,
  toEpochDay,
  type CivilDate,
  type EpochDay,
} from './civil-date.ts';
export { formatInstant, InvalidInstantError, isInstant, parseInstant, type Instant } from './instant.ts';
export { InvalidValueError } from './invalid-value-error.ts';
export { lastMoment, type LastMoment } from './last-moment.ts';
export { civilDateAt, clockTimeAt, endOfDay, instantAt, startOfDay, UnknownTimeZoneError } from './time-zone.ts';
export {
  compileCalendar,
  DAY_KINDS,
  InvalidCalendarError,
  withDays,
  type Calendar,
  type CalendarData,
  type DayKind,
  type NamedDay,
} from './calendar.ts';
export {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  nonWorkingDays,
  workingDayFrom,
  workingDaysBetween,
  type SkippedDay,
} from './working-days.ts';
export {
  InvalidDurationError,
  parseDuration,
  UNITS,
  type Duration,
  type PlainDuration,
  type Unit,
} from './duration.ts';
export {
  dueDate,
  explainDue,
  LANDINGS,
  OFF_DAY_STARTS,
  START_DAYS,
  type Counting,
  type Due,
  type DueContext,
  type ExplainedDue,
} from './due.ts';
export { statusOn, type RunningStatus, type Today } from './deadline-status.ts';
export {
  fromBankHolidays,
  type BankHoliday,
  type BankHolidayFile,
  type PublishedBankHolidays,
} from './from-bank-holidays.ts';
export { CALENDAR_IDS, loadCalendar, type CalendarId } from './bank-holidays/load.ts';
