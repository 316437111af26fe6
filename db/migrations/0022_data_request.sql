-- What somebody asks about their own data, with the clock of the request. The words are sealed with the person's key.

create table data_request (
  district char(6) not null,
  id uuid not null,
  dweller uuid not null,
  person uuid not null,
  path ltree not null,
  compound_path ltree,
  community uuid not null,
  kind text not null check (kind in ('correct', 'copy', 'delete', 'explain')),
  asked_by text not null check (asked_by in ('self', 'guardian')),
  field text check (field in ('name', 'phone', 'id_number', 'born', 'sex', 'relation', 'registered_at', 'tie')),
  words bytea,
  wanted bytea,
  wanted_masked text,
  asked_at timestamptz not null,
  due timestamptz not null,
  provisional boolean not null,
  state text not null check (state in ('open', 'done', 'refused', 'withdrawn')),
  decided_at timestamptz,
  decided_post uuid,
  reason text,
  answer bytea,
  version int not null default 0,
  primary key (district, id),
  foreign key (district, dweller, path) references dweller (district, id, path) on update cascade on delete cascade,
  foreign key (district, dweller, compound_path) references dweller (district, id, compound_path) on update cascade on delete cascade,
  check ((state in ('done', 'refused')) = (decided_at is not null and decided_post is not null)),
  check (state <> 'refused' or (reason is not null and answer is not null))
);
comment on table data_request is 'A person asks to correct, copy, delete or have explained what the roster keeps of them; due at the earlier of 15 working days and 30 days; a refusal is written and has a reason.';
comment on column data_request.district is 'District code.';
comment on column data_request.id is 'Id made by the application.';
comment on column data_request.dweller is 'The tie it is about.';
comment on column data_request.person is 'The person, whose key seals the words.';
comment on column data_request.path is 'Administrative path, kept equal by the foreign key.';
comment on column data_request.compound_path is 'Compound path, kept equal by the foreign key.';
comment on column data_request.community is 'Community that answers.';
comment on column data_request.kind is 'correct, copy, delete or explain.';
comment on column data_request.asked_by is 'self, or guardian of a child.';
comment on column data_request.field is 'What is to be corrected.';
comment on column data_request.words is 'What the person wrote, sealed.';
comment on column data_request.wanted is 'The value the person says is right, sealed.';
comment on column data_request.wanted_masked is 'That value as shown.';
comment on column data_request.asked_at is 'When asked.';
comment on column data_request.due is 'When an answer is due.';
comment on column data_request.provisional is 'The due time touches a year whose holidays are not published.';
comment on column data_request.state is 'open, done, refused or withdrawn.';
comment on column data_request.decided_at is 'When decided.';
comment on column data_request.decided_post is 'Post that decided.';
comment on column data_request.reason is 'Code of the reason of a refusal.';
comment on column data_request.answer is 'What the person is told, sealed.';
comment on column data_request.version is 'Counts up with each change.';
create index data_request_open on data_request (district, community, due) where state = 'open';
comment on index data_request_open is 'Query: the open requests of a community, the nearest due first.';
create index data_request_dweller on data_request (district, dweller, asked_at desc);
comment on index data_request_dweller is 'Query: a person''s own requests.';

alter table data_request enable row level security;
create policy data_request_kept on data_request using (district = app_district()::char(6)
  and ((array['community', 'clock']::text[] && app_audience() and path <@ any (app_scopes())) or person = any (app_residents())));
grant select, insert, update on data_request to linli_app;
