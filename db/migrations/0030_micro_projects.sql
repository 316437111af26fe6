-- Micro-projects 民生微实事: rounds of a community, what residents propose, what reviewers find, what was funded, how it was delivered and accepted.
create table budget_round (
  district char(6) not null,
  id uuid not null,
  community uuid not null,
  path ltree not null,
  keeper uuid not null,
  title text not null,
  budget bigint not null check (budget > 0),
  rules jsonb not null,
  propose_until date not null,
  opens_on date,
  closes_on date,
  state text not null check (state in ('call', 'review', 'posted', 'decided', 'closed', 'withdrawn')),
  vote uuid,
  result jsonb,
  started_at timestamptz not null,
  version int not null default 0,
  primary key (district, id),
  unique (district, id, path),
  foreign key (district, community, path) references place (district, id, path) on update cascade,
  foreign key (district, keeper) references org (district, id),
  foreign key (district, vote) references vote (district, id)
);
comment on table budget_round is 'One round: a sum of money, a call for proposals, a vote, and what became of it. No personal data.';
comment on column budget_round.district is 'District code.';
comment on column budget_round.id is 'Id made by the application.';
comment on column budget_round.community is 'The community.';
comment on column budget_round.path is 'Path of the community, kept equal by the foreign key.';
comment on column budget_round.keeper is 'The organisation that leads it.';
comment on column budget_round.title is 'Its name.';
comment on column budget_round.budget is 'The sum, in fen.';
comment on column budget_round.rules is 'How it is held: counting rule, completion, caps by kind in fen, how many reviewers, who may vote.';
comment on column budget_round.propose_until is 'Last day for proposals.';
comment on column budget_round.opens_on is 'First day of voting.';
comment on column budget_round.closes_on is 'Last day of voting.';
comment on column budget_round.state is 'call, review, posted (slate and vote), decided, closed or withdrawn.';
comment on column budget_round.vote is 'The vote, once the slate is posted.';
comment on column budget_round.result is 'Both counts side by side, once it was counted: what each spent, its winners and how many voters got none of theirs.';
comment on column budget_round.started_at is 'When it began.';
comment on column budget_round.version is 'Counts up with each change.';
create index budget_round_of on budget_round (district, community, started_at desc);
comment on index budget_round_of is 'Query: the rounds of a community, newest first.';

create table micro_project (
  district char(6) not null,
  id uuid not null,
  round uuid not null,
  path ltree not null,
  place uuid not null,
  option text,
  kind text not null check (kind in ('works', 'service', 'goods')),
  proposer_kind text not null check (proposer_kind in ('resident', 'group', 'capable')),
  proposer_group text,
  proposer_post uuid,
  person uuid,
  words text not null,
  title text not null,
  summary text not null default '',
  asked bigint check (asked > 0),
  cost bigint check (cost > 0),
  state text not null check (state in ('proposed', 'accepted', 'refused', 'withdrawn', 'funded', 'not_funded', 'running', 'delivered', 'accepted_by_residents', 'published')),
  ground text,
  reason text,
  votes int,
  found jsonb,
  supplier text,
  supplier_declared boolean not null default false,
  final_cost bigint check (final_cost >= 0),
  proposed_at timestamptz not null,
  receipt text not null,
  version int not null default 0,
  primary key (district, id),
  unique (district, receipt),
  foreign key (district, round, path) references budget_round (district, id, path) on update cascade,
  foreign key (district, place) references place (district, id)
);
comment on table micro_project is 'One proposal and what became of it. The proposer''s words are theirs; the public title is approved by a reviewer.';
comment on column micro_project.district is 'District code.';
comment on column micro_project.id is 'Id made by the application.';
comment on column micro_project.round is 'The round.';
comment on column micro_project.path is 'Path of the community, kept equal by the foreign key.';
comment on column micro_project.place is 'Where: compound, building or community.';
comment on column micro_project.option is 'Its id on the ballot, as p1; given when the slate is posted.';
comment on column micro_project.kind is 'works, service or goods.';
comment on column micro_project.proposer_kind is 'resident, group or capable resident.';
comment on column micro_project.proposer_group is 'Name of the group, where a group proposes.';
comment on column micro_project.proposer_post is 'Post that typed it in for somebody, or of the capable resident; null from the page.';
comment on column micro_project.person is 'Whose key seals the contact; null where none was left.';
comment on column micro_project.words is 'What is proposed, in the proposer''s words; not public.';
comment on column micro_project.title is 'Public title, approved at acceptance.';
comment on column micro_project.summary is 'Public words, approved at acceptance.';
comment on column micro_project.asked is 'What the proposer thinks it costs, in fen.';
comment on column micro_project.cost is 'What it costs by the reviewers, in fen.';
comment on column micro_project.state is 'Where it stands.';
comment on column micro_project.ground is 'Code of the reason of a refusal.';
comment on column micro_project.reason is 'The reason in words, public.';
comment on column micro_project.votes is 'How many approved it.';
comment on column micro_project.found is 'What the count said of it: why it was funded, or what it lacked.';
comment on column micro_project.supplier is 'Who delivers it.';
comment on column micro_project.supplier_declared is 'Whether a tie between supplier and proposer or reviewer was declared (P27).';
comment on column micro_project.final_cost is 'Final cost in fen.';
comment on column micro_project.proposed_at is 'When.';
comment on column micro_project.receipt is 'Code by which the proposer follows it.';
comment on column micro_project.version is 'Counts up with each change.';
create index micro_project_round on micro_project (district, round, state);
comment on index micro_project_round is 'Query: the projects of a round.';

create table project_review (
  district char(6) not null,
  project uuid not null,
  post uuid not null,
  person uuid not null,
  eligible boolean not null,
  ground text,
  cost bigint check (cost > 0),
  reason text not null,
  tied boolean not null default false,
  at timestamptz not null,
  primary key (district, project, post),
  foreign key (district, project) references micro_project (district, id)
);
comment on table project_review is 'What one reviewer found: may it be done from this money, and what does it cost.';
comment on column project_review.district is 'District code.';
comment on column project_review.project is 'The project.';
comment on column project_review.post is 'Post of the reviewer.';
comment on column project_review.person is 'The reviewer, an officer.';
comment on column project_review.eligible is 'Whether it may be paid from this money.';
comment on column project_review.ground is 'Code of the reason if not.';
comment on column project_review.cost is 'Cost in fen, if eligible.';
comment on column project_review.reason is 'In words; public.';
comment on column project_review.tied is 'Whether the reviewer declared a tie: then it does not count.';
comment on column project_review.at is 'When.';

create table project_milestone (
  district char(6) not null,
  project uuid not null,
  n int not null check (n > 0),
  title text not null,
  due date not null,
  done_on date,
  photo uuid,
  note text,
  primary key (district, project, n),
  foreign key (district, project) references micro_project (district, id)
);
comment on table project_milestone is 'A step of delivery with its day and photo.';
comment on column project_milestone.district is 'District code.';
comment on column project_milestone.project is 'The project.';
comment on column project_milestone.n is 'Which.';
comment on column project_milestone.title is 'What.';
comment on column project_milestone.due is 'Until when.';
comment on column project_milestone.done_on is 'When it was done.';
comment on column project_milestone.photo is 'Photo.';
comment on column project_milestone.note is 'Why it is late, or what was found.';

create table project_acceptance (
  district char(6) not null,
  project uuid not null,
  voter_hash bytea not null,
  answer text not null check (answer in ('works', 'partly', 'not')),
  words text,
  at timestamptz not null,
  primary key (district, project, voter_hash),
  foreign key (district, project) references micro_project (district, id)
);
comment on table project_acceptance is 'A resident says whether it is there and works. One answer a telephone; no name.';
comment on column project_acceptance.district is 'District code.';
comment on column project_acceptance.project is 'The project.';
comment on column project_acceptance.voter_hash is 'Keyed hash of the telephone for this project alone, or of the paper slip''s number.';
comment on column project_acceptance.answer is 'works, partly or not.';
comment on column project_acceptance.words is 'In words; read by the leader.';
comment on column project_acceptance.at is 'When.';

alter table budget_round enable row level security;
alter table micro_project enable row level security;
alter table project_review enable row level security;
alter table project_milestone enable row level security;
alter table project_acceptance enable row level security;

create policy budget_round_read on budget_round using (district = app_district()::char(6) and (path <@ any (app_scopes()) or app_tallies()));
create policy micro_project_read on micro_project using (district = app_district()::char(6) and (path <@ any (app_scopes()) or app_tallies()));
create policy project_review_read on project_review using (district = app_district()::char(6));
create policy project_milestone_read on project_milestone using (district = app_district()::char(6));
create policy project_acceptance_kept on project_acceptance using (district = app_district()::char(6) and array['community', 'clock']::text[] && app_audience());

grant select, insert, update on budget_round, micro_project, project_review, project_milestone, project_acceptance to linli_app;

