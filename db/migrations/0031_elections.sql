-- Elections: bodies with terms, candidates with what review found, and hand-over. Names of candidates are sealed; who was elected is published with the result.
create table governing_body (
  district char(6) not null,
  id uuid not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  keeper uuid not null,
  kind text not null check (kind in ('owners_committee', 'property_council', 'preparatory_group', 'residents_committee', 'self_management')),
  seats int not null check (seats > 0),
  reserves int not null default 0 check (reserves >= 0),
  term_from date not null,
  term_to date not null,
  meets_every_months int,
  vote uuid,
  pack text,
  state text not null check (state in ('planned', 'in_office', 'handing_over', 'ended')),
  version int not null default 0,
  primary key (district, id),
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  foreign key (district, keeper) references org (district, id)
);
comment on table governing_body is 'One term of an owners'' committee, its stand-in or a residents'' committee: seats, days, and by which vote.';
comment on column governing_body.district is 'District code.';
comment on column governing_body.id is 'Id made by the application.';
comment on column governing_body.place is 'Compound or community.';
comment on column governing_body.path is 'Administrative path, kept equal by the foreign key.';
comment on column governing_body.compound_path is 'Compound path, kept equal by the foreign key.';
comment on column governing_body.keeper is 'The organisation.';
comment on column governing_body.kind is 'owners_committee, property_council, preparatory_group, residents_committee or self_management.';
comment on column governing_body.seats is 'How many members.';
comment on column governing_body.reserves is 'How many reserve members.';
comment on column governing_body.term_from is 'First day of the term.';
comment on column governing_body.term_to is 'Last day.';
comment on column governing_body.meets_every_months is 'How often it has to meet; null where no rule says.';
comment on column governing_body.vote is 'The election here by which it came about.';
comment on column governing_body.pack is 'Rule pack and version behind seats and term.';
comment on column governing_body.state is 'planned, in_office, handing_over or ended.';
comment on column governing_body.version is 'Counts up with each change.';
create index governing_body_of on governing_body (district, place, term_from desc);
comment on index governing_body_of is 'Query: the bodies of a place, newest first.';
create index governing_body_ends on governing_body (term_to) where state in ('in_office', 'handing_over');
comment on index governing_body_ends is 'Query: terms that end, for notices of re-election.';

create table candidate (
  district char(6) not null,
  vote uuid not null,
  id uuid not null,
  keeper uuid not null,
  option text,
  seat text not null default 'member' check (seat in ('member', 'reserve')),
  person uuid not null,
  name bytea not null,
  name_masked text not null,
  declared bytea not null,
  nominated_by text not null check (nominated_by in ('self', 'owners', 'branch', 'committee', 'group')),
  promised boolean not null default false,
  state text not null check (state in ('nominated', 'posted', 'refused', 'withdrawn', 'elected', 'reserve', 'not_elected')),
  ground text,
  reason text,
  warnings jsonb not null default '[]',
  votes_area bigint,
  votes_heads int,
  at timestamptz not null,
  primary key (district, vote, id),
  unique (district, vote, option),
  foreign key (district, vote, keeper) references vote (district, id, keeper) on update cascade
);
comment on table candidate is 'Somebody nominated in an election. Name and declarations are sealed with their own key; the public sees them on the posted list while it is posted.';
comment on column candidate.district is 'District code.';
comment on column candidate.vote is 'The election.';
comment on column candidate.id is 'Id made by the application.';
comment on column candidate.keeper is 'Keeper of the vote, kept equal by the foreign key.';
comment on column candidate.option is 'Its id on the ballot, as c1.';
comment on column candidate.seat is 'member or reserve.';
comment on column candidate.person is 'Whose key seals the row.';
comment on column candidate.name is 'Name, sealed.';
comment on column candidate.name_masked is 'Name as shown before posting.';
comment on column candidate.declared is 'Declarations, sealed: party membership, posts, ties to the firm, fees, use of the home. Only the reviewing body opens it.';
comment on column candidate.nominated_by is 'self, owners, branch, committee or group.';
comment on column candidate.promised is 'Whether the written promise was signed, where a pack asks for one.';
comment on column candidate.state is 'nominated, posted, refused, withdrawn, elected, reserve or not_elected.';
comment on column candidate.ground is 'Code of the reason of a refusal.';
comment on column candidate.reason is 'The reason, for the candidate and the reviewing body.';
comment on column candidate.warnings is 'Codes of warnings, each with the reason why it goes on all the same.';
comment on column candidate.votes_area is 'Area that chose it, 0.01 m².';
comment on column candidate.votes_heads is 'Heads that chose it.';
comment on column candidate.at is 'When nominated.';
create index candidate_person on candidate (district, person);
comment on index candidate_person is 'Query: what a person erased is tied to.';

create table candidate_review (
  district char(6) not null,
  vote uuid not null,
  candidate uuid not null,
  role text not null check (role in ('branch', 'street', 'expert', 'preparatory_group')),
  outcome text not null check (outcome in ('recommends', 'meets_conditions', 'does_not_meet', 'talked', 'no_opinion')),
  reason text not null default '',
  post uuid,
  at timestamptz not null,
  primary key (district, vote, candidate, role),
  foreign key (district, vote, candidate) references candidate (district, vote, id)
);
comment on table candidate_review is 'What branch, street, expert or preparatory group say of a candidate, or that no opinion came in time (P09).';
comment on column candidate_review.district is 'District code.';
comment on column candidate_review.vote is 'The election.';
comment on column candidate_review.candidate is 'The candidate.';
comment on column candidate_review.role is 'branch, street, expert or preparatory_group.';
comment on column candidate_review.outcome is 'recommends, meets_conditions, does_not_meet, talked (pre-appointment talk) or no_opinion.';
comment on column candidate_review.reason is 'In words.';
comment on column candidate_review.post is 'Post that said it; null for the clock.';
comment on column candidate_review.at is 'When.';

create table body_member (
  district char(6) not null,
  body uuid not null,
  person uuid not null,
  candidate uuid,
  role text not null check (role in ('chair', 'deputy', 'member', 'reserve')),
  since date not null,
  until date,
  ended_by text check (ended_by in ('term', 'resigned', 'removed', 'sold', 'died', 'absent')),
  primary key (district, body, person, since),
  foreign key (district, body) references governing_body (district, id)
);
comment on table body_member is 'Who sits in a body: elected, or moved up from the reserves.';
comment on column body_member.district is 'District code.';
comment on column body_member.body is 'The body.';
comment on column body_member.person is 'The person: an officer''s, or whose key seals the candidate.';
comment on column body_member.candidate is 'The candidate it came from.';
comment on column body_member.role is 'chair, deputy, member or reserve.';
comment on column body_member.since is 'From.';
comment on column body_member.until is 'Until; null while in office.';
comment on column body_member.ended_by is 'Why it ended.';

create table hand_over_item (
  district char(6) not null,
  body uuid not null,
  n int not null check (n > 0),
  title text not null,
  due date not null,
  handed_on date,
  note text,
  primary key (district, body, n),
  foreign key (district, body) references governing_body (district, id)
);
comment on table hand_over_item is 'One thing that the old body hands to the new one.';
comment on column hand_over_item.district is 'District code.';
comment on column hand_over_item.body is 'The body that hands over.';
comment on column hand_over_item.n is 'Which.';
comment on column hand_over_item.title is 'What: seal, accounts, register, contracts, archive…';
comment on column hand_over_item.due is 'Until when.';
comment on column hand_over_item.handed_on is 'When it was handed over.';
comment on column hand_over_item.note is 'What was missing.';

alter table governing_body enable row level security;
alter table candidate enable row level security;
alter table candidate_review enable row level security;
alter table body_member enable row level security;
alter table hand_over_item enable row level security;

create policy governing_body_read on governing_body using (district = app_district()::char(6));
create policy candidate_reviewed on candidate using (district = app_district()::char(6) and (vote = any (app_votes()) or app_tallies()));
create policy candidate_review_kept on candidate_review using (district = app_district()::char(6) and (vote = any (app_votes()) or app_tallies()));
create policy body_member_read on body_member using (district = app_district()::char(6));
create policy hand_over_item_kept on hand_over_item using (district = app_district()::char(6));

grant select, insert, update on governing_body, candidate, candidate_review, body_member, hand_over_item to linli_app;

