-- Offices: who is there to act. Organisations, their posts, who holds them from when to when, and the teams made of them.
-- Holders of public offices stand here by name; residents never do.

create table org (
  district char(6) not null,
  id uuid not null,
  kind text not null check (kind in ('street', 'community', 'station', 'utility', 'firm', 'developer', 'owners', 'branch', 'unit', 'team')),
  station_kind text,
  name text not null check (name <> ''),
  short_name text,
  badge char(1) not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  phone_public text,
  urgent_by_phone boolean not null default false,
  valid_from date,
  valid_to date,
  primary key (district, id),
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  check ((kind = 'station' and station_kind in
      ('enforcement', 'police', 'market', 'justice', 'fire', 'ecology', 'housing', 'rental_housing'))
    or (kind = 'utility' and station_kind in ('water', 'gas', 'power'))
    or (kind not in ('station', 'utility') and station_kind is null)),
  check (valid_to is null or valid_from is null or valid_to > valid_from)
);
comment on table org is
  'An organisation that can be a party: street, community, station of an organ, utility, firm, developer, owners'' body, branch, unit, team.';
comment on column org.district is 'District code.';
comment on column org.id is 'Id made by the application.';
comment on column org.kind is 'Kind of party; decides which moves exist towards it.';
comment on column org.station_kind is 'Which organ''s station, or which utility.';
comment on column org.name is 'Full name.';
comment on column org.short_name is 'Name in running text.';
comment on column org.badge is 'One Chinese character shown in front of the name.';
comment on column org.place is 'Place it belongs to: where it sits, or the area it answers for.';
comment on column org.path is 'Administrative path of that place.';
comment on column org.compound_path is 'Compound path of that place, where it lies in a compound.';
comment on column org.phone_public is 'Public telephone, complaint line of a firm.';
comment on column org.urgent_by_phone is 'Urgent things are told by telephone first, then written down.';
comment on column org.valid_from is 'First day it exists; null when always.';
comment on column org.valid_to is 'First day it no longer exists; null while it does.';
create index org_of_place on org (district, place);
comment on index org_of_place is 'Query: organisations that have their seat or area at one of these places; the foreign key when a path changes.';

create table org_place (
  district char(6) not null,
  org uuid not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  hours text,
  first_in_line boolean not null default false,
  valid_from date not null,
  valid_to date,
  primary key (district, org, place, valid_from),
  foreign key (district, org) references org (district, id),
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  check (valid_to is null or valid_to > valid_from)
);
comment on table org_place is
  'Which compounds (or other places) an organisation serves: firm, owners'' body, developer, branch, or a station bound to the compound.';
comment on column org_place.district is 'District code.';
comment on column org_place.org is 'Organisation.';
comment on column org_place.place is 'Place served.';
comment on column org_place.path is 'Administrative path of the place.';
comment on column org_place.compound_path is 'Compound path of the place.';
comment on column org_place.hours is 'Hours of presence as people read them, as 周一至周五 9:00–17:00.';
comment on column org_place.first_in_line is 'First in line for whistles here, before others of its kind.';
comment on column org_place.valid_from is 'First day of service.';
comment on column org_place.valid_to is 'First day it no longer serves; null while it does.';
create index org_place_served on org_place (district, place, valid_to);
comment on index org_place_served is 'Query: parties of a compound.';

create table post (
  district char(6) not null,
  id uuid not null,
  org uuid not null,
  kind text not null,
  title text not null check (title <> ''),
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  audience text not null check (audience in
    ('captain', 'grid', 'community', 'branch', 'owners', 'firm', 'station', 'utility', 'developer', 'street', 'unit')),
  floor_from int,
  floor_to int,
  quiet_from time,
  quiet_to time,
  phone text,
  named_worker boolean not null default false,
  valid_from date,
  valid_to date,
  primary key (district, id),
  foreign key (district, org) references org (district, id),
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  check (floor_from is null or floor_to is null or floor_to >= floor_from),
  check (valid_to is null or valid_from is null or valid_to > valid_from)
);
comment on table post is 'A post that can be held or vacant; the post stays when its holder changes.';
comment on column post.district is 'District code.';
comment on column post.id is 'Id made by the application.';
comment on column post.org is 'Organisation it belongs to.';
comment on column post.kind is 'Kind of post, as captain or grid_worker.';
comment on column post.title is 'Title as shown, as 3号楼楼栋长.';
comment on column post.place is 'Place it is for.';
comment on column post.path is 'Administrative path of that place.';
comment on column post.compound_path is 'Compound path of that place, at and below a compound.';
comment on column post.audience is 'One word that decides what is closed to this post.';
comment on column post.floor_from is 'First floor of a captain who has part of a tall building; null for the whole.';
comment on column post.floor_to is 'Last floor of a captain who has part of a tall building.';
comment on column post.quiet_from is 'Start of quiet hours: only emergencies reach the holder.';
comment on column post.quiet_to is 'End of quiet hours.';
comment on column post.phone is 'Telephone of the post; shown to the public only when the holder agrees.';
comment on column post.named_worker is 'Takes what must reach one named worker at once: words of violence, harm to a child, suicide.';
comment on column post.valid_from is 'First day the post exists; null when always.';
comment on column post.valid_to is 'First day it no longer exists; null while it does.';
create index post_of_place on post (district, place, kind);
comment on index post_of_place is 'Query: the chain of a place, posts on the place and its ancestors.';
create index post_of_org on post (district, org, kind);
comment on index post_of_org is 'Query: posts of an organisation.';

create table post_place (
  district char(6) not null,
  post uuid not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  primary key (district, post, place),
  foreign key (district, post) references post (district, id),
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade
);
comment on table post_place is 'Further places of a post: a grid leader with two grids, a joint branch over two compounds.';
comment on column post_place.district is 'District code.';
comment on column post_place.post is 'Post.';
comment on column post_place.place is 'Further place.';
comment on column post_place.path is 'Administrative path of that place.';
comment on column post_place.compound_path is 'Compound path of that place.';
create index post_place_of_place on post_place (district, place);
comment on index post_place_of_place is 'Query: the chain of a place, posts that have it as a further place.';

create table officer (
  district char(6) not null,
  person uuid not null,
  name text not null check (name <> ''),
  primary key (district, person)
);
comment on table officer is 'Names of people who hold a post: public-office data. A resident without a post is never here.';
comment on column officer.district is 'District code.';
comment on column officer.person is 'Person.';
comment on column officer.name is 'Name under which the office is held.';

create table tenure (
  district char(6) not null,
  id uuid not null,
  post uuid not null,
  person uuid not null,
  from_date date not null,
  to_date date,
  term_until date,
  consent_at date,
  public_name boolean not null default true,
  public_phone boolean not null default false,
  deputy_of uuid,
  primary key (district, id),
  foreign key (district, post) references post (district, id),
  foreign key (district, person) references officer (district, person),
  foreign key (district, deputy_of) references tenure (district, id),
  check (to_date is null or to_date >= from_date)
);
comment on table tenure is 'Who holds a post from when to when.';
comment on column tenure.district is 'District code.';
comment on column tenure.id is 'Id made by the application.';
comment on column tenure.post is 'Post held.';
comment on column tenure.person is 'Holder.';
comment on column tenure.from_date is 'First day in the post.';
comment on column tenure.to_date is 'First day no longer in the post; null while held.';
comment on column tenure.term_until is 'Agreed end of the term, to be renewed or let go.';
comment on column tenure.consent_at is 'Day of the holder''s yes in writing; required of building captains.';
comment on column tenure.public_name is 'The holder''s name may stand on posters and public pages.';
comment on column tenure.public_phone is 'The telephone of the post may stand there as well.';
comment on column tenure.deputy_of is 'Tenure for which this person stands in; null for the holder.';
create unique index tenure_holder on tenure (district, post) where to_date is null and deputy_of is null;
comment on index tenure_holder is 'Query: the holder of a post now; there is one at most.';
create index tenure_person on tenure (district, person, to_date);
comment on index tenure_person is 'Query: in which posts a person stands, at sign-in.';
create index tenure_post on tenure (district, post, from_date);
comment on index tenure_post is 'Query: who held a post on a date.';

create table team (
  district char(6) not null,
  id uuid not null,
  kind text not null check (kind in ('command', 'area_contract', 'co_governance', 'group', 'project')),
  name text not null check (name <> ''),
  purpose text,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  from_date date not null,
  to_date date,
  primary key (district, id),
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  check (to_date is null or to_date > from_date)
);
comment on table team is 'A team of people from several levels bound to a place: command team of three, area contract, co-governance group.';
comment on column team.district is 'District code.';
comment on column team.id is 'Id made by the application.';
comment on column team.kind is 'Kind of team.';
comment on column team.name is 'Name as shown.';
comment on column team.purpose is 'What it is for, in a sentence.';
comment on column team.place is 'Place it is bound to.';
comment on column team.path is 'Administrative path of that place.';
comment on column team.compound_path is 'Compound path of that place.';
comment on column team.from_date is 'First day.';
comment on column team.to_date is 'First day it no longer exists; null while it does.';
create index team_of_place on team (district, place);
comment on index team_of_place is 'Query: teams of a place and its ancestors, beside the chain.';

create table team_member (
  district char(6) not null,
  team uuid not null,
  person uuid not null,
  post uuid,
  role text not null,
  from_unit text,
  from_date date not null,
  to_date date,
  primary key (district, team, person, from_date),
  foreign key (district, team) references team (district, id),
  foreign key (district, person) references officer (district, person),
  foreign key (district, post) references post (district, id),
  check (to_date is null or to_date > from_date)
);
comment on table team_member is 'Who is in a team, and in which post.';
comment on column team_member.district is 'District code.';
comment on column team_member.team is 'Team.';
comment on column team_member.person is 'Member.';
comment on column team_member.post is 'Post in which the person is a member, where there is one here.';
comment on column team_member.role is 'Role in the team, as 组长.';
comment on column team_member.from_unit is 'Unit that sends the member, as 区人社局.';
comment on column team_member.from_date is 'First day.';
comment on column team_member.to_date is 'First day no longer a member; null while one.';
create index team_member_person on team_member (district, person);
comment on index team_member_person is 'Query: teams of a person.';

alter table org enable row level security;
create policy org_district on org using (district = app_district()::char(6)) with check (district = app_district()::char(6));
alter table org_place enable row level security;
create policy org_place_district on org_place using (district = app_district()::char(6)) with check (district = app_district()::char(6));
alter table post enable row level security;
create policy post_district on post using (district = app_district()::char(6)) with check (district = app_district()::char(6));
alter table post_place enable row level security;
create policy post_place_district on post_place using (district = app_district()::char(6)) with check (district = app_district()::char(6));
alter table officer enable row level security;
create policy officer_district on officer using (district = app_district()::char(6)) with check (district = app_district()::char(6));
alter table tenure enable row level security;
create policy tenure_district on tenure using (district = app_district()::char(6)) with check (district = app_district()::char(6));
alter table team enable row level security;
create policy team_district on team using (district = app_district()::char(6)) with check (district = app_district()::char(6));
alter table team_member enable row level security;
create policy team_member_district on team_member using (district = app_district()::char(6)) with check (district = app_district()::char(6));

grant select, insert, update on org, org_place, post, post_place, officer, tenure, team, team_member to linli_app;
