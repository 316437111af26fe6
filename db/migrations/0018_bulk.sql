-- One act on each of many matters: what was asked, and how far it got, so that it goes on where it was cut off.

create table bulk (
  district char(6) not null,
  id uuid not null,
  person uuid not null,
  post uuid not null,
  move text not null,
  input jsonb not null,
  total int not null check (total > 0),
  at timestamptz not null,
  stopped_at timestamptz,
  primary key (district, id)
);
comment on table bulk is 'One move that somebody asked for on many matters at once.';
comment on column bulk.district is 'Code of the installation.';
comment on column bulk.id is 'UUIDv7.';
comment on column bulk.person is 'Who asked.';
comment on column bulk.post is 'In which post: each act is made in it, as long as they hold it.';
comment on column bulk.move is 'Name of the move.';
comment on column bulk.input is 'What the move needs, the same for each.';
comment on column bulk.total is 'How many matters it is about.';
comment on column bulk.at is 'When it was asked.';
comment on column bulk.stopped_at is 'When it was stopped before its end.';
create index bulk_own on bulk (district, post, at desc);
comment on index bulk_own is 'Query: what a post asked for, newest first.';

create table bulk_item (
  district char(6) not null,
  bulk uuid not null,
  matter uuid not null,
  done_at timestamptz,
  refused text,
  primary key (district, bulk, matter),
  foreign key (district, bulk) references bulk (district, id)
);
comment on table bulk_item is 'One matter of a bulk, until its act is made or refused.';
comment on column bulk_item.district is 'Code of the installation.';
comment on column bulk_item.bulk is 'Which bulk.';
comment on column bulk_item.matter is 'Which matter.';
comment on column bulk_item.done_at is 'When its turn was: its act was made, or refused.';
comment on column bulk_item.refused is 'Code of the refusal; null when the act was made.';
create index bulk_item_waiting on bulk_item (district, bulk, matter) where done_at is null;
comment on index bulk_item_waiting is 'Query: what of a bulk is still to be done.';

alter table bulk enable row level security;
alter table bulk_item enable row level security;
create policy bulk_seen on bulk using (district = app_district()::char(6) and not array['public', 'board']::text[] && app_audience()
  and (post = any (app_orgs()) or 'clock' = any (app_audience())));
create policy bulk_item_seen on bulk_item using (district = app_district()::char(6) and not array['public', 'board']::text[] && app_audience());
grant select, insert, update on bulk, bulk_item to linli_app;
