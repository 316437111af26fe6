-- The joint board of a compound 四方协调: who sits at the table, shared matters with one accountable party and a date each, and meetings. Matters only:
-- no column holds anything about a person.

create table joint_board (
  district char(6) not null,
  compound uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  primary key (district, compound),
  unique (district, compound, path, compound_path, parties),
  foreign key (district, compound, path) references place (district, id, path) on update cascade,
  foreign key (district, compound, compound_path) references place (district, id, compound_path) on update cascade
);
comment on table joint_board is 'The table of a compound: which organisations sit at it. Public as the organisations themselves; what lies on it is not.';
comment on column joint_board.district is 'Code of the installation.';
comment on column joint_board.compound is 'The compound.';
comment on column joint_board.path is 'Administrative path of the compound, kept equal by the foreign key.';
comment on column joint_board.compound_path is 'Compound path of the compound, kept equal by the foreign key.';
comment on column joint_board.parties is 'The organisations that sit at the table; changed when one comes or goes, and carried to all that lies on it.';

create table joint_item (
  district char(6) not null,
  id uuid not null,
  compound uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  matter uuid,
  title text not null check (title <> ''),
  seat text not null check (seat in ('branch', 'owners', 'community', 'firm')),
  org uuid not null,
  agreed date not null,
  put_by uuid not null,
  put_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  result text,
  version int not null default 1 check (version > 0),
  primary key (district, id),
  foreign key (district, matter) references matter (district, id),
  foreign key (district, compound, path, compound_path, parties)
    references joint_board (district, compound, path, compound_path, parties) on update cascade,
  check ((done_at is null) = (result is null) and (done_at is null) = (done_by is null))
);
comment on table joint_item is 'A shared matter on the joint board of a compound: one accountable party, one agreed day, one result for all.';
comment on column joint_item.district is 'Code of the installation.';
comment on column joint_item.id is 'UUIDv7.';
comment on column joint_item.compound is 'The compound.';
comment on column joint_item.path is 'Leg of visibility, kept equal to the board''s.';
comment on column joint_item.compound_path is 'Leg of visibility, kept equal to the board''s.';
comment on column joint_item.parties is 'Leg of visibility, kept equal to the board''s.';
comment on column joint_item.matter is 'The matter that was put on the board; null for an item of the board itself.';
comment on column joint_item.title is 'What it is about: the public title of the matter as it was, or words that were checked for names, numbers and doors.';
comment on column joint_item.seat is 'The one accountable party of the four.';
comment on column joint_item.org is 'The organisation that sat there when it was agreed.';
comment on column joint_item.agreed is 'The day that was agreed, a civil day.';
comment on column joint_item.put_by is 'The organisation that put it on the board.';
comment on column joint_item.put_at is 'When it was put there.';
comment on column joint_item.done_at is 'When it was said to be done; null while open. Late is open and past the agreed day: derived, never stored.';
comment on column joint_item.done_by is 'The organisation that wrote the result.';
comment on column joint_item.result is 'What came of it, the same text for all.';
comment on column joint_item.version is 'Counts its changes: who changes it names the version that they saw.';
create index joint_item_open on joint_item (district, compound, agreed, id) where done_at is null;
comment on index joint_item_open is 'Query: the open items of a compound in the order of the next meeting.';
create index joint_item_done on joint_item (district, compound, done_at desc, id desc) where done_at is not null;
comment on index joint_item_done is 'Query: the results of a compound, newest first.';
create unique index joint_item_matter on joint_item (district, matter) where matter is not null and done_at is null;
comment on index joint_item_matter is 'Query: whether a matter lies on a board already; it lies there once at a time.';
create index joint_item_legs on joint_item (district, compound, path, compound_path, parties);
comment on index joint_item_legs is 'Query: the foreign key to the board when somebody comes to the table or leaves it.';

create table joint_change (
  district char(6) not null,
  id uuid not null,
  item uuid not null,
  compound uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  at timestamptz not null,
  by_org uuid not null,
  seat_before text not null,
  seat text not null,
  agreed_before date not null,
  agreed date not null,
  reason text not null check (reason <> ''),
  primary key (district, id),
  foreign key (district, item) references joint_item (district, id),
  foreign key (district, compound, path, compound_path, parties)
    references joint_board (district, compound, path, compound_path, parties) on update cascade
);
comment on table joint_change is 'Each change of who is accountable or of the agreed day, with its reason. Only appended to: earlier days stay readable.';
comment on column joint_change.district is 'Code of the installation.';
comment on column joint_change.id is 'UUIDv7.';
comment on column joint_change.item is 'The item.';
comment on column joint_change.compound is 'The compound.';
comment on column joint_change.path is 'Leg of visibility, kept equal to the board''s.';
comment on column joint_change.compound_path is 'Leg of visibility, kept equal to the board''s.';
comment on column joint_change.parties is 'Leg of visibility, kept equal to the board''s.';
comment on column joint_change.at is 'When it was changed.';
comment on column joint_change.by_org is 'Which party changed it.';
comment on column joint_change.seat_before is 'Who was accountable before.';
comment on column joint_change.seat is 'Who is accountable since.';
comment on column joint_change.agreed_before is 'The day before.';
comment on column joint_change.agreed is 'The day since.';
comment on column joint_change.reason is 'Why, readable to all who sit at the table.';
create index joint_change_item on joint_change (district, item, at);
comment on index joint_change_item is 'Query: the changes of some items, oldest first.';
create index joint_change_legs on joint_change (district, compound, path, compound_path, parties);
comment on index joint_change_legs is 'Query: the foreign key to the board when somebody comes to the table or leaves it.';

create table joint_meeting (
  district char(6) not null,
  id uuid not null,
  compound uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  held_on date not null,
  present uuid[] not null check (cardinality(present) > 1),
  at timestamptz not null,
  by_org uuid not null,
  primary key (district, id),
  foreign key (district, compound, path, compound_path, parties)
    references joint_board (district, compound, path, compound_path, parties) on update cascade
);
comment on table joint_meeting is 'A meeting of the table: the day, and which organisations were there. No person is named.';
comment on column joint_meeting.district is 'Code of the installation.';
comment on column joint_meeting.id is 'UUIDv7.';
comment on column joint_meeting.compound is 'The compound.';
comment on column joint_meeting.path is 'Leg of visibility, kept equal to the board''s.';
comment on column joint_meeting.compound_path is 'Leg of visibility, kept equal to the board''s.';
comment on column joint_meeting.parties is 'Leg of visibility, kept equal to the board''s.';
comment on column joint_meeting.held_on is 'The day, a civil day.';
comment on column joint_meeting.present is 'The organisations that were there.';
comment on column joint_meeting.at is 'When it was written down.';
comment on column joint_meeting.by_org is 'Which party wrote it down.';
create index joint_meeting_held on joint_meeting (district, compound, held_on desc, id desc);
comment on index joint_meeting_held is 'Query: the meetings of a compound, newest first.';
create index joint_meeting_legs on joint_meeting (district, compound, path, compound_path, parties);
comment on index joint_meeting_legs is 'Query: the foreign key to the board when somebody comes to the table or leaves it.';

create table joint_decision (
  district char(6) not null,
  meeting uuid not null,
  item uuid not null,
  n int not null,
  compound uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  said text not null check (said <> ''),
  primary key (district, meeting, item),
  foreign key (district, meeting) references joint_meeting (district, id),
  foreign key (district, item) references joint_item (district, id),
  foreign key (district, compound, path, compound_path, parties)
    references joint_board (district, compound, path, compound_path, parties) on update cascade
);
comment on table joint_decision is 'What a meeting decided on one item. Who is accountable and until when changes by an act of its own.';
comment on column joint_decision.district is 'Code of the installation.';
comment on column joint_decision.meeting is 'The meeting.';
comment on column joint_decision.item is 'The item.';
comment on column joint_decision.n is 'Its place in the minutes, from 1.';
comment on column joint_decision.compound is 'The compound.';
comment on column joint_decision.path is 'Leg of visibility, kept equal to the board''s.';
comment on column joint_decision.compound_path is 'Leg of visibility, kept equal to the board''s.';
comment on column joint_decision.parties is 'Leg of visibility, kept equal to the board''s.';
comment on column joint_decision.said is 'What was decided.';
create index joint_decision_item on joint_decision (district, item);
comment on index joint_decision_item is 'Query: the foreign key to the item.';
create index joint_decision_legs on joint_decision (district, compound, path, compound_path, parties);
comment on index joint_decision_legs is 'Query: the foreign key to the board when somebody comes to the table or leaves it.';

alter table joint_board enable row level security;
create policy joint_board_district on joint_board using (district = app_district()::char(6)) with check (district = app_district()::char(6));
alter table joint_item enable row level security;
create policy joint_item_seen on joint_item for select using (district = app_district()::char(6)
  and array['branch', 'owners', 'community', 'firm', 'station', 'street']::text[] && app_audience()
  and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()));
create policy joint_item_made on joint_item for insert with check (district = app_district()::char(6) and parties && app_orgs());
alter table joint_change enable row level security;
create policy joint_change_seen on joint_change for select using (district = app_district()::char(6)
  and array['branch', 'owners', 'community', 'firm', 'station', 'street']::text[] && app_audience()
  and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()));
create policy joint_change_made on joint_change for insert with check (district = app_district()::char(6) and parties && app_orgs());
alter table joint_meeting enable row level security;
create policy joint_meeting_seen on joint_meeting for select using (district = app_district()::char(6)
  and array['branch', 'owners', 'community', 'firm', 'station', 'street']::text[] && app_audience()
  and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()));
create policy joint_meeting_made on joint_meeting for insert with check (district = app_district()::char(6) and parties && app_orgs());
alter table joint_decision enable row level security;
create policy joint_decision_seen on joint_decision for select using (district = app_district()::char(6)
  and array['branch', 'owners', 'community', 'firm', 'station', 'street']::text[] && app_audience()
  and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()));
create policy joint_decision_made on joint_decision for insert with check (district = app_district()::char(6) and parties && app_orgs());
create policy joint_item_changed on joint_item for update using (district = app_district()::char(6) and parties && app_orgs())
  with check (district = app_district()::char(6) and parties && app_orgs());
grant select, insert on joint_board, joint_item, joint_change, joint_meeting, joint_decision to linli_app;
grant update (parties) on joint_board to linli_app;
grant update (seat, org, agreed, done_at, done_by, result, version) on joint_item to linli_app;
