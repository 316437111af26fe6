-- Whose it is, and until when: objections to a dispatch, rulings of the street, precedents that are offered next time, extensions that were asked for.

alter table matter add column passes text[] not null default '{}', add column ruled_to uuid;
comment on column matter.passes is 'Each time it went from one organisation to another, as from>to: the third return between two forces a ruling.';
comment on column matter.ruled_to is 'The organisation that the street named as owner: it neither objects nor hands it on.';

create table objection (
  district char(6) not null,
  id uuid not null,
  matter uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  closed_to text[] not null,
  org uuid not null,
  ground text not null,
  said text not null default '',
  forced boolean not null default false,
  at timestamptz not null,
  post uuid,
  ruled_at timestamptz,
  ruled_post uuid,
  ruling text check (ruling in ('upheld', 'rejected')),
  owner uuid,
  why text,
  basis text,
  primary key (district, id),
  foreign key (district, matter, path, compound_path, parties, closed_to)
    references matter (district, id, path, compound_path, parties, closed_to) on update cascade,
  check ((ruled_at is null) = (ruling is null) and (ruling is null) = (owner is null))
);
comment on table objection is 'An objection 派单异议 of a party, or the third return, and what the street ruled.';
comment on column objection.district is 'Code of the installation.';
comment on column objection.id is 'UUIDv7.';
comment on column objection.matter is 'What it is about.';
comment on column objection.path is 'Leg of visibility, kept equal to the matter''s.';
comment on column objection.compound_path is 'Leg of visibility, kept equal to the matter''s.';
comment on column objection.parties is 'Leg of visibility, kept equal to the matter''s.';
comment on column objection.closed_to is 'Leg of visibility, kept equal to the matter''s.';
comment on column objection.org is 'Who says that it is not theirs.';
comment on column objection.ground is 'Code of the list of grounds; of a third return the reason of the hand-over.';
comment on column objection.said is 'The evidence in words.';
comment on column objection.forced is 'It came to a ruling because it was the third return between two parties.';
comment on column objection.at is 'When it was raised.';
comment on column objection.post is 'Which post raised it.';
comment on column objection.ruled_at is 'When the street ruled.';
comment on column objection.ruled_post is 'Which post of the street.';
comment on column objection.ruling is 'upheld: it goes to the owner named; rejected: it stays.';
comment on column objection.owner is 'Who has it from now on.';
comment on column objection.why is 'The reason of the ruling.';
comment on column objection.basis is 'Article, list item or clause it rests on.';
create unique index objection_open on objection (district, matter) where ruled_at is null;
comment on index objection_open is 'Query: the open objection of a matter; there is one at a time.';
create index objection_waiting on objection (district, at, id) where ruled_at is null;
comment on index objection_waiting is 'Query: what waits for a ruling, oldest first.';

create table precedent (
  district char(6) not null,
  id uuid not null,
  category text not null,
  compound_type text,
  from_kind text not null,
  owner_kind text not null,
  owner uuid not null,
  ruling text not null check (ruling in ('upheld', 'rejected')),
  why text not null,
  basis text not null,
  at timestamptz not null,
  primary key (district, id)
);
comment on table precedent is 'What a ruling teaches: for this category in this type of compound, whose it is and by what. Never words of a resident or a place.';
comment on column precedent.district is 'Code of the installation.';
comment on column precedent.id is 'The objection that it comes from.';
comment on column precedent.category is 'Category of the matter.';
comment on column precedent.compound_type is 'Type of the compound, null outside compounds.';
comment on column precedent.from_kind is 'Kind of party that objected.';
comment on column precedent.owner_kind is 'Kind of the organisation that was named.';
comment on column precedent.owner is 'The organisation that was named.';
comment on column precedent.ruling is 'Whether the objection was upheld.';
comment on column precedent.why is 'The reason as the street wrote it, checked for names and doors.';
comment on column precedent.basis is 'Article, list item or clause.';
comment on column precedent.at is 'When it was ruled.';
create index precedent_category on precedent (district, category, at desc, id desc);
comment on index precedent_category is 'Query: rulings on a category, newest first.';

create table extension (
  district char(6) not null,
  id uuid not null,
  matter uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  closed_to text[] not null,
  org uuid not null,
  days int not null check (days between 1 and 60),
  why text not null,
  due timestamptz not null,
  at timestamptz not null,
  post uuid,
  decided_at timestamptz,
  decided_post uuid,
  granted boolean,
  answer text,
  primary key (district, id),
  foreign key (district, matter, path, compound_path, parties, closed_to)
    references matter (district, id, path, compound_path, parties, closed_to) on update cascade,
  check ((decided_at is null) = (granted is null))
);
comment on table extension is 'A longer time that was asked for before the old one was over, and what was decided.';
comment on column extension.district is 'Code of the installation.';
comment on column extension.id is 'UUIDv7.';
comment on column extension.matter is 'What it is about.';
comment on column extension.path is 'Leg of visibility, kept equal to the matter''s.';
comment on column extension.compound_path is 'Leg of visibility, kept equal to the matter''s.';
comment on column extension.parties is 'Leg of visibility, kept equal to the matter''s.';
comment on column extension.closed_to is 'Leg of visibility, kept equal to the matter''s.';
comment on column extension.org is 'Who asked.';
comment on column extension.days is 'How many working days more.';
comment on column extension.why is 'The reason, told to the reporter too.';
comment on column extension.due is 'When it was due as it was asked.';
comment on column extension.at is 'When it was asked.';
comment on column extension.post is 'Which post asked.';
comment on column extension.decided_at is 'When it was decided.';
comment on column extension.decided_post is 'Which post decided.';
comment on column extension.granted is 'Whether it was granted.';
comment on column extension.answer is 'What was said with the decision.';
create unique index extension_open on extension (district, matter) where decided_at is null;
comment on index extension_open is 'Query: the open request of a matter; there is one at a time.';

alter table objection enable row level security;
alter table precedent enable row level security;
alter table extension enable row level security;
create policy objection_seen on objection using (district = app_district()::char(6) and (matter = any (app_matters())
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()))));
create policy precedent_seen on precedent using (district = app_district()::char(6) and not array['public', 'board']::text[] && app_audience());
create policy extension_seen on extension using (district = app_district()::char(6) and (matter = any (app_matters())
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()))));
grant select, insert, update on objection, extension to linli_app;
grant select, insert on precedent to linli_app;
