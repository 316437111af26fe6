-- Matters: voice, whistle, verdict. What may be seen of a matter stands on the row itself, and the foreign keys of its parts
-- carry those legs along, so that the same flat policy guards them all.

create table matter (
  district char(6) not null,
  id uuid not null,
  number text not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree not null default '',
  community uuid not null,
  compound uuid,
  building uuid,
  cell int,
  category text not null,
  sensitive text,
  urgent text,
  words text not null,
  title text not null,
  title_from text not null,
  state text not null,
  outcome text,
  reason text,
  answer text,
  held_by uuid not null,
  held_post uuid,
  accountable uuid not null,
  due timestamptz,
  due_kind text,
  due_from timestamptz,
  reminded_at timestamptz,
  supervised_at timestamptz,
  parties uuid[] not null default '{}',
  closed_to text[] not null default '{}',
  hands uuid[] not null default '{}',
  doers uuid[] not null default '{}',
  doer_orgs uuid[] not null default '{}',
  handovers smallint not null default 0,
  reopened smallint not null default 0,
  situation text,
  plan text,
  reached boolean,
  solved boolean,
  satisfied text,
  judged_at timestamptz,
  channel text not null,
  filed_at timestamptz not null,
  filed_post uuid,
  ended_at timestamptz,
  contact uuid,
  receipt bytea not null,
  source text,
  source_id text,
  outside_number text,
  touched timestamptz not null,
  version int not null default 1,
  primary key (district, id),
  unique (district, number),
  unique (district, receipt),
  unique (district, source, source_id),
  unique (district, id, path, compound_path, parties, closed_to),
  foreign key (district, place, path) references place (district, id, path) on update cascade
);
comment on table matter is 'One thing that a resident raised, from voice to verdict. Handling, clock, delivery and visibility are separate axes.';
comment on column matter.district is 'District code.';
comment on column matter.id is 'Id made by the application.';
comment on column matter.number is 'Number for people: month and day, then four random characters; never a sequence.';
comment on column matter.place is 'Where it is: a place of any kind.';
comment on column matter.path is 'Administrative path of the place, kept equal by the foreign key.';
comment on column matter.compound_path is 'Compound path of the place; empty outside compounds.';
comment on column matter.community is 'Community of the place; narrows every query.';
comment on column matter.compound is 'Compound of the place, if any.';
comment on column matter.building is 'Building of the place, if any.';
comment on column matter.cell is 'Cell of 250 m, for what is near.';
comment on column matter.category is 'Category code, second level.';
comment on column matter.sensitive is 'Why it skips the captain: neighbour, letting, family, crime (P04), harm (P16); null otherwise.';
comment on column matter.urgent is 'Kind of danger named in the words, if any.';
comment on column matter.words is 'What the resident said. Never public.';
comment on column matter.title is 'Title that the public board may show.';
comment on column matter.title_from is 'template, or approved by a person.';
comment on column matter.state is 'Handling: filed, taken, whistled, finished, answered, closed, withdrawn.';
comment on column matter.outcome is 'solved, unable, explained; said by the doer, confirmed by somebody else.';
comment on column matter.reason is 'Code of the reason when unable.';
comment on column matter.answer is 'The text that the resident was given; public for unable and explained.';
comment on column matter.held_by is 'Organisation that has it now.';
comment on column matter.held_post is 'Post that has it now; null: the organisation as a whole.';
comment on column matter.accountable is 'Community organisation that answers to the resident throughout.';
comment on column matter.due is 'When the present stage ends; null when no clock runs.';
comment on column matter.due_kind is 'Stage of the clock: sign, finish, report_in, verify, verdict.';
comment on column matter.due_from is 'When the present stage began.';
comment on column matter.reminded_at is 'When the holder of the present stage was reminded.';
comment on column matter.supervised_at is 'When it came onto the street''s supervision list; null when it is not on it.';
comment on column matter.parties is 'Organisations that take part and therefore see it; kept equal to matter_party.';
comment on column matter.closed_to is 'Audiences that may not see it although it lies in their scope.';
comment on column matter.hands is 'Persons and posts with any act on it; none of them enters its verdict (P03).';
comment on column matter.doers is 'Persons who did work on it; none of them verifies it.';
comment on column matter.doer_orgs is 'Organisations that did work on it.';
comment on column matter.handovers is 'How often it was handed over.';
comment on column matter.reopened is 'How often it was reopened: 0 or 1.';
comment on column matter.situation is 'Whistle situation, if a whistle was blown.';
comment on column matter.plan is 'Code of the plan that the whistle follows.';
comment on column matter.reached is 'Verdict of the last round: was the reporter reached?';
comment on column matter.solved is 'Verdict of the last round: is it solved?';
comment on column matter.satisfied is 'Verdict of the last round: yes, basically, no.';
comment on column matter.judged_at is 'When the last verdict was given.';
comment on column matter.channel is 'Door it came in by: qr, page, captain, grid, desk, phone, reception, chat, import.';
comment on column matter.filed_at is 'When it was filed.';
comment on column matter.filed_post is 'Post that filed it for somebody; null when the resident did.';
comment on column matter.ended_at is 'When it was closed or withdrawn.';
comment on column matter.contact is 'Person whose contact is kept, if one was left.';
comment on column matter.receipt is 'SHA-256 of the receipt code.';
comment on column matter.source is 'Name of the import, if imported.';
comment on column matter.source_id is 'Id within the import; a second run changes nothing.';
comment on column matter.outside_number is 'Number in the outside system, such as the hotline.';
comment on column matter.touched is 'Product time of the last change.';
comment on column matter.version is 'Counts changes; a stale one is refused.';

create index matter_held on matter (district, held_by, due, id) where state in ('filed', 'taken');
comment on index matter_held is 'Query: the inbox of an organisation or post, by due time.';
create index matter_open on matter (district, community, due, id) where state not in ('closed', 'withdrawn');
comment on index matter_open is 'Query: the open matters of a community, by due time.';
create index matter_community on matter (district, community, filed_at desc, id desc);
comment on index matter_community is 'Query: all matters of a community, newest first.';
create index matter_compound on matter (district, compound, filed_at desc, id desc);
comment on index matter_compound is 'Query: the public board of a compound.';
create index matter_building on matter (district, building, filed_at desc, id desc);
comment on index matter_building is 'Query: matters of a captain''s building.';
create index matter_touched on matter (district, touched);
comment on index matter_touched is 'Query: what changed since, for live inboxes.';
create index matter_supervised on matter (district, supervised_at) where supervised_at is not null;
comment on index matter_supervised is 'Query: the street''s supervision list.';
create index matter_parties on matter using gin (parties) where state not in ('closed', 'withdrawn');
comment on index matter_parties is 'Query: open matters that a station or firm is a party to, asked as owner by the worker.';

create table matter_party (
  district char(6) not null,
  matter uuid not null,
  org uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  closed_to text[] not null,
  role text not null,
  task text not null default '',
  state text not null,
  report_by timestamptz,
  finish_by timestamptz,
  reported_at timestamptz,
  finished_at timestamptz,
  outside_number text,
  primary key (district, matter, org),
  foreign key (district, matter, path, compound_path, parties, closed_to)
    references matter (district, id, path, compound_path, parties, closed_to) on update cascade
);
comment on table matter_party is 'Organisations that take part in a matter, each with its role and deadlines.';
comment on column matter_party.district is 'District code.';
comment on column matter_party.matter is 'The matter.';
comment on column matter_party.org is 'The organisation.';
comment on column matter_party.path is 'Leg of visibility, copied from the matter.';
comment on column matter_party.compound_path is 'Leg of visibility, copied from the matter.';
comment on column matter_party.parties is 'Leg of visibility, copied from the matter.';
comment on column matter_party.closed_to is 'Leg of visibility, copied from the matter.';
comment on column matter_party.role is 'holder, lead, support, slip.';
comment on column matter_party.task is 'What it is asked to do.';
comment on column matter_party.state is 'asked, reported, finished, answered, released.';
comment on column matter_party.report_by is 'Deadline to report in.';
comment on column matter_party.finish_by is 'Deadline to finish.';
comment on column matter_party.reported_at is 'When it reported in.';
comment on column matter_party.finished_at is 'When it said it was done.';
comment on column matter_party.outside_number is 'Number that the party gave.';
create index matter_party_org on matter_party (district, org, state, report_by);
comment on index matter_party_org is 'Query: what an organisation is asked for, by deadline.';

create table matter_entry (
  district char(6) not null,
  id uuid not null,
  matter uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  closed_to text[] not null,
  at timestamptz not null,
  kind text not null,
  person uuid,
  post uuid,
  org uuid,
  said text not null default '',
  seen_by text not null,
  facts jsonb not null default '{}',
  act uuid not null,
  primary key (district, id),
  foreign key (district, matter, path, compound_path, parties, closed_to)
    references matter (district, id, path, compound_path, parties, closed_to) on update cascade
);
comment on table matter_entry is 'The story of a matter: one line for each act, with the words that the act itself may not hold.';
comment on column matter_entry.district is 'District code.';
comment on column matter_entry.id is 'Id made by the application.';
comment on column matter_entry.matter is 'The matter.';
comment on column matter_entry.path is 'Leg of visibility, copied from the matter.';
comment on column matter_entry.compound_path is 'Leg of visibility, copied from the matter.';
comment on column matter_entry.parties is 'Leg of visibility, copied from the matter.';
comment on column matter_entry.closed_to is 'Leg of visibility, copied from the matter.';
comment on column matter_entry.at is 'When it happened.';
comment on column matter_entry.kind is 'The move.';
comment on column matter_entry.person is 'Who, if a member of staff.';
comment on column matter_entry.post is 'In which post.';
comment on column matter_entry.org is 'For which organisation.';
comment on column matter_entry.said is 'Words said with it.';
comment on column matter_entry.seen_by is 'reporter: the reporter sees it too; staff: colleagues only.';
comment on column matter_entry.facts is 'Codes, ids and numbers.';
comment on column matter_entry.act is 'The act in the record.';
create index matter_entry_story on matter_entry (district, matter, at, id);
comment on index matter_entry_story is 'Query: the story of one matter.';

create table upload (
  district char(6) not null,
  id uuid not null,
  claim bytea not null,
  file text not null,
  width int not null,
  height int not null,
  bytes int not null,
  at timestamptz not null,
  primary key (district, id)
);
comment on table upload is 'Photos sent but not yet part of a matter; removed after a day.';
comment on column upload.district is 'District code.';
comment on column upload.id is 'Id made by the application.';
comment on column upload.claim is 'SHA-256 of the code that lets its sender use it.';
comment on column upload.file is 'Name in the photo store.';
comment on column upload.width is 'Pixels.';
comment on column upload.height is 'Pixels.';
comment on column upload.bytes is 'Size after re-encoding.';
comment on column upload.at is 'When sent.';
create index upload_old on upload (at);
comment on index upload_old is 'Query: the daily job that removes photos nobody used.';

create table photo (
  district char(6) not null,
  id uuid not null,
  matter uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  closed_to text[] not null,
  entry uuid not null,
  phase text not null,
  file text not null,
  width int not null,
  height int not null,
  at timestamptz not null,
  released_at timestamptz,
  released_by uuid,
  primary key (district, id),
  foreign key (district, matter, path, compound_path, parties, closed_to)
    references matter (district, id, path, compound_path, parties, closed_to) on update cascade
);
comment on table photo is 'Photos of a matter; private until a handler releases one.';
comment on column photo.district is 'District code.';
comment on column photo.id is 'Id made by the application.';
comment on column photo.matter is 'The matter.';
comment on column photo.path is 'Leg of visibility, copied from the matter.';
comment on column photo.compound_path is 'Leg of visibility, copied from the matter.';
comment on column photo.parties is 'Leg of visibility, copied from the matter.';
comment on column photo.closed_to is 'Leg of visibility, copied from the matter.';
comment on column photo.entry is 'The entry it came with.';
comment on column photo.phase is 'before or after the work.';
comment on column photo.file is 'Name in the photo store.';
comment on column photo.width is 'Pixels.';
comment on column photo.height is 'Pixels.';
comment on column photo.at is 'When it became part of the matter.';
comment on column photo.released_at is 'When it was released to the board.';
comment on column photo.released_by is 'Post that released it.';
create index photo_matter on photo (district, matter, at);
comment on index photo_matter is 'Query: the photos of one matter.';

create table draft (
  district char(6) not null,
  id uuid not null,
  path ltree not null,
  org uuid not null,
  post uuid not null,
  words text not null,
  place_text text not null default '',
  place uuid,
  category text,
  said_at text not null default '',
  at timestamptz not null,
  filed uuid,
  dropped_at timestamptz,
  primary key (district, id)
);
comment on table draft is 'Drafts made from a pasted chat, without nicknames; filed with one press or dropped.';
comment on column draft.district is 'District code.';
comment on column draft.id is 'Id made by the application.';
comment on column draft.path is 'Administrative path of the community that pasted.';
comment on column draft.org is 'Organisation that pasted.';
comment on column draft.post is 'Post that pasted.';
comment on column draft.words is 'Words without nicknames.';
comment on column draft.place_text is 'Words that look like a place.';
comment on column draft.place is 'The place they were taken for.';
comment on column draft.category is 'Suggested category.';
comment on column draft.said_at is 'Time in the chat, as text.';
comment on column draft.at is 'When pasted.';
comment on column draft.filed is 'The matter it became.';
comment on column draft.dropped_at is 'When dropped.';
create index draft_org on draft (district, org, at desc) where filed is null and dropped_at is null;
comment on index draft_org is 'Query: the open drafts of an organisation.';

alter table matter enable row level security;
alter table matter_party enable row level security;
alter table matter_entry enable row level security;
alter table photo enable row level security;
alter table draft enable row level security;
alter table upload enable row level security;

create policy matter_seen on matter using (district = app_district()::char(6) and (id = any (app_matters())
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()))));
create policy matter_party_seen on matter_party using (district = app_district()::char(6) and (matter = any (app_matters())
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()))));
create policy matter_entry_seen on matter_entry using (district = app_district()::char(6) and (matter = any (app_matters())
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()))));
create policy photo_seen on photo using (district = app_district()::char(6) and (matter = any (app_matters())
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()))));
create policy draft_seen on draft using (district = app_district()::char(6) and path <@ any (app_scopes()) and not array['captain', 'board', 'public']::text[] && app_audience());
create policy upload_seen on upload using (district = app_district()::char(6));

grant select, insert, update on matter, matter_party, matter_entry, photo, draft to linli_app;
grant select, insert, delete on upload to linli_app;
