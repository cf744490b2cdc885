/** A server did not answer in time. It may have taken what it was sent. */
class TooSlowError extends Error {
  override readonly name = 'TooSlowError';
  readonly code = 'ETIMEDOUT';
}

/** What comes of something, or a TooSlowError where nothing has after so many milliseconds. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new TooSlowError('No answer came in time.')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
