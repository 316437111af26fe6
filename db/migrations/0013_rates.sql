-- The three rates: what each reporter said last, and a rollup that pages read. Both are worked out of sealed acts alone, so that verify can do it
-- again; places and audiences are those of the act's time.

create table rate_cursor (
  district char(6) primary key,
  leaves bigint not null check (leaves >= 0)
);
comment on table rate_cursor is 'How far the worker has read the district''s leaves; their order is total, so nothing is read twice or left out.';
comment on column rate_cursor.district is 'District code.';
comment on column rate_cursor.leaves is 'Number of leaves read.';

create table rate_visit (
  district char(6) not null,
  matter uuid not null,
  period char(7) not null,
  community text not null,
  compound text not null,
  within ltree not null,
  org uuid not null,
  category text not null,
  closed_to text[] not null,
  state text not null check (state in ('judged', 'left_out', 'unreached')),
  round smallint not null,
  at timestamptz not null,
  reached boolean not null,
  solved boolean not null,
  satisfied text check (satisfied in ('yes', 'basically', 'no')),
  outcome text,
  via text,
  tries smallint not null,
  ground text,
  primary key (district, matter)
);
comment on table rate_visit is 'What the reporter of a matter said last, as the acts tell it: the visit behind the figures. No foreign key: it follows the acts, not the row.';
comment on column rate_visit.district is 'District code.';
comment on column rate_visit.matter is 'The matter; what was joined or merged has a visit for each reporter.';
comment on column rate_visit.period is 'Assessment month it counts in, as 2026-11.';
comment on column rate_visit.community is 'Administrative path of the community at the time of the act, as text.';
comment on column rate_visit.compound is 'First label of the compound path at the time of the act; empty outside of compounds.';
comment on column rate_visit.within is 'Administrative path of the place at the time of the act; leg of visibility.';
comment on column rate_visit.org is 'Organisation whose work was judged; the zero id where the act does not name it.';
comment on column rate_visit.category is 'Category at the time of the act.';
comment on column rate_visit.closed_to is 'Audiences that do not see it; what is closed to the street stands in no rate and not here.';
comment on column rate_visit.state is 'judged: in the base; left_out: judged, but left out on a ground; unreached: nobody could be asked.';
comment on column rate_visit.round is 'Round of the judgment that stands: 1, or 2 after a reopening; 0 without one.';
comment on column rate_visit.at is 'When it was given, or given up.';
comment on column rate_visit.reached is 'Did anybody get in touch?';
comment on column rate_visit.solved is 'Is it solved?';
comment on column rate_visit.satisfied is 'yes, basically, no; null without a judgment.';
comment on column rate_visit.outcome is 'How the work ended: solved, unable, explained.';
comment on column rate_visit.via is 'How the answer came: link, follow, door, phone.';
comment on column rate_visit.tries is 'Failed tries to reach the reporter, once given up.';
comment on column rate_visit.ground is 'Code of the ground on which it is left out.';
create index rate_visit_community on rate_visit (district, community, period, at desc, matter desc);
comment on index rate_visit_community is 'Query: the visits behind a figure of a community, newest first.';
create index rate_visit_org on rate_visit (district, org, period, at desc, matter desc);
comment on index rate_visit_org is 'Query: the visits behind a figure of a party, newest first.';

create table rate (
  district char(6) not null,
  period char(7) not null,
  community text not null,
  compound text not null,
  org uuid not null,
  category text not null,
  ground text not null default '',
  within ltree not null,
  visits int not null,
  reached int not null,
  solved int not null,
  satisfied int not null,
  basically int not null,
  unsatisfied int not null,
  unable int not null,
  explained int not null,
  unreached int not null,
  left_out int not null,
  primary key (district, period, community, compound, org, category, ground)
);
comment on table rate is 'Rollup of visits, moved by differences: its size depends on months, places, parties and categories, not on the number of matters.';
comment on column rate.district is 'District code.';
comment on column rate.period is 'Assessment month.';
comment on column rate.community is 'Administrative path of the community, as text.';
comment on column rate.compound is 'First label of the compound path; empty outside of compounds.';
comment on column rate.org is 'Organisation whose work was judged; the zero id where it is not known.';
comment on column rate.category is 'Category.';
comment on column rate.ground is 'Ground on which visits are left out; empty for those that are not.';
comment on column rate.within is 'Administrative path of the community; leg of visibility.';
comment on column rate.visits is 'Valid visits: the base of the rates.';
comment on column rate.reached is 'Of these, those where somebody had got in touch.';
comment on column rate.solved is 'Of these, those called solved by who did the work and by the reporter.';
comment on column rate.satisfied is 'Of these, satisfied.';
comment on column rate.basically is 'Of these, satisfied on the whole.';
comment on column rate.unsatisfied is 'Of these, not satisfied.';
comment on column rate.unable is 'Of these, ended as unable.';
comment on column rate.explained is 'Of these, ended as explained.';
comment on column rate.unreached is 'Outside of the base: nobody could be asked.';
comment on column rate.left_out is 'Outside of the base: left out on the ground.';
create index rate_org on rate (district, org, period);
comment on index rate_org is 'Query: the rates of one party, wherever it works.';
create index rate_community on rate (district, community, period);
comment on index rate_community is 'Query: the rates of a community in a month, and its first month.';

create table rate_exclusion (
  district char(6) not null,
  id uuid not null,
  matter uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  closed_to text[] not null,
  period char(7) not null,
  community text not null,
  ground text not null,
  pack text not null,
  asked_at timestamptz not null,
  asked_org uuid not null,
  asked_post uuid not null,
  asked_person uuid not null,
  asked_entry uuid not null,
  decided_at timestamptz,
  decided_org uuid,
  decided_post uuid,
  decided_person uuid,
  decided_entry uuid,
  decision text check (decision in ('left_out', 'kept')),
  primary key (district, id),
  check ((decided_at is null) = (decision is null)),
  check (decided_org <> asked_org),
  check (decided_person <> asked_person),
  foreign key (district, matter, path, compound_path, parties, closed_to)
    references matter (district, id, path, compound_path, parties, closed_to) on update cascade
);
comment on table rate_exclusion is 'Requests to leave a judgment out of the rates: asked by one office, decided by another. The words stand in the story of the matter.';
comment on column rate_exclusion.district is 'District code.';
comment on column rate_exclusion.id is 'Id made by the application.';
comment on column rate_exclusion.matter is 'The matter whose judgment it is.';
comment on column rate_exclusion.path is 'Leg of visibility, copied from the matter.';
comment on column rate_exclusion.compound_path is 'Leg of visibility, copied from the matter.';
comment on column rate_exclusion.parties is 'Leg of visibility, copied from the matter.';
comment on column rate_exclusion.closed_to is 'Leg of visibility, copied from the matter.';
comment on column rate_exclusion.period is 'Assessment month of the visit.';
comment on column rate_exclusion.community is 'Administrative path of the community, as text.';
comment on column rate_exclusion.ground is 'Code of the ground.';
comment on column rate_exclusion.pack is 'Pack and version that the ground is of.';
comment on column rate_exclusion.asked_at is 'When asked.';
comment on column rate_exclusion.asked_org is 'Organisation that asked.';
comment on column rate_exclusion.asked_post is 'Post that asked.';
comment on column rate_exclusion.asked_person is 'Person who asked.';
comment on column rate_exclusion.asked_entry is 'Line of the story with the facts as they were stated.';
comment on column rate_exclusion.decided_at is 'When decided; null while it waits.';
comment on column rate_exclusion.decided_org is 'Organisation that decided: another than asked.';
comment on column rate_exclusion.decided_post is 'Post that decided.';
comment on column rate_exclusion.decided_person is 'Person who decided: another than asked.';
comment on column rate_exclusion.decided_entry is 'Line of the story with the reason of the decision.';
comment on column rate_exclusion.decision is 'left_out or kept.';
create unique index rate_exclusion_open on rate_exclusion (district, matter) where decision is null;
comment on index rate_exclusion_open is 'Query: whether a request waits for a matter; at most one does.';
create index rate_exclusion_matter on rate_exclusion (district, matter);
comment on index rate_exclusion_matter is 'Query: the requests about a matter, and the foreign key when its legs change.';
create index rate_exclusion_period on rate_exclusion (district, community, period, asked_at desc);
comment on index rate_exclusion_period is 'Query: what was asked and decided in a month of a community.';

alter table rate_visit enable row level security;
alter table rate enable row level security;
alter table rate_exclusion enable row level security;
create policy rate_visit_seen on rate_visit for select to linli_app using (district = app_district()::char(6)
  and not closed_to && app_audience() and (within <@ any (app_scopes()) or org = any (app_orgs())));
create policy rate_seen on rate for select to linli_app using (district = app_district()::char(6)
  and (within <@ any (app_scopes()) or org = any (app_orgs())));
create policy rate_exclusion_seen on rate_exclusion using (district = app_district()::char(6) and (matter = any (app_matters())
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()))));

grant select on rate_visit, rate to linli_app;
grant select, insert, update on rate_exclusion to linli_app;
