-- The roster: which homes there are, who is tied to them, what each tie says and where it came from. What identifies a person is encrypted with that
-- person's key. The room of the roster is the residents' committee's: captain, grid and community within their reach; the person themself; the clock.

create function app_residents() returns uuid[] stable language sql as
  $$ select coalesce(nullif(current_setting('app.residents', true), ''), '{}')::uuid[] $$;
comment on function app_residents() is 'Persons of the roster whose own file a phone code opened in this transaction; empty when none.';

create function app_keeps_roster() returns boolean stable language sql as
  $$ select array['captain', 'grid', 'community', 'clock']::text[] && app_audience() $$;
comment on function app_keeps_roster() is 'Whether the actor belongs to those who keep the roster. Firm, owners, branch, station and street do not.';

create table dwelling (
  district char(6) not null,
  home uuid not null,
  path ltree not null,
  compound_path ltree,
  community uuid not null,
  compound uuid,
  building uuid not null,
  state text not null default 'unknown' check (state in ('unknown', 'lived_in', 'let', 'vacant', 'business', 'unfinished')),
  household_no text,
  living int not null default 0 check (living >= 0),
  children int not null default 0 check (children >= 0),
  doubts text[] not null default '{}',
  confirmed_on date,
  confirmed_how text check (confirmed_how in ('door', 'phone', 'import', 'resident', 'desk')),
  confirmed_post uuid,
  version int not null default 0,
  primary key (district, home),
  unique (district, home, path),
  unique (district, home, compound_path),
  foreign key (district, home, path) references place (district, id, path) on update cascade,
  foreign key (district, home, compound_path) references place (district, id, compound_path) on update cascade
);
comment on table dwelling is 'A home as the roster knows it: one row per room. No personal data: how many, since when confirmed, what is doubtful.';
comment on column dwelling.district is 'District code.';
comment on column dwelling.home is 'The room, a place.';
comment on column dwelling.path is 'Administrative path of the room, kept equal by the foreign key.';
comment on column dwelling.compound_path is 'Compound path of the room, kept equal by the foreign key.';
comment on column dwelling.community is 'Community; narrows every query.';
comment on column dwelling.compound is 'Compound, if any.';
comment on column dwelling.building is 'Building.';
comment on column dwelling.state is 'unknown, lived_in, let, vacant, business or unfinished.';
comment on column dwelling.household_no is 'Number of the household in the population register, as the spreadsheet says it; null where none.';
comment on column dwelling.living is 'How many people are known to live there now, children included.';
comment on column dwelling.children is 'How many of them are under 14 and kept as a number alone.';
comment on column dwelling.doubts is 'Codes of what does not fit: conflict, same_person, asked_deletion, told_moved, told_dead, too_many.';
comment on column dwelling.confirmed_on is 'Day of the last confirmation; null when never.';
comment on column dwelling.confirmed_how is 'door, phone, import, resident or desk.';
comment on column dwelling.confirmed_post is 'Post that confirmed it.';
comment on column dwelling.version is 'Counts up with each change, so that a stale page is told.';
create index dwelling_community on dwelling (district, community, state, confirmed_on);
comment on index dwelling_community is 'Query: coverage of a community, and its lists of unknown, vacant and stale homes.';
create index dwelling_building on dwelling (district, building);
comment on index dwelling_building is 'Query: the homes of a building, for captain and grid worker.';

create table dweller (
  district char(6) not null,
  id uuid not null,
  person uuid not null,
  who uuid not null,
  home uuid not null,
  path ltree not null,
  compound_path ltree,
  community uuid not null,
  building uuid not null,
  lives boolean not null default false,
  registered boolean not null default false,
  owns boolean not null default false,
  rents boolean not null default false,
  since date,
  until date,
  why_until text check (why_until in ('moved', 'died', 'wrong', 'undone', 'asked')),
  source_kind text not null check (source_kind in ('import', 'door', 'desk', 'resident', 'demo')),
  source uuid not null,
  recorded_at timestamptz not null,
  ended_by uuid,
  version int not null default 0,
  primary key (district, id),
  unique (district, id, path),
  unique (district, id, compound_path),
  foreign key (district, person) references person (district, id),
  foreign key (district, home, path) references dwelling (district, home, path) on update cascade,
  foreign key (district, home, compound_path) references dwelling (district, home, compound_path) on update cascade,
  check (lives or registered or owns or rents or until is not null),
  check (until is null or since is null or until >= since)
);
comment on table dweller is 'Somebody''s tie to a home, from one source: lives there, is registered there, owns or rents it. One person has several.';
comment on column dweller.district is 'District code.';
comment on column dweller.id is 'Id made by the application.';
comment on column dweller.person is 'Whose key the values of this tie are sealed with; never changes.';
comment on column dweller.who is 'Who it is: the person itself, or the person that it was found to be the same as. Joining and splitting change this alone.';
comment on column dweller.home is 'The home.';
comment on column dweller.path is 'Administrative path of the home, kept equal by the foreign key.';
comment on column dweller.compound_path is 'Compound path of the home, kept equal by the foreign key.';
comment on column dweller.community is 'Community of the home; narrows every query.';
comment on column dweller.building is 'Building of the home.';
comment on column dweller.lives is 'Lives there.';
comment on column dweller.registered is 'Is registered there (户籍).';
comment on column dweller.owns is 'Owns it, alone or with others.';
comment on column dweller.rents is 'Rents it.';
comment on column dweller.since is 'Since when, if known.';
comment on column dweller.until is 'First day no longer; null while it holds.';
comment on column dweller.why_until is 'moved, died, wrong, undone (with its import) or asked (deleted on request).';
comment on column dweller.source_kind is 'import, door, desk, resident or demo.';
comment on column dweller.source is 'The import, visit or request it came from.';
comment on column dweller.recorded_at is 'When it was written down.';
comment on column dweller.ended_by is 'What ended it (an import, so that undoing opens it again); null while it holds or when a person ended it.';
comment on column dweller.version is 'Counts up with each change.';
create index dweller_home on dweller (district, home);
comment on index dweller_home is 'Query: everybody tied to a home.';
create index dweller_who on dweller (district, who);
comment on index dweller_who is 'Query: all ties of one person.';
create index dweller_source on dweller (district, source);
comment on index dweller_source is 'Query: what one import brought, to undo it.';
create index dweller_community on dweller (district, community, id);
comment on index dweller_community is 'Query: a community''s roster page by page, for lists and export.';

create table dweller_value (
  district char(6) not null,
  id uuid not null,
  dweller uuid not null,
  person uuid not null,
  path ltree not null,
  compound_path ltree,
  field text not null check (field in ('name', 'phone', 'id_number', 'born', 'sex', 'relation', 'registered_at', 'note')),
  code text,
  cipher bytea,
  masked text,
  keyed_hash bytea,
  state text not null check (state in ('current', 'past', 'waiting')),
  seen_on date not null,
  source_kind text not null check (source_kind in ('import', 'door', 'desk', 'resident', 'demo')),
  source uuid not null,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (district, id),
  foreign key (district, dweller, path) references dweller (district, id, path) on update cascade on delete cascade,
  foreign key (district, dweller, compound_path) references dweller (district, id, compound_path) on update cascade on delete cascade,
  check ((code is null) <> (cipher is null)),
  check ((cipher is null) = (masked is null)),
  check ((state = 'past') = (ended_at is not null))
);
comment on table dweller_value is 'What a tie says of a person, value by value: current, past, or waiting for somebody to decide between two. Nothing is overwritten.';
comment on column dweller_value.district is 'District code.';
comment on column dweller_value.id is 'Id made by the application.';
comment on column dweller_value.dweller is 'The tie.';
comment on column dweller_value.person is 'Whose key seals it.';
comment on column dweller_value.path is 'Administrative path, kept equal by the foreign key.';
comment on column dweller_value.compound_path is 'Compound path, kept equal by the foreign key.';
comment on column dweller_value.field is 'name, phone, id_number, born, sex, relation (to the head of household), registered_at (address of registration) or note.';
comment on column dweller_value.code is 'A coded value in clear (sex, relation); null where it is sealed.';
comment on column dweller_value.cipher is 'The value sealed with the person''s key, bound to district, person and field.';
comment on column dweller_value.masked is 'What screens show of a sealed value.';
comment on column dweller_value.keyed_hash is 'Keyed hash of the normalised value, to compare without opening; null where that is not needed.';
comment on column dweller_value.state is 'current, past or waiting (differs from a current one and waits for a decision).';
comment on column dweller_value.seen_on is 'Day on which the source said so: of the file, the visit, the request.';
comment on column dweller_value.source_kind is 'import, door, desk, resident or demo.';
comment on column dweller_value.source is 'The import, visit or request.';
comment on column dweller_value.recorded_at is 'When it was written down.';
comment on column dweller_value.ended_at is 'When it stopped being current or waiting.';
comment on column dweller_value.ended_by is 'The import that put another in its place, so that undoing brings it back; null when a person decided.';
create index dweller_value_of on dweller_value (district, dweller);
comment on index dweller_value_of is 'Query: the values of a tie.';
create index dweller_value_source on dweller_value (district, source);
comment on index dweller_value_source is 'Query: what one import wrote, to undo it.';
create index dweller_value_ended on dweller_value (district, ended_by) where ended_by is not null;
comment on index dweller_value_ended is 'Query: what one import put an end to, to undo it.';
create index dweller_value_waiting on dweller_value (district, path, recorded_at) where state = 'waiting';
comment on index dweller_value_waiting is 'Query: the queue of conflicts, few rows.';

create table dweller_token (
  district char(6) not null,
  community uuid not null,
  token bytea not null,
  dweller uuid not null,
  primary key (district, community, token, dweller),
  foreign key (district, dweller) references dweller (district, id) on delete cascade
);
comment on table dweller_token is 'Keyed hashes by which somebody is found: whole name, surname, pinyin initials, phone, end of the phone, ID number. No clear text.';
comment on column dweller_token.district is 'District code.';
comment on column dweller_token.community is 'Community of the tie; every search names it.';
comment on column dweller_token.token is 'HMAC-SHA-256 of kind and normalised text with the look-up key, its first 16 bytes.';
comment on column dweller_token.dweller is 'The tie.';
create index dweller_token_of on dweller_token (district, dweller);
comment on index dweller_token_of is 'Query: the tokens of a tie, when it ends or is erased.';

create table roster_import (
  district char(6) not null,
  id uuid not null,
  community uuid not null,
  path ltree not null,
  person uuid,
  post uuid,
  state text not null check (state in ('reading', 'review', 'committing', 'paused', 'done', 'undoing', 'undone', 'dropped', 'expired', 'failed')),
  generated boolean not null default false,
  seen_on date not null,
  file_hash bytea not null,
  columns jsonb not null default '[]',
  counts jsonb not null default '{}',
  refused jsonb not null default '[]',
  read_rows int not null default 0,
  done_rows int not null default 0,
  started_at timestamptz not null,
  done_at timestamptz,
  undone_at timestamptz,
  expires_at timestamptz not null,
  failure text,
  version int not null default 0,
  primary key (district, id),
  unique (district, id, path),
  foreign key (district, community, path) references place (district, id, path) on update cascade
);
comment on table roster_import is 'One import of a spreadsheet: what state it is in, how its columns are read, what came of its rows. No cell of the file and no file name.';
comment on column roster_import.district is 'District code.';
comment on column roster_import.id is 'Id made by the application.';
comment on column roster_import.community is 'Community whose roster it is.';
comment on column roster_import.path is 'Path of the community.';
comment on column roster_import.person is 'Who imports; null for the command line.';
comment on column roster_import.post is 'In which post.';
comment on column roster_import.state is 'reading, review, committing, paused, done, undoing, undone, dropped, expired or failed.';
comment on column roster_import.generated is 'Carries the mark of the demo''s generator.';
comment on column roster_import.seen_on is 'Day as of which the file speaks.';
comment on column roster_import.file_hash is 'Keyed hash of the file''s bytes: the same file again is told.';
comment on column roster_import.columns is 'Per sheet and column: letter, outcome (field, ignored, locked, refused, unknown) and field. Headers of refused columns are not kept.';
comment on column roster_import.counts is 'rows, ok, fixable, cannot, people, homes, households, by problem code.';
comment on column roster_import.refused is 'Which columns were refused by purpose: sheet and column number only.';
comment on column roster_import.read_rows is 'Rows read so far.';
comment on column roster_import.done_rows is 'Rows committed so far: where it goes on after a fault.';
comment on column roster_import.started_at is 'When it began.';
comment on column roster_import.done_at is 'When it was committed.';
comment on column roster_import.undone_at is 'When it was undone.';
comment on column roster_import.expires_at is 'When staging dies if nobody commits: 14 days.';
comment on column roster_import.failure is 'Code of what went wrong, for state failed.';
comment on column roster_import.version is 'Counts up with each change.';
create index roster_import_community on roster_import (district, community, started_at desc);
comment on index roster_import_community is 'Query: the imports of a community, newest first.';
create index roster_import_open on roster_import (state, expires_at) where state in ('reading', 'review', 'committing', 'undoing');
comment on index roster_import_open is 'Query: imports that the worker goes on with, and those whose staging has to die.';

create table roster_import_key (
  district char(6) not null,
  import uuid not null,
  wrapped bytea not null,
  primary key (district, import),
  foreign key (district, import) references roster_import (district, id)
);
comment on table roster_import_key is 'Key of an import''s staging, wrapped by the master key; destroyed at commit, drop or after 14 days, and with it all that was staged, in backups too (P01).';
comment on column roster_import_key.district is 'District code.';
comment on column roster_import_key.import is 'The import.';
comment on column roster_import_key.wrapped is 'The wrapped key.';

create table roster_row (
  district char(6) not null,
  import uuid not null,
  sheet int not null,
  n int not null,
  path ltree not null,
  verdict text not null check (verdict in ('unread', 'ok', 'fixable', 'cannot')),
  problems text[] not null default '{}',
  decision text not null default 'open' check (decision in ('open', 'take', 'leave')),
  home uuid,
  cells bytea not null,
  primary key (district, import, sheet, n),
  foreign key (district, import) references roster_import (district, id),
  foreign key (district, import, path) references roster_import (district, id, path) on update cascade
);
comment on table roster_row is 'Staging: a row of the file that waits for a decision, its cells sealed with the import''s key; refused columns were never read into it.';
comment on column roster_row.district is 'District code.';
comment on column roster_row.import is 'The import.';
comment on column roster_row.sheet is 'Number of the sheet, from 1.';
comment on column roster_row.n is 'Number of the row as the spreadsheet shows it.';
comment on column roster_row.path is 'Path of the community.';
comment on column roster_row.verdict is 'unread, ok, fixable or cannot.';
comment on column roster_row.problems is 'Codes of what was found, each with its column letter, as C:id_check.';
comment on column roster_row.decision is 'open, take (as read, with its fixes) or leave.';
comment on column roster_row.home is 'The home it was read as, if any.';
comment on column roster_row.cells is 'Raw cells by column letter and corrections by field, as sealed JSON.';
create index roster_row_verdict on roster_row (district, import, verdict, sheet, n);
comment on index roster_row_verdict is 'Query: the rows of an import by verdict, page by page.';

create table roster_mapping (
  district char(6) not null,
  community uuid not null,
  headers bytea not null,
  columns jsonb not null,
  used_at timestamptz not null,
  primary key (district, community, headers),
  foreign key (district, community) references place (district, id)
);
comment on table roster_mapping is 'How columns with these headers were read last time: offered again.';
comment on column roster_mapping.district is 'District code.';
comment on column roster_mapping.community is 'The community.';
comment on column roster_mapping.headers is 'Hash of the sheet''s normalised headers.';
comment on column roster_mapping.columns is 'Column letter to field.';
comment on column roster_mapping.used_at is 'When it was used last.';

create table same_person (
  district char(6) not null,
  id uuid not null,
  community uuid not null,
  path ltree not null,
  one uuid not null,
  other uuid not null,
  evidence jsonb not null,
  weight int not null,
  state text not null check (state in ('open', 'joined', 'apart', 'split')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_post uuid,
  source uuid,
  primary key (district, id),
  unique (district, one, other),
  foreign key (district, community, path) references place (district, id, path) on update cascade,
  check (one < other)
);
comment on table same_person is 'Two persons who may be one, with what speaks for and against it; a person decides, and can split again.';
comment on column same_person.district is 'District code.';
comment on column same_person.id is 'Id made by the application.';
comment on column same_person.community is 'Community in whose reach both stand.';
comment on column same_person.path is 'Path of the community.';
comment on column same_person.one is 'Person with the smaller id.';
comment on column same_person.other is 'The other person.';
comment on column same_person.evidence is 'Codes with their weights, as [{"code":"id_same","weight":60}]; no values.';
comment on column same_person.weight is 'Sum of the weights.';
comment on column same_person.state is 'open, joined, apart or split (was joined).';
comment on column same_person.found_at is 'When it was found.';
comment on column same_person.decided_at is 'When somebody decided.';
comment on column same_person.decided_post is 'Post that decided.';
comment on column same_person.source is 'Import that found it.';
create index same_person_open on same_person (district, community, weight desc) where state = 'open';
comment on index same_person_open is 'Query: pairs to decide, strongest first.';
create index same_person_other on same_person (district, other);
comment on index same_person_other is 'Query: pairs of one person, from either side.';

alter table dwelling enable row level security;
alter table dweller enable row level security;
alter table dweller_value enable row level security;
alter table dweller_token enable row level security;
alter table roster_import enable row level security;
alter table roster_import_key enable row level security;
alter table roster_row enable row level security;
alter table roster_mapping enable row level security;
alter table same_person enable row level security;

create policy dwelling_kept on dwelling using (district = app_district()::char(6) and array['captain', 'grid', 'community', 'street', 'clock']::text[] && app_audience()
  and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy dweller_kept on dweller using (district = app_district()::char(6)
  and ((app_keeps_roster() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()))) or who = any (app_residents())));
create policy dweller_value_kept on dweller_value using (district = app_district()::char(6)
  and ((app_keeps_roster() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()))) or person = any (app_residents())));
create policy dweller_token_kept on dweller_token using (district = app_district()::char(6) and (app_keeps_roster() or cardinality(app_residents()) > 0));
create policy roster_import_kept on roster_import using (district = app_district()::char(6)
  and array['grid', 'community', 'clock']::text[] && app_audience() and path <@ any (app_scopes()));
create policy roster_import_key_kept on roster_import_key using (district = app_district()::char(6) and array['community', 'clock']::text[] && app_audience());
create policy roster_row_kept on roster_row using (district = app_district()::char(6)
  and array['community', 'clock']::text[] && app_audience() and path <@ any (app_scopes()));
create policy roster_mapping_kept on roster_mapping using (district = app_district()::char(6) and array['community', 'clock']::text[] && app_audience());
create policy same_person_kept on same_person using (district = app_district()::char(6)
  and array['community', 'clock']::text[] && app_audience() and path <@ any (app_scopes()));

grant select, insert, update on dwelling to linli_app;
grant select, insert, update, delete on dweller, dweller_value, dweller_token, roster_row, same_person to linli_app;
grant select, insert, update on roster_import, roster_mapping to linli_app;
grant select, insert, delete on roster_import_key to linli_app;
