-- Matters in full: several clocks at once on a matter, derived from a ledger that is only appended to; matters that were joined, split off,
-- put aside with a way to the money; what an outcome rests on and who confirmed it.

alter table matter
  add column clocks jsonb not null default '[]',
  add column joined_to uuid,
  add column joined_state text,
  add column split_from uuid,
  add column suspended_at timestamptz,
  add column review_on date,
  add column money_path text,
  add column basis text,
  add column basis_note text,
  add column extended smallint not null default 0,
  add column returned smallint not null default 0,
  add column worked_by uuid,
  add column verifier uuid,
  add column verified text,
  add column tried smallint not null default 0,
  add foreign key (district, joined_to) references matter (district, id),
  add foreign key (district, split_from) references matter (district, id);
comment on column matter.clocks is 'The clocks that run or are paused now, derived from clock_entry: stage, organisation, due, how far it was pressed.';
comment on column matter.joined_to is 'The matter that this one was joined to: one is worked on, each reporter is kept informed and asked.';
comment on column matter.joined_state is 'The state it had when it was joined: what undoing gives back.';
comment on column matter.split_from is 'The matter that it was split off from.';
comment on column matter.suspended_at is 'Since when it is put aside 挂账, its clocks standing still.';
comment on column matter.review_on is 'The day on which what was put aside is looked at again.';
comment on column matter.money_path is 'Where the money is to come from: code of the pack of money paths.';
comment on column matter.basis is 'What the outcome rests on: law, contract, list, agreement.';
comment on column matter.basis_note is 'Its article, clause or item in words.';
comment on column matter.extended is 'How often a deadline was extended.';
comment on column matter.returned is 'How often a party returned it with an objection.';
comment on column matter.worked_by is 'The organisation that said how it ended: whose work the verdict judges.';
comment on column matter.verifier is 'The post whose turn it is to verify.';
comment on column matter.verified is 'Who confirmed the outcome: eyes, neighbour, photo, or overdue where nobody did in time.';
comment on column matter.tried is 'How often the reporter was called back in vain in this round.';
create index matter_joined on matter (district, joined_to) where joined_to is not null;
comment on index matter_joined is 'Query: the matters that were joined to one.';
create index matter_verifier on matter (district, verifier, (coalesce(due, 'infinity'::timestamptz)), id) where state = 'finished' and verifier is not null;
comment on index matter_verifier is 'Query: what one post has to verify, by due time.';
create index matter_review on matter (district, community, review_on, id) where suspended_at is not null and state not in ('closed', 'withdrawn');
comment on index matter_review is 'Query: what a community has put aside, by the day on which it is looked at again.';

create table clock_entry (
  district char(6) not null,
  id uuid not null,
  matter uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  closed_to text[] not null,
  stage text not null,
  org uuid,
  at timestamptz not null,
  kind text not null check (kind in ('start', 'pause', 'resume', 'policy', 'stop')),
  amount int check (amount > 0),
  unit text check (unit in ('minute', 'hour', 'working_hour', 'day', 'working_day')),
  hours text,
  why text not null,
  act uuid not null,
  primary key (district, id),
  foreign key (district, matter, path, compound_path, parties, closed_to)
    references matter (district, id, path, compound_path, parties, closed_to) on update cascade,
  check ((amount is null) = (unit is null))
);
comment on table clock_entry is 'The ledger of clocks: each start, pause, resume, change of policy and stop. Only appended to; every due time is derived from it.';
comment on column clock_entry.district is 'Code of the installation.';
comment on column clock_entry.id is 'UUIDv7: orders entries of the same moment.';
comment on column clock_entry.matter is 'Whose clock it is.';
comment on column clock_entry.path is 'Leg of visibility, kept equal to the matter''s.';
comment on column clock_entry.compound_path is 'Leg of visibility, kept equal to the matter''s.';
comment on column clock_entry.parties is 'Leg of visibility, kept equal to the matter''s.';
comment on column clock_entry.closed_to is 'Leg of visibility, kept equal to the matter''s.';
comment on column clock_entry.stage is 'Which clock: sign, contact, report_in, finish, reply, verify, verdict, review, ruling.';
comment on column clock_entry.org is 'Whose deadline it is, where parties have their own.';
comment on column clock_entry.at is 'Product time.';
comment on column clock_entry.kind is 'What happened to the clock.';
comment on column clock_entry.amount is 'How much time there is, in `unit`: of a start or a policy.';
comment on column clock_entry.unit is 'Minutes, hours and days run by the wall clock, working hours and working days by calendar and duty hours.';
comment on column clock_entry.hours is 'Which duty hours it is counted by.';
comment on column clock_entry.why is 'Code of the reason.';
comment on column clock_entry.act is 'The act that caused it.';
create index clock_entry_matter on clock_entry (district, matter, at, id);
comment on index clock_entry_matter is 'Query: the ledger of one matter, to derive or to explain its due times.';
alter table clock_entry enable row level security;
create policy clock_entry_seen on clock_entry using (district = app_district()::char(6) and (matter = any (app_matters())
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()))));
grant select, insert on clock_entry to linli_app;
