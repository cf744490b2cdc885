/** PostgreSQL of intake's own cannot run here. Says why, and what to do instead. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(why: string) {
    super(`The PostgreSQL that comes with intake cannot run here: ${why}. Name a server's with DATABASE_URL instead.`);
  }
}
