/**
 * Lets each person do something so many times in a minute.
 *
 * @returns 0 where they may, else the seconds after which they may again
 */
export function rateLimit(perMinute: number): (person: string, now: number) => number {
  /** When each person's allowance will be whole again. */
  const wholeAt = new Map<string, number>();
  const each = 60_000 / perMinute;
  return (person, now) => {
    if (wholeAt.size > 10_000) for (const [id, at] of wholeAt) if (at <= now) wholeAt.delete(id);
    const at = Math.max(wholeAt.get(person) ?? now, now);
    const over = at + each - now - 60_000;
    if (over > 0) return Math.ceil(over / 1000);
    wholeAt.set(person, at + each);
    return 0;
  };
}
