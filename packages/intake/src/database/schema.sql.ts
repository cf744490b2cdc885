/*
 * The tables, for PostgreSQL 15 and newer. Instants and dates are text: days are counted by the engine alone. An entry is
 * kept as the text that was hashed, since a type for JSON refuses what a sound record may hold.
 */

const OWN_ORDER = `text collate "C"`;

export const FIRST = /* sql */ `
create table intake.cases (
  id text primary key,
  reference text not null constraint cases_reference unique,
  taken_at ${OWN_ORDER} not null
);

create table intake.entries (
  case_id text not null references intake.cases,
  place int not null check (place >= 0),
  event text not null,
  prev text not null,
  hash text not null,
  taken_at ${OWN_ORDER} not null,
  primary key (case_id, place)
);

-- What was sent under a key, by whom, and what was answered: the same again is answered alike.
create table intake.submissions (
  case_id text not null references intake.cases,
  key text not null,
  body_hash text not null,
  person text not null,
  receipt text not null,
  primary key (case_id, key)
);

-- The policies and calendars that cases go by, for as long as the cases are kept.
create table intake.editions (
  kind text not null check (kind in ('policy', 'calendar')),
  hash text not null,
  id text not null,
  version text not null,
  content text not null,
  primary key (kind, hash)
);

-- Which agency of the directory stands on a side of a case.
create table intake.sides (
  case_id text not null references intake.cases,
  side text not null check (side in ('raising', 'receiving')),
  agency text not null,
  assigned_by text,
  since ${OWN_ORDER} not null,
  primary key (case_id, side)
);
create index sides_agency on intake.sides (agency, case_id);

create table intake.recorders (
  case_id text not null references intake.cases,
  person text not null,
  name text not null,
  email text,
  since ${OWN_ORDER} not null,
  primary key (case_id, person)
);

-- How each case stands: made from its entries, and to be made anew from them at any time.
create table intake.standing (
  case_id text primary key references intake.cases,
  reference text not null,
  policy text not null,
  status text not null,
  route text not null,
  stage text not null,
  due ${OWN_ORDER} not null,
  look_at ${OWN_ORDER},
  count int not null,
  changed_at ${OWN_ORDER} not null,
  shown text not null
);
create index standing_due on intake.standing (due, reference collate "C");
create index standing_look on intake.standing (look_at) where look_at is not null;

create table intake.messages (
  id text primary key,
  case_id text references intake.cases,
  kind text not null check (kind in ('told', 'reminder')),
  -- What it is sent for, and to whom: never twice.
  cause text not null,
  duty text,
  clause text,
  addressee text not null,
  email text,
  subject text not null,
  body text not null,
  state text not null check (state in ('waiting', 'sent', 'given-up', 'no-address')),
  tries int not null default 0,
  error text,
  made_at ${OWN_ORDER} not null,
  sent_at ${OWN_ORDER},
  constraint messages_cause unique (cause)
);
create index messages_case on intake.messages (case_id, duty);
create index messages_state on intake.messages (state, made_at) where state <> 'sent';

-- What somebody was, or is to be, reminded of: once each.
create table intake.reminders (
  case_id text not null references intake.cases,
  item text not null,
  email text not null,
  shown text not null,
  message text,
  made_at ${OWN_ORDER} not null,
  primary key (case_id, item, email)
);
create index reminders_waiting on intake.reminders (email) where message is null;

create table intake.readings (
  id bigint generated always as identity primary key,
  case_id text not null references intake.cases,
  person text not null,
  what text not null,
  at ${OWN_ORDER} not null
);
create index readings_case on intake.readings (case_id, id);

-- A feed of deadlines goes by a secret address; its hash alone is kept.
create table intake.feeds (
  token_hash text primary key,
  person text not null,
  made_at ${OWN_ORDER} not null,
  revoked_at ${OWN_ORDER}
);

-- What is left of a case that was removed.
create table intake.stones (
  reference text primary key,
  head text not null,
  count int not null,
  begun_at ${OWN_ORDER} not null,
  removed_at ${OWN_ORDER} not null
);

create function intake.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_user = 'escalation_intake_purger' then return old; end if;
  raise exception 'entries are only added' using errcode = 'insufficient_privilege';
end $$;
create trigger entries_only_added before update or delete on intake.entries
  for each row execute function intake.refuse_change();
create trigger entries_not_emptied before truncate on intake.entries
  for each statement execute function intake.refuse_change();
create trigger editions_only_added before update or delete on intake.editions
  for each row execute function intake.refuse_change();
`;

/** What was answered so far on pages without scripts: unreadable here without a key that is not, and gone soon. */
export const DRAFTS = /* sql */ `
create table intake.drafts (
  id text primary key,
  person text not null,
  content text,
  sent_as text,
  touched_at ${OWN_ORDER} not null
);
create index drafts_touched on intake.drafts (touched_at);
`;

/** What each role may do. Given anew after each migration, which may bring tables. */
export const GRANTS = /* sql */ `
grant usage on schema intake, graphile_worker to escalation_intake_server;
grant select on all tables in schema intake to escalation_intake_server;
grant insert on intake.cases, intake.entries, intake.submissions, intake.editions, intake.sides, intake.recorders,
  intake.standing, intake.messages, intake.reminders, intake.readings, intake.feeds to escalation_intake_server;
grant insert, update, delete on intake.drafts to escalation_intake_server;
grant update on intake.sides, intake.standing to escalation_intake_server;
grant update (state, tries, error, email, sent_at) on intake.messages to escalation_intake_server;
grant update (message) on intake.reminders to escalation_intake_server;
grant update (revoked_at) on intake.feeds to escalation_intake_server;
grant select, insert, update, delete on all tables in schema graphile_worker to escalation_intake_server;
grant usage on all sequences in schema graphile_worker to escalation_intake_server;
grant execute on all functions in schema graphile_worker to escalation_intake_server;

-- The tables of the worker let nobody but their owner see a row, unless a policy says who.
do $$
declare name text;
begin
  for name in select relname from pg_class where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity loop
    execute format('drop policy if exists escalation_intake_server on graphile_worker.%I', name);
    execute format('create policy escalation_intake_server on graphile_worker.%I to escalation_intake_server using (true) with check (true)', name);
  end loop;
end $$;

grant usage on schema intake to escalation_intake_purger;
grant select, delete on all tables in schema intake to escalation_intake_purger;
grant insert on intake.stones to escalation_intake_purger;
`;
