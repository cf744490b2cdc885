export { chronologyHtml } from './chronology-html.ts';
export { chronologyText } from './chronology-text.ts';
export { deadlinesCalendar } from './deadlines-calendar.ts';
export { EVENT_COLUMNS, eventsCsv, type CsvOptions } from './events-csv.ts';
export { notificationText, type NotificationText } from './notification-text.ts';
export type { ExportOptions } from './voice.ts';
