/**
 * Whether a text is an ISO 8601 instant of a day that exists: what core's `parseInstant` takes, as a test holds it to.
 * That parser would bring the calendar into the first load of every element.
 */
export function isInstant(text: string): boolean {
  const date = PATTERN.exec(text)?.[1];
  if (!date) return false;
  const day = new Date(date);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(date);
}

const PATTERN = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
