-- Visits at the door. What may be seen of a visit stands on its row; the sentence written about it stands apart, behind a wall of one person.

create table visit (
  district char(6) not null,
  id uuid not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  community uuid not null,
  building uuid,
  at timestamptz not null,
  happened_at timestamptz not null,
  said_at timestamptz,
  clock_ahead_ms bigint not null default 0,
  post uuid not null,
  person uuid not null,
  purpose text not null check (purpose in ('round', 'care', 'notice', 'opinions', 'check', 'dispute', 'other')),
  met text not null check (met in ('met', 'nobody', 'door_closed')),
  in_person boolean not null,
  closed_to text[] not null default '{}',
  primary key (district, id),
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  check (happened_at <= at)
);
comment on table visit is 'A visit at a door: when, for what, whether somebody was met. No words, no photo, no coordinates.';
comment on column visit.district is 'District code.';
comment on column visit.id is 'Id made by the application.';
comment on column visit.place is 'The home that was visited; a unit or building where no home is named.';
comment on column visit.path is 'Administrative path of the place, kept equal by the foreign key.';
comment on column visit.compound_path is 'Compound path of the place, kept equal by the foreign key; null outside compounds.';
comment on column visit.community is 'Community of the place; narrows every query.';
comment on column visit.building is 'Building of the place, if any; narrows a door list.';
comment on column visit.at is 'When it was recorded, by the server; what counts, counts by this.';
comment on column visit.happened_at is 'When it took place: the phone''s time, put right by how far the phone''s clock was off; never after `at`, never a month before.';
comment on column visit.said_at is 'What the phone''s own clock said when it was written down; null when written at a desk.';
comment on column visit.clock_ahead_ms is 'How far the phone''s clock was ahead of the server''s when it was sent, in milliseconds; negative: behind.';
comment on column visit.post is 'Post that visited.';
comment on column visit.person is 'Person who visited. No list is made by it except for that person.';
comment on column visit.purpose is 'What for: round, care, notice, opinions, check, dispute, other.';
comment on column visit.met is 'Whether somebody was met: met, nobody, door_closed.';
comment on column visit.in_person is 'At the door; false when it became a telephone call.';
comment on column visit.closed_to is 'Audiences that may not see it although it lies in their scope; its writer always does.';
create index visit_building on visit (district, building, place, happened_at desc);
comment on index visit_building is 'Query: the last visits to the homes of a building, for its door list.';
create index visit_own on visit (district, person, happened_at desc, id desc);
comment on index visit_own is 'Query: a person''s own visits, newest first; asked by that person alone.';
create index visit_community on visit (district, community, at desc, id desc);
comment on index visit_community is 'Query: the visits of a community in a month, as others see them.';

create table visit_word (
  district char(6) not null,
  visit uuid not null,
  person uuid not null,
  said text not null check (char_length(said) between 1 and 140),
  primary key (district, visit),
  foreign key (district, visit) references visit (district, id)
);
comment on table visit_word is 'One sentence that somebody wrote about a visit, for themselves. Behind a wall of one person; can be deleted without touching the visit.';
comment on column visit_word.district is 'District code.';
comment on column visit_word.visit is 'The visit.';
comment on column visit_word.person is 'Who wrote it, and nobody else reads it.';
comment on column visit_word.said is 'The sentence, at most 140 characters.';

create table contact_month (
  district char(6) not null,
  community uuid not null,
  month char(7) not null check (month ~ '^\d{4}-\d{2}$'),
  in_person int not null default 0 check (in_person >= 0),
  on_screen int not null default 0 check (on_screen >= 0),
  missed int not null default 0 check (missed >= 0),
  primary key (district, community, month),
  foreign key (district, community) references place (district, id)
);
comment on table contact_month is 'How often residents of a community were spoken with at the door and on a screen or telephone, by month; counted from sealed acts by the worker.';
comment on column contact_month.district is 'District code.';
comment on column contact_month.community is 'The community.';
comment on column contact_month.month is 'Calendar month in Asia/Shanghai, as 2026-11.';
comment on column contact_month.in_person is 'Contacts in person.';
comment on column contact_month.on_screen is 'Contacts by telephone, link or page.';
comment on column contact_month.missed is 'Visits at which nobody was met; outside the base.';

create table contact_read (
  district char(6) primary key,
  next_leaf bigint not null check (next_leaf >= 0)
);
comment on table contact_read is 'How far the worker has counted contacts: each sealed act is counted once, in the order of the tree.';
comment on column contact_read.district is 'District code.';
comment on column contact_read.next_leaf is 'The first leaf that is not counted yet.';

create table auth.withdrawn (
  token_hash bytea primary key,
  at timestamptz not null
);
comment on table auth.withdrawn is 'Sessions that somebody else ended, as when a card was replaced: a phone that still carries one is told to erase what it keeps.';
comment on column auth.withdrawn.token_hash is 'SHA-256 of the session''s token.';
comment on column auth.withdrawn.at is 'When it was ended (wall clock); forgotten after ninety days.';

alter table visit enable row level security;
alter table visit_word enable row level security;
alter table contact_month enable row level security;
alter table contact_read enable row level security;

create policy visit_seen on visit for select to linli_app using (district = app_district()::char(6) and (person = app_person()
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())))));
create policy visit_made on visit for insert to linli_app with check (district = app_district()::char(6) and person = app_person()
  and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy visit_word_own on visit_word to linli_app using (district = app_district()::char(6) and person = app_person());
create policy contact_month_seen on contact_month for select to linli_app using (district = app_district()::char(6));
create policy contact_month_counted on contact_month to linli_app
  using (district = app_district()::char(6) and array['clock']::text[] && app_audience());
create policy contact_read_counted on contact_read to linli_app using (district = app_district()::char(6) and array['clock']::text[] && app_audience());

grant select, insert on visit to linli_app;
grant select, insert, delete on visit_word to linli_app;
grant select, insert, update on contact_month, contact_read to linli_app;
grant select, insert, delete on auth.withdrawn to linli_auth;
