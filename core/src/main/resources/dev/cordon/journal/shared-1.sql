-- What several Cordons share. Nothing in entry is ever changed or deleted.

create table cordon_schema (version integer not null);
insert into cordon_schema values (1);

-- A run, and who works on it. Whoever takes it raises the fence; what is written under a lower one is refused.
create table claim (
  run    text   primary key,
  begun  bigint generated always as identity,
  fence  bigint not null,
  holder text,                 -- null: nobody
  until  timestamptz,          -- by the clock of the database; past: the holder is taken for dead
  due    timestamptz           -- when somebody is to look at it without being asked; null: never
);
create index claim_due on claim (due) where due is not null;

create table entry (
  run  text   not null references claim,
  seq  bigint not null,
  at   text   not null,
  kind text   not null,
  body text   not null,
  hash text   not null,
  primary key (run, seq)
);

create table plan (
  digest text  primary key,
  body   bytea not null
);

-- The workers that live, so that others can say whether anybody will end what has a time.
create table worker (
  name  text primary key,
  until timestamptz not null
);
