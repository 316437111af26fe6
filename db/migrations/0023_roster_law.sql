-- The law kept: assessments before sensitive data, consents, what may be kept only with both, the compartment of party membership, care by agreement,
-- and certificates of what was deleted.

create table impact_assessment (
  district char(6) not null,
  id uuid not null,
  community uuid not null,
  path ltree not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  purpose text not null check (char_length(purpose) between 10 and 2000),
  need text not null check (char_length(need) between 10 and 2000),
  effect text not null check (char_length(effect) between 10 and 2000),
  measures text not null check (char_length(measures) between 10 and 2000),
  made_on date not null,
  valid_until date not null check (valid_until > made_on),
  keep_until date not null,
  person uuid not null,
  post uuid not null,
  ended_on date,
  primary key (district, id),
  foreign key (district, community, path) references place (district, id, path) on update cascade,
  check (keep_until >= (made_on + interval '3 years')::date)
);
comment on table impact_assessment is 'An assessment of impact before sensitive data are kept: purpose, need, effect on people, measures. Kept at least three years (个人信息保护法 art. 55, 56). No personal data.';
comment on column impact_assessment.district is 'District code.';
comment on column impact_assessment.id is 'Id made by the application.';
comment on column impact_assessment.community is 'Community whose roster it is about.';
comment on column impact_assessment.path is 'Path of the community.';
comment on column impact_assessment.kinds is 'Kinds of sensitive data: disability, low_income, care_need, under_14.';
comment on column impact_assessment.purpose is 'Purpose and way, and why they are lawful.';
comment on column impact_assessment.need is 'Why it is needed, and why less would not do.';
comment on column impact_assessment.effect is 'What it means for people, and the risk.';
comment on column impact_assessment.measures is 'What is done against the risk.';
comment on column impact_assessment.made_on is 'Day of the assessment.';
comment on column impact_assessment.valid_until is 'First day it no longer allows anything new.';
comment on column impact_assessment.keep_until is 'Day until which it is kept.';
comment on column impact_assessment.person is 'Who made it.';
comment on column impact_assessment.post is 'In which post.';
comment on column impact_assessment.ended_on is 'Day it was taken back, if it was.';
create index impact_assessment_community on impact_assessment (district, community, made_on desc);
comment on index impact_assessment_community is 'Query: the assessments of a community, newest first.';

create table consent (
  district char(6) not null,
  id uuid not null,
  dweller uuid not null,
  person uuid not null,
  path ltree not null,
  compound_path ltree,
  kind text not null check (kind in ('disability', 'low_income', 'care_need', 'under_14', 'party', 'care')),
  given_by text not null check (given_by in ('self', 'guardian', 'family')),
  guardian_is text check (guardian_is in ('father', 'mother', 'grandparent', 'other_guardian', 'spouse', 'child', 'other_family')),
  how text not null check (how in ('own_file', 'paper', 'door')),
  given_at timestamptz not null,
  post uuid,
  withdrawn_at timestamptz,
  withdrawn_how text check (withdrawn_how in ('own_file', 'paper', 'door', 'moved_out')),
  primary key (district, id),
  unique (district, id, path),
  unique (district, id, compound_path),
  foreign key (district, dweller, path) references dweller (district, id, path) on update cascade on delete cascade,
  foreign key (district, dweller, compound_path) references dweller (district, id, compound_path) on update cascade on delete cascade,
  check ((given_by = 'self') = (guardian_is is null)),
  check ((withdrawn_at is null) = (withdrawn_how is null))
);
comment on table consent is 'A consent to one kind of use, given by oneself, a guardian or family; withdrawn as easily as given (个人信息保护法 art. 14, 15, 29, 31).';
comment on column consent.district is 'District code.';
comment on column consent.id is 'Id made by the application.';
comment on column consent.dweller is 'Whose: a tie of the roster.';
comment on column consent.person is 'The person.';
comment on column consent.path is 'Administrative path, kept equal by the foreign key.';
comment on column consent.compound_path is 'Compound path, kept equal by the foreign key.';
comment on column consent.kind is 'disability, low_income, care_need, under_14, party or care.';
comment on column consent.given_by is 'self, guardian (under 14) or family.';
comment on column consent.guardian_is is 'What the guardian or relative is to the person.';
comment on column consent.how is 'own_file (with the phone code), paper (signed) or door.';
comment on column consent.given_at is 'When given.';
comment on column consent.post is 'Post that wrote it down; null when given in one''s own file.';
comment on column consent.withdrawn_at is 'When withdrawn; what rested on it is deleted in the same transaction.';
comment on column consent.withdrawn_how is 'How withdrawn.';
create index consent_dweller on consent (district, dweller, kind);
comment on index consent_dweller is 'Query: the consents of somebody.';

create table sensitive_value (
  district char(6) not null,
  id uuid not null,
  dweller uuid not null,
  person uuid not null,
  path ltree not null,
  compound_path ltree,
  kind text not null check (kind in ('disability', 'low_income', 'care_need', 'under_14')),
  cipher bytea not null,
  consent uuid not null,
  assessment uuid not null,
  recorded_at timestamptz not null,
  primary key (district, id),
  unique (district, dweller, kind),
  foreign key (district, dweller, path) references dweller (district, id, path) on update cascade on delete cascade,
  foreign key (district, dweller, compound_path) references dweller (district, id, compound_path) on update cascade on delete cascade,
  foreign key (district, consent) references consent (district, id) on delete cascade,
  foreign key (district, assessment) references impact_assessment (district, id)
);
comment on table sensitive_value is 'Sensitive data: only with a consent and an assessment, which its foreign keys ask for.';
comment on column sensitive_value.district is 'District code.';
comment on column sensitive_value.id is 'Id made by the application.';
comment on column sensitive_value.dweller is 'Whose.';
comment on column sensitive_value.person is 'Whose key seals it.';
comment on column sensitive_value.path is 'Administrative path, kept equal by the foreign key.';
comment on column sensitive_value.compound_path is 'Compound path, kept equal by the foreign key.';
comment on column sensitive_value.kind is 'disability, low_income, care_need or under_14 (name of a child).';
comment on column sensitive_value.cipher is 'The value, sealed.';
comment on column sensitive_value.consent is 'The consent that allows it.';
comment on column sensitive_value.assessment is 'The assessment that allows it.';
comment on column sensitive_value.recorded_at is 'When it was written down.';

create table party_tie (
  district char(6) not null,
  id uuid not null,
  person uuid not null,
  compound uuid not null,
  compound_path ltree not null,
  home uuid,
  phone_hash bytea,
  name_cipher bytea not null,
  name_masked text not null,
  phone_cipher bytea,
  phone_masked text,
  checked_in boolean not null default false,
  written_by text not null check (written_by in ('self', 'branch')),
  consent_how text not null check (consent_how in ('own_file', 'paper')),
  since date not null,
  primary key (district, id),
  foreign key (district, person) references person (district, id),
  foreign key (district, compound, compound_path) references place (district, id, compound_path) on update cascade
);
comment on table party_tie is 'The compartment of party membership (P07): for the posts of the compound''s branch alone; written by the person or their branch with consent. When it ends, as by moving out, the row is deleted and an act remains.';
comment on column party_tie.district is 'District code.';
comment on column party_tie.id is 'Id made by the application.';
comment on column party_tie.person is 'Whose key seals it: the person of the roster when written in their own file, a person of the compartment alone when written by the branch.';
comment on column party_tie.compound is 'The compound.';
comment on column party_tie.compound_path is 'Path of the compound, kept equal by the foreign key.';
comment on column party_tie.home is 'The home, to end with moving out; no foreign key, the room of the roster is another.';
comment on column party_tie.phone_hash is 'Keyed hash of the phone, to notice that the person moved out.';
comment on column party_tie.name_cipher is 'Name, sealed.';
comment on column party_tie.name_masked is 'Name as shown.';
comment on column party_tie.phone_cipher is 'Phone, sealed.';
comment on column party_tie.phone_masked is 'Phone as shown.';
comment on column party_tie.checked_in is 'In-service member who checked in here 双报到; else the membership lies here.';
comment on column party_tie.written_by is 'self or branch.';
comment on column party_tie.consent_how is 'own_file or paper.';
comment on column party_tie.since is 'Since when.';
create index party_tie_compound on party_tie (district, compound);
comment on index party_tie_compound is 'Query: the members that the branch of a compound keeps.';

create table care (
  district char(6) not null,
  id uuid not null,
  dweller uuid not null,
  person uuid not null,
  home uuid not null,
  path ltree not null,
  compound_path ltree,
  community uuid not null,
  building uuid not null,
  kind text not null check (kind in ('knock_in_storm', 'weekly_visit')),
  asked_by text not null check (asked_by in ('self', 'family')),
  consent uuid not null,
  hint bytea,
  since date not null,
  until date not null check (until > since),
  ended_on date,
  primary key (district, id),
  foreign key (district, dweller, path) references dweller (district, id, path) on update cascade on delete cascade,
  foreign key (district, dweller, compound_path) references dweller (district, id, compound_path) on update cascade on delete cascade,
  foreign key (district, consent) references consent (district, id) on delete cascade
);
comment on table care is 'Somebody asked for a knock in a storm or a weekly visit: bound to that purpose, one home at a time, until a day (P18).';
comment on column care.district is 'District code.';
comment on column care.id is 'Id made by the application.';
comment on column care.dweller is 'Who.';
comment on column care.person is 'Whose key seals the hint.';
comment on column care.home is 'The home.';
comment on column care.path is 'Administrative path, kept equal by the foreign key.';
comment on column care.compound_path is 'Compound path, kept equal by the foreign key.';
comment on column care.community is 'Community of the home.';
comment on column care.building is 'Building of the home.';
comment on column care.kind is 'knock_in_storm or weekly_visit.';
comment on column care.asked_by is 'self or family.';
comment on column care.consent is 'The consent it rests on.';
comment on column care.hint is 'One sealed sentence, as: knock loudly.';
comment on column care.since is 'First day.';
comment on column care.until is 'First day no longer.';
comment on column care.ended_on is 'Day it was ended early.';
create index care_building on care (district, building) where ended_on is null;
comment on index care_building is 'Query: how many agreements a building has, for its captain.';
create index care_community on care (district, community) where ended_on is null;
comment on index care_community is 'Query: how many agreements a community has, by building.';

create table care_open (
  district char(6) not null,
  post uuid not null,
  day date not null,
  opened int not null check (opened >= 0),
  primary key (district, post, day)
);
comment on table care_open is 'How many agreements of care a post opened on a day: limited.';
comment on column care_open.district is 'District code.';
comment on column care_open.post is 'The post.';
comment on column care_open.day is 'The day, Asia/Shanghai.';
comment on column care_open.opened is 'How many.';

create table deletion_certificate (
  district char(6) not null,
  id uuid not null,
  at timestamptz not null,
  rule text not null,
  counts jsonb not null,
  digest bytea not null,
  primary key (district, id)
);
comment on table deletion_certificate is 'What was deleted because its time had passed: by which rule, how many, and a digest of the ids. No personal data.';
comment on column deletion_certificate.district is 'District code.';
comment on column deletion_certificate.id is 'Id made by the application.';
comment on column deletion_certificate.at is 'When.';
comment on column deletion_certificate.rule is 'Rule by its number, as RO66.';
comment on column deletion_certificate.counts is 'How many of what.';
comment on column deletion_certificate.digest is 'SHA-256 of the sorted ids of what was deleted.';
create index deletion_certificate_at on deletion_certificate (district, at desc);
comment on index deletion_certificate_at is 'Query: the certificates, newest first.';

alter table impact_assessment enable row level security;
alter table consent enable row level security;
alter table sensitive_value enable row level security;
alter table party_tie enable row level security;
alter table care enable row level security;
alter table care_open enable row level security;
alter table deletion_certificate enable row level security;

create policy impact_assessment_read on impact_assessment for select using (district = app_district()::char(6));
create policy impact_assessment_kept on impact_assessment using (district = app_district()::char(6)
  and array['community']::text[] && app_audience() and path <@ any (app_scopes()));
create policy consent_kept on consent using (district = app_district()::char(6)
  and (((array['community', 'clock']::text[] && app_audience() or array['captain']::text[] && app_audience() and kind = 'care')
  and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()))) or person = any (app_residents())));
create policy sensitive_value_kept on sensitive_value using (district = app_district()::char(6)
  and ((array['community', 'clock']::text[] && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())))
  or person = any (app_residents())));
create policy party_tie_kept on party_tie using (district = app_district()::char(6)
  and ((array['branch']::text[] && app_audience() and compound_path <@ any (app_scopes())) or person = any (app_residents())
  or array['clock']::text[] && app_audience()));
create policy care_kept on care using (district = app_district()::char(6)
  and ((array['captain', 'community', 'clock']::text[] && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())))
  or person = any (app_residents())));
create policy care_open_kept on care_open using (district = app_district()::char(6) and (post = app_post() or array['clock']::text[] && app_audience()));
create policy deletion_certificate_kept on deletion_certificate using (district = app_district()::char(6)
  and array['community', 'street', 'clock']::text[] && app_audience());

grant select, insert, update on impact_assessment to linli_app;
grant select, insert, update, delete on consent, sensitive_value, care, party_tie to linli_app;
grant select, insert, update on care_open to linli_app;
grant select, insert on deletion_certificate to linli_app;
