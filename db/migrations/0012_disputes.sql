-- Disputes: two sides, a mediator tied to neither, sessions that nobody else reads, an agreement with duties and dates.
-- No policy here looks at a path: neither captain nor grid, community, branch, owners, firm, station or street reaches a dispute by its place.

create function app_disputes() returns uuid[] stable language sql as
  $$ select coalesce(nullif(current_setting('app.disputes', true), ''), '{}')::uuid[] $$;
comment on function app_disputes() is 'Single disputes that a side opened with its code in this transaction; empty when none.';

create table mediator (
  district char(6) not null,
  committee uuid not null,
  person uuid not null,
  home uuid,
  tied_places uuid[] not null default '{}',
  tied_orgs uuid[] not null default '{}',
  declared_at timestamptz not null,
  primary key (district, committee, person),
  foreign key (district, committee) references org (district, id)
);
comment on table mediator is 'What a mediator declared of themselves: where they live, and which places and organisations they are tied to. Who is a mediator, the posts of the committee say.';
comment on column mediator.district is 'District code.';
comment on column mediator.committee is 'People''s mediation committee.';
comment on column mediator.person is 'The mediator.';
comment on column mediator.home is 'Building in which they live, if it lies in this district.';
comment on column mediator.tied_places is 'Buildings in which near relatives live, or which they let.';
comment on column mediator.tied_orgs is 'Organisations that they work for or hold a share in.';
comment on column mediator.declared_at is 'When last declared.';

create table dispute (
  district char(6) not null,
  id uuid not null,
  number text not null,
  kind text not null,
  place uuid not null,
  path ltree not null,
  community uuid not null,
  committee uuid not null,
  opened_person uuid not null,
  opened_post uuid not null,
  opened_at timestamptz not null,
  source uuid,
  source_hands uuid[] not null default '{}',
  state text not null,
  mediator uuid,
  mediator_post uuid,
  team uuid[] not null default '{}',
  declined uuid[] not null default '{}',
  accepted_on date,
  until date,
  signed_on date,
  ended_at timestamptz,
  ended_how text,
  reminded_at timestamptz,
  touched timestamptz not null,
  version int not null default 1,
  primary key (district, id),
  unique (district, number),
  unique (district, id, committee, opened_person, team),
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, committee) references org (district, id)
);
comment on table dispute is 'One dispute between two sides, from the question to both whether they want mediation to duties kept or the other ways in writing.';
comment on column dispute.district is 'District code.';
comment on column dispute.id is 'Id made by the application.';
comment on column dispute.number is 'Number for people: month and day, then four random characters.';
comment on column dispute.kind is 'Kind of dispute, code of the list.';
comment on column dispute.place is 'Where it is about.';
comment on column dispute.path is 'Path of the place, kept equal by the foreign key; opens nothing here.';
comment on column dispute.community is 'Community of the place, for the number of disputes.';
comment on column dispute.committee is 'People''s mediation committee that has it.';
comment on column dispute.opened_person is 'Who opened it; sees how far it is and no words.';
comment on column dispute.opened_post is 'In which post.';
comment on column dispute.opened_at is 'When it was opened.';
comment on column dispute.source is 'Matter from which it was opened. No foreign key: matters know nothing of disputes.';
comment on column dispute.source_hands is 'Persons and posts with an act on that matter at the time; none of them mediates.';
comment on column dispute.state is 'asked, accepted, appointed, mediating, drafted, signed, kept, broken, refused, failed, stopped.';
comment on column dispute.mediator is 'The mediator, once appointed.';
comment on column dispute.mediator_post is 'The post in which they mediate.';
comment on column dispute.team is 'The mediators who read notes and words of this dispute.';
comment on column dispute.declined is 'Persons who do not mediate it any more: objected to by a side, or tied by their own word.';
comment on column dispute.accepted_on is 'Day on which the second side agreed to mediation.';
comment on column dispute.until is 'Last day of the month that mediation may take.';
comment on column dispute.signed_on is 'Day on which the agreement was signed by both.';
comment on column dispute.ended_at is 'When it ended.';
comment on column dispute.ended_how is 'Code of the reason when it ended without an agreement.';
comment on column dispute.reminded_at is 'When the clock last asked somebody to look at it.';
comment on column dispute.touched is 'When last changed.';
comment on column dispute.version is 'Counts changes.';
create index dispute_committee on dispute (district, committee, touched desc, id);
comment on index dispute_committee is 'Query: the list of a committee, last touched first.';
create index dispute_opened on dispute (district, opened_person, opened_at desc);
comment on index dispute_opened is 'Query: what somebody opened and how far it is.';
create index dispute_source on dispute (district, source) where source is not null;
comment on index dispute_source is 'Query: whether a matter was opened as a dispute already.';
create index dispute_counted on dispute (district, community, opened_at);
comment on index dispute_counted is 'Query: how many disputes a community had in twelve months.';

create table dispute_side (
  district char(6) not null,
  id uuid not null,
  dispute uuid not null,
  side text not null check (side in ('a', 'b')),
  persons uuid[] not null default '{}' check (cardinality(persons) <= 3),
  org uuid,
  building uuid,
  consent text not null default 'asked' check (consent in ('asked', 'yes', 'no')),
  consent_at timestamptz,
  consent_via text,
  code bytea not null,
  code_id uuid not null,
  slips smallint not null default 1,
  objected uuid,
  signed_at timestamptz,
  signed_via text,
  judged_at timestamptz,
  committee uuid not null,
  opened_person uuid not null,
  team uuid[] not null,
  primary key (district, id),
  unique (district, dispute, side),
  unique (district, code),
  foreign key (district, dispute, committee, opened_person, team) references dispute (district, id, committee, opened_person, team) on update cascade
);
comment on table dispute_side is 'The two sides of a dispute, each up to three persons or an organisation.';
comment on column dispute_side.district is 'District code.';
comment on column dispute_side.id is 'Id made by the application; what a side''s cookie names.';
comment on column dispute_side.dispute is 'The dispute.';
comment on column dispute_side.side is 'a or b.';
comment on column dispute_side.persons is 'Persons of the side; who they are stands encrypted in person_field.';
comment on column dispute_side.org is 'The organisation, where a side is one.';
comment on column dispute_side.building is 'Building in which the side lives: who lives there too does not mediate.';
comment on column dispute_side.consent is 'asked, yes or no.';
comment on column dispute_side.consent_at is 'When it answered.';
comment on column dispute_side.consent_via is 'door, paper or code.';
comment on column dispute_side.code is 'SHA-256 of the code on the slip.';
comment on column dispute_side.code_id is 'Id from which the code is worked out; a new slip gets a new one.';
comment on column dispute_side.slips is 'How many slips were made.';
comment on column dispute_side.objected is 'The mediator to whom this side objected; each side may once.';
comment on column dispute_side.signed_at is 'When it signed the agreement as it stands.';
comment on column dispute_side.signed_via is 'code or paper.';
comment on column dispute_side.judged_at is 'When it was asked how it went and answered.';
comment on column dispute_side.committee is 'Leg of visibility, copied from the dispute.';
comment on column dispute_side.opened_person is 'Leg of visibility, copied from the dispute.';
comment on column dispute_side.team is 'Leg of visibility, copied from the dispute.';
create table dispute_session (
  district char(6) not null,
  id uuid not null,
  dispute uuid not null,
  at timestamptz not null,
  spot text not null,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  present text[] not null default '{}',
  committee uuid not null,
  opened_person uuid not null,
  team uuid[] not null,
  primary key (district, id),
  foreign key (district, dispute, committee, opened_person, team) references dispute (district, id, committee, opened_person, team) on update cascade
);
comment on table dispute_session is 'Sessions of a mediation: when, where, who came. What was said stands in dispute_note.';
comment on column dispute_session.district is 'District code.';
comment on column dispute_session.id is 'Id made by the application.';
comment on column dispute_session.dispute is 'The dispute.';
comment on column dispute_session.at is 'When it begins.';
comment on column dispute_session.spot is 'Where, in words.';
comment on column dispute_session.state is 'planned, held or cancelled.';
comment on column dispute_session.present is 'Sides that came: a, b.';
comment on column dispute_session.committee is 'Leg of visibility, copied from the dispute.';
comment on column dispute_session.opened_person is 'Leg of visibility, copied from the dispute.';
comment on column dispute_session.team is 'Leg of visibility, copied from the dispute.';
create index dispute_session_day on dispute_session (district, committee, at);
comment on index dispute_session_day is 'Query: the sessions of a committee on a day.';
create index dispute_session_of on dispute_session (district, dispute, at);
comment on index dispute_session_of is 'Query: the sessions of one dispute.';
create table dispute_note (
  district char(6) not null,
  id uuid not null,
  dispute uuid not null,
  at timestamptz not null,
  kind text not null,
  session uuid,
  person uuid,
  said text not null,
  committee uuid not null,
  opened_person uuid not null,
  team uuid[] not null,
  primary key (district, id),
  foreign key (district, dispute, committee, opened_person, team) references dispute (district, id, committee, opened_person, team) on update cascade
);
comment on table dispute_note is 'Words of a dispute. Those of sessions are read by its mediators alone.';
comment on column dispute_note.district is 'District code.';
comment on column dispute_note.id is 'Id made by the application.';
comment on column dispute_note.dispute is 'The dispute.';
comment on column dispute_note.at is 'When written.';
comment on column dispute_note.kind is 'opening (what it is about), session, visit, check or note.';
comment on column dispute_note.session is 'The session, where it is of one.';
comment on column dispute_note.person is 'Who wrote it.';
comment on column dispute_note.said is 'The words.';
comment on column dispute_note.committee is 'Leg of visibility, copied from the dispute.';
comment on column dispute_note.opened_person is 'Leg of visibility, copied from the dispute.';
comment on column dispute_note.team is 'Leg of visibility, copied from the dispute.';
create index dispute_note_of on dispute_note (district, dispute, at);
comment on index dispute_note_of is 'Query: the words of one dispute.';
create table dispute_agreement (
  district char(6) not null,
  dispute uuid not null,
  facts text not null,
  drafted_at timestamptz not null,
  second_needed boolean not null,
  second uuid,
  second_at timestamptz,
  committee uuid not null,
  opened_person uuid not null,
  team uuid[] not null,
  primary key (district, dispute),
  foreign key (district, dispute, committee, opened_person, team) references dispute (district, id, committee, opened_person, team) on update cascade
);
comment on table dispute_agreement is 'The agreement of a dispute as it stands: what it was about. Its duties stand in dispute_clause.';
comment on column dispute_agreement.district is 'District code.';
comment on column dispute_agreement.dispute is 'The dispute.';
comment on column dispute_agreement.facts is 'Main facts, what was disputed, and whose part was what, as written into the agreement.';
comment on column dispute_agreement.drafted_at is 'When written.';
comment on column dispute_agreement.second_needed is 'A second person has to look, because money goes with the end of a complaint.';
comment on column dispute_agreement.second is 'Who looked.';
comment on column dispute_agreement.second_at is 'When.';
comment on column dispute_agreement.committee is 'Leg of visibility, copied from the dispute.';
comment on column dispute_agreement.opened_person is 'Leg of visibility, copied from the dispute.';
comment on column dispute_agreement.team is 'Leg of visibility, copied from the dispute.';
create table dispute_clause (
  district char(6) not null,
  id uuid not null,
  dispute uuid not null,
  n smallint not null,
  by_side text not null check (by_side in ('a', 'b', 'both')),
  what text not null,
  until date not null,
  fen bigint check (fen > 0),
  basis text,
  state text not null check (state in ('open', 'kept', 'not_kept')),
  checked_at timestamptz,
  reminded_at timestamptz,
  committee uuid not null,
  opened_person uuid not null,
  team uuid[] not null,
  primary key (district, id),
  unique (district, dispute, n),
  foreign key (district, dispute, committee, opened_person, team) references dispute (district, id, committee, opened_person, team) on update cascade
);
comment on table dispute_clause is 'Duties of an agreement: who does what until when, and for how much.';
comment on column dispute_clause.district is 'District code.';
comment on column dispute_clause.id is 'Id made by the application.';
comment on column dispute_clause.dispute is 'The dispute.';
comment on column dispute_clause.n is 'Number in the agreement.';
comment on column dispute_clause.by_side is 'Whose duty: a, b or both.';
comment on column dispute_clause.what is 'What is to be done.';
comment on column dispute_clause.until is 'Last day.';
comment on column dispute_clause.fen is 'Amount in fen, where it is money.';
comment on column dispute_clause.basis is 'What the amount rests on, code of the list.';
comment on column dispute_clause.state is 'open, kept or not_kept.';
comment on column dispute_clause.checked_at is 'When the mediator looked.';
comment on column dispute_clause.reminded_at is 'When the clock asked the mediator to look.';
comment on column dispute_clause.committee is 'Leg of visibility, copied from the dispute.';
comment on column dispute_clause.opened_person is 'Leg of visibility, copied from the dispute.';
comment on column dispute_clause.team is 'Leg of visibility, copied from the dispute.';

create table dispute_verdict (
  district char(6) not null,
  id uuid not null,
  community uuid not null,
  month date not null,
  fair text not null check (fair in ('yes', 'partly', 'no')),
  again boolean not null,
  primary key (district, id)
);
comment on table dispute_verdict is 'How sides judged a mediation, without a trace of which: only counted, and only from ten on.';
comment on column dispute_verdict.district is 'District code.';
comment on column dispute_verdict.id is 'Random id: unlike other ids it holds no time.';
comment on column dispute_verdict.community is 'Community of the place.';
comment on column dispute_verdict.month is 'First day of the month.';
comment on column dispute_verdict.fair is 'Whether it was fair: yes, partly, no.';
comment on column dispute_verdict.again is 'Whether they would come again.';
create index dispute_verdict_month on dispute_verdict (district, community, month);
comment on index dispute_verdict_month is 'Query: judgements of a community in twelve months, counted.';

create function dispute_count(of_community uuid, from_day date, to_day date)
returns table (opened int, judged int, fair int, again int) language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here char(6) := app_district();
begin
  select count(*)::int into opened from dispute d where d.district = here and d.community = of_community
    and d.opened_at >= (from_day::timestamp at time zone 'Asia/Shanghai') and d.opened_at < (to_day::timestamp at time zone 'Asia/Shanghai');
  select count(*)::int, count(*) filter (where v.fair = 'yes')::int, count(*) filter (where v.again)::int into judged, fair, again
    from dispute_verdict v where v.district = here and v.community = of_community and v.month >= from_day and v.month < to_day;
  if opened < 10 then opened := null; end if;
  if judged < 10 then judged := null; fair := null; again := null; end if;
  return next;
end $$;
comment on function dispute_count(uuid, date, date) is 'Numbers of a community between two days: null wherever there are fewer than ten. The only way past the wall.';
revoke execute on function dispute_count(uuid, date, date) from public;
grant execute on function dispute_count(uuid, date, date) to linli_app;

alter table mediator enable row level security;
alter table dispute enable row level security;
alter table dispute_side enable row level security;
alter table dispute_session enable row level security;
alter table dispute_note enable row level security;
alter table dispute_agreement enable row level security;
alter table dispute_clause enable row level security;
alter table dispute_verdict enable row level security;

create policy mediator_seen on mediator using (district = app_district()::char(6) and (committee = any (app_orgs()) or array['clock']::text[] && app_audience()));
create policy dispute_seen on dispute using (district = app_district()::char(6) and (committee = any (app_orgs()) or opened_person = app_person()
  or id = any (app_disputes()) or array['clock']::text[] && app_audience()));
create policy dispute_side_seen on dispute_side using (district = app_district()::char(6) and (committee = any (app_orgs()) or opened_person = app_person()
  or dispute = any (app_disputes()) or array['clock']::text[] && app_audience()));
create policy dispute_session_seen on dispute_session using (district = app_district()::char(6) and (committee = any (app_orgs()) or dispute = any (app_disputes())
  or array['clock']::text[] && app_audience()));
create policy dispute_note_seen on dispute_note
  using (district = app_district()::char(6) and committee = any (app_orgs()) and (kind = 'opening' or app_person() = any (team)))
  with check (district = app_district()::char(6) and (committee = any (app_orgs()) or opened_person = app_person()));
create policy dispute_agreement_seen on dispute_agreement using (district = app_district()::char(6) and (committee = any (app_orgs()) or dispute = any (app_disputes())));
create policy dispute_clause_seen on dispute_clause using (district = app_district()::char(6) and (committee = any (app_orgs()) or dispute = any (app_disputes())
  or array['clock']::text[] && app_audience()));
create policy dispute_verdict_given on dispute_verdict using (district = app_district()::char(6) and array['clock']::text[] && app_audience())
  with check (district = app_district()::char(6));
create policy act_append_dispute on act for insert to linli_app with check (district = app_district() and subject_id = any (app_disputes()));

grant select, insert, update on mediator, dispute, dispute_side, dispute_session, dispute_agreement, dispute_clause to linli_app;
grant select, insert on dispute_note to linli_app;
grant insert on dispute_verdict to linli_app;
grant delete on dispute_clause to linli_app;
