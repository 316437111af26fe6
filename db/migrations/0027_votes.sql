-- Votes: the register of who owns what, the votes of a compound or community, and their ballots. The register is a data room of its own (P19): who keeps
-- it stands on every row, and the roster is never asked. Who took part and what was chosen are apart from the first write.
create table owner_register (
  district char(6) not null,
  compound uuid not null,
  path ltree not null,
  compound_path ltree not null,
  keeper uuid not null,
  since date not null,
  primary key (district, compound),
  unique (district, compound, keeper),
  foreign key (district, compound, path) references place (district, id, path) on update cascade,
  foreign key (district, compound, compound_path) references place (district, id, compound_path) on update cascade,
  foreign key (district, keeper) references org (district, id)
);
comment on table owner_register is 'The voting register of one compound: who keeps it. Everything of the register carries its keeper, so that handing it over is one update.';
comment on column owner_register.district is 'District code.';
comment on column owner_register.compound is 'The compound.';
comment on column owner_register.path is 'Administrative path of the compound, kept equal by the foreign key.';
comment on column owner_register.compound_path is 'Compound path, kept equal by the foreign key.';
comment on column owner_register.keeper is 'The organisation that keeps it: owners'' committee, preparatory group, or the residents'' committee that stands in.';
comment on column owner_register.since is 'Since when this keeper.';

create table compound_rule (
  district char(6) not null,
  id uuid not null,
  compound uuid not null,
  adopted_on date not null,
  valid_from date not null,
  valid_to date,
  title text not null,
  document text,
  vote uuid,
  says jsonb not null,
  primary key (district, id),
  foreign key (district, compound) references place (district, id)
);
comment on table compound_rule is 'The compound''s own rules of procedure as dated values: the third layer of rules. Adopted by a vote, or declared with the file.';
comment on column compound_rule.district is 'District code.';
comment on column compound_rule.id is 'Id made by the application.';
comment on column compound_rule.compound is 'The compound.';
comment on column compound_rule.adopted_on is 'Day of the vote that adopted them.';
comment on column compound_rule.valid_from is 'First day in force.';
comment on column compound_rule.valid_to is 'Last day in force; null while nothing replaced them.';
comment on column compound_rule.title is 'Name of the document.';
comment on column compound_rule.document is 'Where the adopted text lies: its number or archive mark.';
comment on column compound_rule.vote is 'The vote here that adopted them, if it was held here.';
comment on column compound_rule.says is 'What they say: delivery, silence, which expression holds, proxies, windows, channels, garages, shops, companies.';
create index compound_rule_of on compound_rule (district, compound, valid_from desc);
comment on index compound_rule_of is 'Query: the rules of a compound on a day.';

create table head (
  district char(6) not null,
  id uuid not null,
  compound uuid not null,
  keeper uuid not null,
  kind text not null check (kind in ('owners', 'company', 'developer')),
  company text,
  blocked text check (blocked in ('death', 'court_order')),
  version int not null default 0,
  primary key (district, id),
  unique (district, id, keeper),
  foreign key (district, compound, keeper) references owner_register (district, compound, keeper) on update cascade
);
comment on table head is 'What counts as one person among owners: joint owners of the same titles, one buyer of several, a company, or the developer with all unsold and undelivered.';
comment on column head.district is 'District code.';
comment on column head.id is 'Id made by the application.';
comment on column head.compound is 'The compound.';
comment on column head.keeper is 'Keeper of the register, kept equal by the foreign key.';
comment on column head.kind is 'owners, company or developer.';
comment on column head.company is 'Name of a company or developer; null for persons.';
comment on column head.blocked is 'Why nobody may vote for it now; null when somebody may.';
comment on column head.version is 'Counts up with each change.';
create index head_compound on head (district, compound);
comment on index head_compound is 'Query: the heads of a compound.';

create table owner (
  district char(6) not null,
  id uuid not null,
  head uuid not null,
  keeper uuid not null,
  person uuid not null,
  name bytea not null,
  name_masked text not null,
  phone bytea,
  phone_masked text,
  phone_hash bytea,
  chosen boolean not null default false,
  since date,
  until date,
  primary key (district, id),
  foreign key (district, head, keeper) references head (district, id, keeper) on update cascade
);
comment on table owner is 'One owner of a head, or who signs for a company. Name and phone are sealed with the person''s key.';
comment on column owner.district is 'District code.';
comment on column owner.id is 'Id made by the application.';
comment on column owner.head is 'The head.';
comment on column owner.keeper is 'Keeper of the register, kept equal by the foreign key.';
comment on column owner.person is 'Whose key seals it; not a person of the roster.';
comment on column owner.name is 'Name, sealed.';
comment on column owner.name_masked is 'Name as shown.';
comment on column owner.phone is 'Telephone, sealed.';
comment on column owner.phone_masked is 'Telephone as shown.';
comment on column owner.phone_hash is 'Keyed hash of the telephone, by which owners open their own ballots.';
comment on column owner.chosen is 'Whether the joint owners chose this one to vote.';
comment on column owner.since is 'Owner since.';
comment on column owner.until is 'No longer owner since; null while owner.';
create index owner_head on owner (district, head);
comment on index owner_head is 'Query: the owners of a head.';
create index owner_phone on owner (district, phone_hash) where until is null;
comment on index owner_phone is 'Query: whose ballots a phone opens.';
create index owner_person on owner (district, person);
comment on index owner_person is 'Query: what a person erased is tied to.';

create table title (
  district char(6) not null,
  id uuid not null,
  compound uuid not null,
  keeper uuid not null,
  head uuid not null,
  building uuid,
  unit uuid,
  home uuid,
  label text not null,
  kind text not null check (kind in ('home', 'shop', 'garage', 'storeroom')),
  area int not null check (area > 0),
  area_source text not null check (area_source in ('register', 'survey', 'contract')),
  status text not null check (status in ('sold', 'unsold', 'undelivered')),
  version int not null default 0,
  primary key (district, id),
  unique (district, compound, label),
  foreign key (district, head, keeper) references head (district, id, keeper) on update cascade,
  foreign key (district, compound, keeper) references owner_register (district, compound, keeper) on update cascade
);
comment on table title is 'One exclusive unit with a title: home, shop, garage or storeroom; its area is what it weighs.';
comment on column title.district is 'District code.';
comment on column title.id is 'Id made by the application.';
comment on column title.compound is 'The compound.';
comment on column title.keeper is 'Keeper of the register, kept equal by the foreign key.';
comment on column title.head is 'Whose it is.';
comment on column title.building is 'The building, if it stands in one.';
comment on column title.unit is 'The staircase, if any.';
comment on column title.home is 'The room of the places, if it is one.';
comment on column title.label is 'What it is called within the compound, as 3-2-1201.';
comment on column title.kind is 'home, shop, garage or storeroom.';
comment on column title.area is 'Exclusive area in 0.01 m².';
comment on column title.area_source is 'Where the area is from: real-estate register, survey or contract.';
comment on column title.status is 'sold, unsold or undelivered.';
comment on column title.version is 'Counts up with each change.';
create index title_head on title (district, head);
comment on index title_head is 'Query: the titles of a head.';
create index title_building on title (district, compound, building, label);
comment on index title_building is 'Query: the register building by building.';

create table proxy (
  district char(6) not null,
  id uuid not null,
  head uuid not null,
  keeper uuid not null,
  person uuid not null,
  name bytea not null,
  name_masked text not null,
  phone_hash bytea,
  vote uuid,
  valid_from date not null,
  valid_to date not null,
  revoked_at timestamptz,
  primary key (district, id),
  foreign key (district, head, keeper) references head (district, id, keeper) on update cascade
);
comment on table proxy is 'Somebody who may vote for a head: for one vote or for all, until a day. Their name is sealed.';
comment on column proxy.district is 'District code.';
comment on column proxy.id is 'Id made by the application.';
comment on column proxy.head is 'For whom.';
comment on column proxy.keeper is 'Keeper of the register, kept equal by the foreign key.';
comment on column proxy.person is 'Whose key seals the holder''s name.';
comment on column proxy.name is 'Name of the holder, sealed.';
comment on column proxy.name_masked is 'Name as shown.';
comment on column proxy.phone_hash is 'Keyed hash of the holder''s telephone.';
comment on column proxy.vote is 'For this vote alone; null for all.';
comment on column proxy.valid_from is 'First day.';
comment on column proxy.valid_to is 'Last day.';
comment on column proxy.revoked_at is 'When it was taken back.';
create index proxy_head on proxy (district, head);
comment on index proxy_head is 'Query: the proxies of a head.';
create index proxy_phone on proxy (district, phone_hash) where revoked_at is null;
comment on index proxy_phone is 'Query: whose ballots a holder''s phone opens.';

create table vote (
  district char(6) not null,
  id uuid not null,
  kind text not null check (kind in ('motion', 'election', 'budget')),
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  keeper uuid not null,
  electorate uuid not null,
  number text not null,
  title text not null,
  words text not null default '',
  item text check (item in ('rules', 'covenant', 'committee', 'property', 'fund_use', 'fund_raise', 'rebuild', 'common_use', 'other', 'committee_matter')),
  secret boolean not null,
  state text not null check (state in ('draft', 'noticed', 'frozen', 'open', 'closed', 'counted', 'published', 'filed', 'archived', 'withdrawn')),
  started_by text not null check (started_by in ('owners', 'committee', 'residents', 'branch', 'street')),
  rules jsonb not null,
  channels text[] not null,
  notice_on date,
  opens_at timestamptz,
  closes_at timestamptz,
  frozen_at timestamptz,
  closed_at timestamptz,
  counted_at timestamptz,
  published_at timestamptz,
  electors int not null default 0,
  area bigint not null default 0,
  root bytea,
  size int,
  result jsonb,
  lottery bytea,
  seed bytea,
  version int not null default 0,
  primary key (district, id),
  unique (district, place, kind, number),
  unique (district, id, keeper),
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  foreign key (district, electorate) references place (district, id),
  foreign key (district, keeper) references org (district, id)
);
comment on table vote is 'A vote: a motion of the owners'' assembly, an election, or a budget for micro-projects. No personal data.';
comment on column vote.district is 'District code.';
comment on column vote.id is 'Id made by the application.';
comment on column vote.kind is 'motion, election or budget.';
comment on column vote.place is 'Compound, or community for a budget.';
comment on column vote.path is 'Administrative path of the place, kept equal by the foreign key.';
comment on column vote.compound_path is 'Compound path of the place, kept equal by the foreign key; null for a community.';
comment on column vote.keeper is 'The organisation that holds the vote.';
comment on column vote.electorate is 'Whose vote it is: the compound, a building or a staircase; the community for a budget.';
comment on column vote.number is 'Number within the place, as 2026-2.';
comment on column vote.title is 'What is asked, in one line.';
comment on column vote.words is 'What is asked, in full, as it is posted.';
comment on column vote.item is 'Matter of article 278, or committee_matter; null for a budget.';
comment on column vote.secret is 'Whether choice and voter are parted for good at the close.';
comment on column vote.state is 'draft, noticed, frozen, open, closed, counted, published, filed, archived or withdrawn.';
comment on column vote.started_by is 'Who started it.';
comment on column vote.rules is 'The rules it is held by, resolved from pack and compound''s rules when it was posted: packs with versions, thresholds, days, channels.';
comment on column vote.channels is 'Which ways of voting: phone, paper, door.';
comment on column vote.notice_on is 'Day of posting.';
comment on column vote.opens_at is 'When voting opens.';
comment on column vote.closes_at is 'When it closes.';
comment on column vote.frozen_at is 'When the register was frozen.';
comment on column vote.closed_at is 'When it was closed and sealed.';
comment on column vote.counted_at is 'When it was counted.';
comment on column vote.published_at is 'When the result was posted.';
comment on column vote.electors is 'Heads that may take part.';
comment on column vote.area is 'Area that may take part, 0.01 m².';
comment on column vote.root is 'Root of the tree over all sealed ballots.';
comment on column vote.size is 'How many ballots are in it.';
comment on column vote.result is 'What the count said, with reasons; totals only.';
comment on column vote.lottery is 'Hash of the seed by which ties are drawn, published before the vote.';
comment on column vote.seed is 'The seed, shown after the close.';
comment on column vote.version is 'Counts up with each change.';
create index vote_place on vote (district, place, notice_on desc);
comment on index vote_place is 'Query: the votes of a compound or community.';
create index vote_due on vote (state, closes_at) where state in ('noticed', 'frozen', 'open');
comment on index vote_due is 'Query: votes that the clock opens and closes.';

create table vote_question (
  district char(6) not null,
  vote uuid not null,
  n int not null check (n > 0),
  title text not null,
  words text not null default '',
  pick int not null default 1 check (pick > 0),
  options jsonb not null default '[]',
  primary key (district, vote, n),
  foreign key (district, vote) references vote (district, id)
);
comment on table vote_question is 'What a ballot asks, in order: agree or against, or so many of the options.';
comment on column vote_question.district is 'District code.';
comment on column vote_question.vote is 'The vote.';
comment on column vote_question.n is 'Which question; its key is q and this number.';
comment on column vote_question.title is 'The question.';
comment on column vote_question.words is 'More of it.';
comment on column vote_question.pick is 'How many options may be chosen.';
comment on column vote_question.options is 'Options as [{"id":"c1","label":"…","cost":fen}]; empty for agree, against, abstain.';

create table vote_step (
  district char(6) not null,
  vote uuid not null,
  code text not null,
  state text not null check (state in ('done', 'waived', 'no_opinion')),
  on_day date not null,
  post uuid,
  reason text,
  facts jsonb not null default '{}',
  primary key (district, vote, code),
  foreign key (district, vote) references vote (district, id)
);
comment on table vote_step is 'A step of the procedure that was done or waived; which steps there are is a rule.';
comment on column vote_step.district is 'District code.';
comment on column vote_step.vote is 'The vote.';
comment on column vote_step.code is 'Code of the step.';
comment on column vote_step.state is 'done, waived (with a reason) or no_opinion (its limit passed).';
comment on column vote_step.on_day is 'The day.';
comment on column vote_step.post is 'Post that did it; null for the clock.';
comment on column vote_step.reason is 'Why it was waived, or a note.';
comment on column vote_step.facts is 'Figures and codes of it.';

create table vote_opinion (
  district char(6) not null,
  vote uuid not null,
  org uuid not null,
  said_by text not null check (said_by in ('branch', 'committee', 'street', 'expert')),
  stance text not null check (stance in ('supports', 'advises', 'warns')),
  words text not null,
  at timestamptz not null,
  primary key (district, vote, org),
  foreign key (district, vote) references vote (district, id)
);
comment on table vote_opinion is 'What branch, residents'' committee or street say of a vote: an annex, never a condition (P09).';
comment on column vote_opinion.district is 'District code.';
comment on column vote_opinion.vote is 'The vote.';
comment on column vote_opinion.org is 'Who says it.';
comment on column vote_opinion.said_by is 'branch, committee, street or expert.';
comment on column vote_opinion.stance is 'supports, advises or warns.';
comment on column vote_opinion.words is 'The opinion.';
comment on column vote_opinion.at is 'When.';

create table vote_member (
  district char(6) not null,
  vote uuid not null,
  person uuid not null,
  post uuid not null,
  role text not null check (role in ('lead', 'collector', 'enterer', 'scrutineer')),
  since timestamptz not null,
  until timestamptz,
  primary key (district, vote, person, role),
  foreign key (district, vote) references vote (district, id)
);
comment on table vote_member is 'The ballot team of a vote: who leads, collects, enters and watches. None is a candidate.';
comment on column vote_member.district is 'District code.';
comment on column vote_member.vote is 'The vote.';
comment on column vote_member.person is 'The person, an officer.';
comment on column vote_member.post is 'In which post.';
comment on column vote_member.role is 'lead, collector, enterer or scrutineer.';
comment on column vote_member.since is 'Since when.';
comment on column vote_member.until is 'Until when; null while on the team.';
create index vote_member_person on vote_member (district, person) where until is null;
comment on index vote_member_person is 'Query: the votes whose team somebody is on.';

create table vote_notice (
  district char(6) not null,
  vote uuid not null,
  place uuid not null,
  posted_on date not null,
  photo uuid,
  post uuid,
  primary key (district, vote, place),
  foreign key (district, vote) references vote (district, id)
);
comment on table vote_notice is 'The notice as it was posted at a door, with its photo.';
comment on column vote_notice.district is 'District code.';
comment on column vote_notice.vote is 'The vote.';
comment on column vote_notice.place is 'Building or staircase.';
comment on column vote_notice.posted_on is 'Day of posting.';
comment on column vote_notice.photo is 'The photo.';
comment on column vote_notice.post is 'Post that brought it in.';

create table elector (
  district char(6) not null,
  vote uuid not null,
  id uuid not null,
  keeper uuid not null,
  head uuid,
  voter_hash bytea,
  building uuid,
  kind text not null check (kind in ('owners', 'company', 'developer', 'resident')),
  area bigint not null default 0,
  heads int not null default 1 check (heads in (0, 1)),
  titles int not null default 1,
  code text not null,
  blocked text check (blocked in ('death', 'court_order', 'transferred')),
  took_part boolean not null default false,
  casts int not null default 0,
  primary key (district, vote, id),
  unique (district, vote, code),
  unique (district, vote, voter_hash),
  foreign key (district, vote, keeper) references vote (district, id, keeper) on update cascade
);
comment on table elector is 'One head that may take part, as it was when the register was frozen. That it took part, never how.';
comment on column elector.district is 'District code.';
comment on column elector.vote is 'The vote.';
comment on column elector.id is 'Id made by the application.';
comment on column elector.keeper is 'Keeper, kept equal by the foreign key.';
comment on column elector.head is 'The head of the register; null in a budget.';
comment on column elector.voter_hash is 'Keyed hash of the telephone for this vote alone, in a budget.';
comment on column elector.building is 'Building of its first title.';
comment on column elector.kind is 'owners, company, developer or resident.';
comment on column elector.area is 'Its area, 0.01 m².';
comment on column elector.heads is 'One; nought where the compound''s rule does not count it.';
comment on column elector.titles is 'How many titles.';
comment on column elector.code is 'Opaque code on its paper ballot.';
comment on column elector.blocked is 'Why it may not vote; null when it may.';
comment on column elector.took_part is 'Whether a ballot of it is in.';
comment on column elector.casts is 'How many times it expressed itself.';
create index elector_head on elector (district, head);
comment on index elector_head is 'Query: the ballots of an owner.';
create index elector_building on elector (district, vote, building, took_part);
comment on index elector_building is 'Query: who has not voted, building by building, for the ballot team.';

create table elector_title (
  district char(6) not null,
  vote uuid not null,
  title uuid not null,
  elector uuid not null,
  building uuid,
  label text not null,
  kind text not null,
  area int not null,
  counts boolean not null default true,
  delivered_on date,
  delivered_how text check (delivered_how in ('in_person', 'letterbox', 'registered_post', 'phone', 'posted')),
  delivered_by uuid[],
  photo uuid,
  primary key (district, vote, title),
  foreign key (district, vote, elector) references elector (district, vote, id)
);
comment on table elector_title is 'One title of an elector, frozen, with how its ballot was delivered.';
comment on column elector_title.district is 'District code.';
comment on column elector_title.vote is 'The vote.';
comment on column elector_title.title is 'The title.';
comment on column elector_title.elector is 'The elector.';
comment on column elector_title.building is 'Its building.';
comment on column elector_title.label is 'What it is called.';
comment on column elector_title.kind is 'Its kind.';
comment on column elector_title.area is 'Its area, 0.01 m².';
comment on column elector_title.counts is 'Whether it counts, by the compound''s rule.';
comment on column elector_title.delivered_on is 'Day of delivery.';
comment on column elector_title.delivered_how is 'in_person, letterbox, registered_post, phone or posted (at the door, because nobody was reached).';
comment on column elector_title.delivered_by is 'The two persons.';
comment on column elector_title.photo is 'Photo of it.';
create index elector_title_of on elector_title (district, vote, elector);
comment on index elector_title_of is 'Query: the titles of an elector.';
create index elector_title_building on elector_title (district, vote, building, label);
comment on index elector_title_building is 'Query: the delivery list of a building.';

create table cast_ballot (
  district char(6) not null,
  vote uuid not null,
  elector uuid not null,
  seq int not null check (seq > 0),
  channel text not null check (channel in ('phone', 'paper', 'door')),
  day date not null,
  envelope text,
  collectors uuid[],
  proxy uuid,
  spoilt text,
  primary key (district, vote, elector, seq),
  foreign key (district, vote, elector) references elector (district, vote, id)
);
comment on table cast_ballot is 'That an elector expressed itself: how often and through which channel. What it chose is not here.';
comment on column cast_ballot.district is 'District code.';
comment on column cast_ballot.vote is 'The vote.';
comment on column cast_ballot.elector is 'The elector.';
comment on column cast_ballot.seq is 'Which expression of this elector.';
comment on column cast_ballot.channel is 'phone, paper or door.';
comment on column cast_ballot.day is 'The day; no time, so that no order is told.';
comment on column cast_ballot.envelope is 'Number of the envelope or box, for paper and door.';
comment on column cast_ballot.collectors is 'The two persons who took it, for paper and door.';
comment on column cast_ballot.proxy is 'The proxy by which it was cast, if any.';
comment on column cast_ballot.spoilt is 'Why it is void; null when it stands.';

create table paper_entry (
  district char(6) not null,
  vote uuid not null,
  elector uuid not null,
  seq int not null,
  person uuid not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (district, vote, elector, seq, person),
  foreign key (district, vote, elector, seq) references cast_ballot (district, vote, elector, seq)
);
comment on table paper_entry is 'What one of two people read on a paper ballot after the close, sealed until both agree.';
comment on column paper_entry.district is 'District code.';
comment on column paper_entry.vote is 'The vote.';
comment on column paper_entry.elector is 'The elector.';
comment on column paper_entry.seq is 'Which expression.';
comment on column paper_entry.person is 'Who entered it.';
comment on column paper_entry.sealed is 'What was read, sealed with the vote''s content key.';
comment on column paper_entry.at is 'When.';

create table choice (
  district char(6) not null,
  vote uuid not null,
  id uuid not null,
  pseudonym text not null,
  seq int not null,
  channel text not null check (channel in ('phone', 'paper', 'door')),
  area bigint not null,
  heads int not null,
  sealed bytea not null,
  commitment bytea not null,
  primary key (district, vote, id),
  unique (district, vote, pseudonym, seq),
  unique (district, vote, commitment),
  foreign key (district, vote) references vote (district, id)
);
comment on table choice is 'One choice, sealed until the close, under a pseudonym of this vote alone. Nothing in it leads to an elector without the link key.';
comment on column choice.district is 'District code.';
comment on column choice.vote is 'The vote.';
comment on column choice.id is 'A random id, which tells no time.';
comment on column choice.pseudonym is 'HMAC of the elector with the vote''s link key, 32 hex digits.';
comment on column choice.seq is 'Which expression of the pseudonym.';
comment on column choice.channel is 'phone, paper or door.';
comment on column choice.area is 'Weight by area, 0.01 m².';
comment on column choice.heads is 'Weight by heads.';
comment on column choice.sealed is 'Content and salt, sealed with the vote''s content key.';
comment on column choice.commitment is 'SHA-256 over the canonical text, which the tree is built of.';

create table turnout (
  district char(6) not null,
  vote uuid not null,
  building uuid not null,
  channel text not null,
  slot int not null,
  heads int not null,
  area bigint not null,
  titles int not null,
  primary key (district, vote, building, channel, slot),
  foreign key (district, vote) references vote (district, id)
);
comment on table turnout is 'Counters of taking part by building and channel, in slots so that voters do not wait for each other.';
comment on column turnout.district is 'District code.';
comment on column turnout.vote is 'The vote.';
comment on column turnout.building is 'The building; the place of the vote where there is none.';
comment on column turnout.channel is 'Channel of the first expression.';
comment on column turnout.slot is 'Which of the slots.';
comment on column turnout.heads is 'Heads.';
comment on column turnout.area is 'Area, 0.01 m².';
comment on column turnout.titles is 'Titles.';

create table vote_key (
  district char(6) not null,
  vote uuid not null,
  kind text not null check (kind in ('content', 'link')),
  wrapped bytea,
  made_at timestamptz not null,
  destroyed_at timestamptz,
  primary key (district, vote, kind),
  foreign key (district, vote) references vote (district, id)
);
comment on table vote_key is 'Keys of a vote, wrapped by the master key: content (opened at the close) and link (destroyed at the close of a secret vote).';
comment on column vote_key.district is 'District code.';
comment on column vote_key.vote is 'The vote.';
comment on column vote_key.kind is 'content or link.';
comment on column vote_key.wrapped is 'The wrapped key; null when it was destroyed.';
comment on column vote_key.made_at is 'When made.';
comment on column vote_key.destroyed_at is 'When destroyed.';

create table key_opening (
  district char(6) not null,
  vote uuid not null,
  id uuid not null,
  elector uuid not null,
  reason text not null,
  first_person uuid not null,
  second_person uuid,
  asked_at timestamptz not null,
  opened_at timestamptz,
  shuts_at timestamptz not null,
  primary key (district, vote, id),
  foreign key (district, vote) references vote (district, id),
  check (second_person is null or second_person <> first_person)
);
comment on table key_opening is 'Two scrutineers open the key list for one listed dispute; it shuts by itself.';
comment on column key_opening.district is 'District code.';
comment on column key_opening.vote is 'The vote.';
comment on column key_opening.id is 'Id made by the application.';
comment on column key_opening.elector is 'Whose ballot is in dispute.';
comment on column key_opening.reason is 'Code of the reason.';
comment on column key_opening.first_person is 'Scrutineer who asked.';
comment on column key_opening.second_person is 'Scrutineer who agreed.';
comment on column key_opening.asked_at is 'When asked.';
comment on column key_opening.opened_at is 'When opened.';
comment on column key_opening.shuts_at is 'When it shuts.';

create table vote_objection (
  district char(6) not null,
  vote uuid not null,
  id uuid not null,
  elector uuid,
  about text not null check (about in ('notice', 'delivery', 'register', 'proxy', 'count', 'collector', 'other')),
  words text not null,
  at timestamptz not null,
  due timestamptz not null,
  answered_at timestamptz,
  answer text,
  primary key (district, vote, id),
  foreign key (district, vote) references vote (district, id)
);
comment on table vote_objection is 'An objection to a vote, with the clock of its answer.';
comment on column vote_objection.district is 'District code.';
comment on column vote_objection.vote is 'The vote.';
comment on column vote_objection.id is 'Id made by the application.';
comment on column vote_objection.elector is 'Whose; null from somebody else concerned.';
comment on column vote_objection.about is 'notice, delivery, register, proxy, count, collector or other.';
comment on column vote_objection.words is 'What is objected; read by the keeper and the one who objects.';
comment on column vote_objection.at is 'When.';
comment on column vote_objection.due is 'When an answer is due.';
comment on column vote_objection.answered_at is 'When answered.';
comment on column vote_objection.answer is 'The answer.';
create index vote_objection_open on vote_objection (district, vote, due) where answered_at is null;
comment on index vote_objection_open is 'Query: objections without an answer.';

create function app_heads() returns uuid[] stable language sql as
  $$ select coalesce(nullif(current_setting('app.heads', true), ''), '{}')::uuid[] $$;
comment on function app_heads() is 'Heads of the voting register that a phone code or a ballot code opened in this transaction; empty when none.';

create function app_votes() returns uuid[] stable language sql as
  $$ select coalesce(nullif(current_setting('app.votes', true), ''), '{}')::uuid[] $$;
comment on function app_votes() is 'Votes whose ballot team the actor was found on in this transaction; empty when none.';

create function app_tallies() returns boolean stable language sql as
  $$ select array['clock']::text[] && app_audience() $$;
comment on function app_tallies() is 'Whether this is the clock: it alone seals, closes and counts. No person reads choices or keys.';

alter table owner_register enable row level security;
alter table compound_rule enable row level security;
alter table head enable row level security;
alter table owner enable row level security;
alter table title enable row level security;
alter table proxy enable row level security;
alter table vote enable row level security;
alter table vote_question enable row level security;
alter table vote_step enable row level security;
alter table vote_opinion enable row level security;
alter table vote_member enable row level security;
alter table vote_notice enable row level security;
alter table elector enable row level security;
alter table elector_title enable row level security;
alter table cast_ballot enable row level security;
alter table paper_entry enable row level security;
alter table choice enable row level security;
alter table turnout enable row level security;
alter table vote_key enable row level security;
alter table key_opening enable row level security;
alter table vote_objection enable row level security;

create policy owner_register_kept on owner_register using (district = app_district()::char(6)
  and (keeper = any (app_orgs()) or app_tallies() or path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy compound_rule_read on compound_rule using (district = app_district()::char(6));
create policy head_kept on head using (district = app_district()::char(6) and (keeper = any (app_orgs()) or id = any (app_heads()) or app_tallies()));
create policy owner_kept on owner using (district = app_district()::char(6) and (keeper = any (app_orgs()) or head = any (app_heads()) or app_tallies()));
create policy title_kept on title using (district = app_district()::char(6) and (keeper = any (app_orgs()) or head = any (app_heads()) or app_tallies()));
create policy proxy_kept on proxy using (district = app_district()::char(6) and (keeper = any (app_orgs()) or head = any (app_heads()) or app_tallies()));
create policy vote_read on vote using (district = app_district()::char(6)
  and (keeper = any (app_orgs()) or id = any (app_votes()) or app_tallies() or path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy vote_question_read on vote_question using (district = app_district()::char(6));
create policy vote_step_read on vote_step using (district = app_district()::char(6));
create policy vote_opinion_read on vote_opinion using (district = app_district()::char(6));
create policy vote_member_read on vote_member using (district = app_district()::char(6));
create policy vote_notice_read on vote_notice using (district = app_district()::char(6));
create policy elector_kept on elector using (district = app_district()::char(6)
  and (vote = any (app_votes()) or head = any (app_heads()) or app_tallies()));
create policy elector_title_kept on elector_title using (district = app_district()::char(6) and (vote = any (app_votes()) or app_tallies()));
create policy cast_ballot_kept on cast_ballot using (district = app_district()::char(6) and (vote = any (app_votes()) or app_tallies()));
create policy paper_entry_kept on paper_entry using (district = app_district()::char(6)
  and ((vote = any (app_votes()) and person = app_person()) or app_tallies()));
create policy choice_sealed on choice using (district = app_district()::char(6) and app_tallies());
create policy turnout_read on turnout using (district = app_district()::char(6));
create policy vote_key_sealed on vote_key using (district = app_district()::char(6) and app_tallies());
create policy key_opening_kept on key_opening using (district = app_district()::char(6) and (vote = any (app_votes()) or app_tallies()));
create policy vote_objection_kept on vote_objection using (district = app_district()::char(6) and (vote = any (app_votes()) or app_tallies()));

grant select, insert, update on owner_register, compound_rule, head, owner, title, proxy, vote, vote_step, vote_opinion, vote_member, vote_notice,
  elector, elector_title, cast_ballot, vote_key, key_opening, vote_objection, turnout to linli_app;
grant select, insert, update, delete on vote_question, paper_entry, choice to linli_app;
grant delete on owner, proxy, title, head to linli_app;

