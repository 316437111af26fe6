-- Whistles answered: each whistle as a row of its own, single-use links by which a station answers without an account, updates from outside systems,
-- what whistler and departments say of each other, two lines of review, and the public list of what may be whistled.

create table whistle (
  district char(6) not null,
  id uuid not null,
  matter uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  closed_to text[] not null,
  at timestamptz not null,
  situation text not null,
  plan text,
  by_org uuid not null,
  called uuid[] not null,
  reviewed_at timestamptz,
  primary key (district, id),
  foreign key (district, matter, path, compound_path, parties, closed_to)
    references matter (district, id, path, compound_path, parties, closed_to) on update cascade
);
comment on table whistle is 'A whistle that was blown: a matter may be whistled again in a second round.';
comment on column whistle.district is 'Code of the installation.';
comment on column whistle.id is 'Id made by the application; of those blown before this table, the line of the story.';
comment on column whistle.matter is 'The matter.';
comment on column whistle.path is 'Leg of visibility, kept equal to the matter''s.';
comment on column whistle.compound_path is 'Leg of visibility, kept equal to the matter''s.';
comment on column whistle.parties is 'Leg of visibility, kept equal to the matter''s.';
comment on column whistle.closed_to is 'Leg of visibility, kept equal to the matter''s.';
comment on column whistle.at is 'When it was blown.';
comment on column whistle.situation is 'One of the three situations.';
comment on column whistle.plan is 'Code of the plan or list item that it followed.';
comment on column whistle.by_org is 'The community that blew it.';
comment on column whistle.called is 'The stations called, lead first.';
comment on column whistle.reviewed_at is 'When its two lines of review were written.';
create index whistle_matter on whistle (district, matter, at desc);
comment on index whistle_matter is 'Query: the whistles of one matter, latest first, and the foreign key when its legs change.';
create index whistle_unreviewed on whistle (district, by_org, at desc) where reviewed_at is null;
comment on index whistle_unreviewed is 'Query: the whistles of a community that have no review yet.';
create index whistle_latest on whistle (district, at desc);
comment on index whistle_latest is 'Query: the whistles of the last months that a station was called to.';

insert into whistle (district, id, matter, path, compound_path, parties, closed_to, at, situation, plan, by_org, called)
select e.district, e.id, e.matter, e.path, e.compound_path, e.parties, e.closed_to, e.at, e.facts ->> 'situation', e.facts ->> 'plan', m.accountable,
  array[(e.facts ->> 'lead')::uuid] || coalesce((select array_agg(p.org order by p.org) from matter_party p
    where p.district = e.district and p.matter = e.matter and p.role = 'support'), '{}')
from matter_entry e join matter m on m.district = e.district and m.id = e.matter
where e.kind = 'whistle' and e.facts ->> 'situation' is not null and e.facts ->> 'lead' is not null;

create table answer_link (
  district char(6) not null,
  id uuid not null,
  matter uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  closed_to text[] not null,
  org uuid not null,
  token bytea not null,
  code bytea not null,
  made_at timestamptz not null,
  made_post uuid not null,
  expires_at timestamptz not null,
  tries smallint not null default 0,
  used_at timestamptz,
  used_for text,
  withdrawn_at timestamptz,
  primary key (district, id),
  unique (district, token),
  foreign key (district, matter, path, compound_path, parties, closed_to)
    references matter (district, id, path, compound_path, parties, closed_to) on update cascade
);
comment on table answer_link is 'Links by which a party answers once without signing in. Neither the link nor its code can be read from here.';
comment on column answer_link.district is 'Code of the installation.';
comment on column answer_link.id is 'Id made by the application.';
comment on column answer_link.matter is 'The matter.';
comment on column answer_link.path is 'Leg of visibility, kept equal to the matter''s.';
comment on column answer_link.compound_path is 'Leg of visibility, kept equal to the matter''s.';
comment on column answer_link.parties is 'Leg of visibility, kept equal to the matter''s.';
comment on column answer_link.closed_to is 'Leg of visibility, kept equal to the matter''s.';
comment on column answer_link.org is 'The party that may answer by it.';
comment on column answer_link.token is 'SHA-256 of what stands in the link.';
comment on column answer_link.code is 'SHA-256 of the link and its six digits together.';
comment on column answer_link.made_at is 'When it was made.';
comment on column answer_link.made_post is 'Post that made it.';
comment on column answer_link.expires_at is 'Until when it opens.';
comment on column answer_link.tries is 'Wrong codes so far; five lock it.';
comment on column answer_link.used_at is 'When it was answered by; it never opens again.';
comment on column answer_link.used_for is 'The move that was made by it.';
comment on column answer_link.withdrawn_at is 'When a newer link took its place.';
create index answer_link_matter on answer_link (district, matter, org, made_at desc);
comment on index answer_link_matter is 'Query: the links of a matter''s parties, latest first, and the foreign key when its legs change.';

create table outside_update (
  district char(6) not null,
  org uuid not null,
  update_id text not null,
  matter uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  closed_to text[] not null,
  told_at timestamptz not null,
  received_at timestamptz not null,
  state text,
  applied boolean not null,
  primary key (district, org, update_id),
  foreign key (district, matter, path, compound_path, parties, closed_to)
    references matter (district, id, path, compound_path, parties, closed_to) on update cascade
);
comment on table outside_update is 'Updates from outside systems, each taken once: the same id delivered again changes nothing.';
comment on column outside_update.district is 'Code of the installation.';
comment on column outside_update.org is 'The party whose system it comes from.';
comment on column outside_update.update_id is 'Id that the outside system gave it.';
comment on column outside_update.matter is 'The matter.';
comment on column outside_update.path is 'Leg of visibility, kept equal to the matter''s.';
comment on column outside_update.compound_path is 'Leg of visibility, kept equal to the matter''s.';
comment on column outside_update.parties is 'Leg of visibility, kept equal to the matter''s.';
comment on column outside_update.closed_to is 'Leg of visibility, kept equal to the matter''s.';
comment on column outside_update.told_at is 'When it happened, as the outside system says.';
comment on column outside_update.received_at is 'When it came in.';
comment on column outside_update.state is 'came, done, unable, explained; null: words alone.';
comment on column outside_update.applied is 'Whether the state was taken over; a late update keeps its text only.';
create index outside_update_matter on outside_update (district, matter, org, told_at desc);
comment on index outside_update_matter is 'Query: the last update of a party that was taken over, and the foreign key when legs change.';

create table whistle_rating (
  district char(6) not null,
  id uuid not null,
  whistle uuid not null,
  matter uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  closed_to text[] not null,
  by_org uuid not null,
  of_org uuid not null,
  answers smallint[] not null check (cardinality(answers) = 3 and answers <@ array[0, 1, 2]::smallint[]),
  said text not null default '',
  at timestamptz not null,
  shown_at timestamptz,
  primary key (district, id),
  unique (district, whistle, by_org, of_org),
  foreign key (district, whistle) references whistle (district, id),
  foreign key (district, matter, path, compound_path, parties, closed_to)
    references matter (district, id, path, compound_path, parties, closed_to) on update cascade
);
comment on table whistle_rating is 'What the whistling community says of a department and a department of the whistle. Sealed until both are in or the time is over; never edited.';
comment on column whistle_rating.district is 'Code of the installation.';
comment on column whistle_rating.id is 'Id made by the application.';
comment on column whistle_rating.whistle is 'The whistle.';
comment on column whistle_rating.matter is 'The matter.';
comment on column whistle_rating.path is 'Leg of visibility, kept equal to the matter''s.';
comment on column whistle_rating.compound_path is 'Leg of visibility, kept equal to the matter''s.';
comment on column whistle_rating.parties is 'Leg of visibility, kept equal to the matter''s.';
comment on column whistle_rating.closed_to is 'Leg of visibility, kept equal to the matter''s.';
comment on column whistle_rating.by_org is 'Who says it: an organisation, never a person.';
comment on column whistle_rating.of_org is 'Of whom: the department called, or the community that blew.';
comment on column whistle_rating.answers is 'Three answers, each 2 yes, 1 partly, 0 no, in the order of the questions.';
comment on column whistle_rating.said is 'A sentence with it.';
comment on column whistle_rating.at is 'When it was given.';
comment on column whistle_rating.shown_at is 'When both sides could read it; until then its own organisation and the clock alone.';
create index whistle_rating_matter on whistle_rating (district, matter);
comment on index whistle_rating_matter is 'Query: what was said about the whistles of a matter, and the foreign key when its legs change.';

create table whistle_review (
  district char(6) not null,
  id uuid not null,
  whistle uuid not null,
  matter uuid not null,
  path ltree not null,
  compound_path ltree not null,
  parties uuid[] not null,
  closed_to text[] not null,
  lacked text not null,
  changes text not null,
  by_org uuid not null,
  until date not null,
  item text,
  at timestamptz not null,
  done_at timestamptz,
  primary key (district, id),
  unique (district, whistle),
  foreign key (district, whistle) references whistle (district, id),
  foreign key (district, matter, path, compound_path, parties, closed_to)
    references matter (district, id, path, compound_path, parties, closed_to) on update cascade
);
comment on table whistle_review is 'Two lines after each whistle: what the process lacked; what changes, by whom, until when. It judges a process and nobody.';
comment on column whistle_review.district is 'Code of the installation.';
comment on column whistle_review.id is 'Id made by the application.';
comment on column whistle_review.whistle is 'The whistle.';
comment on column whistle_review.matter is 'The matter.';
comment on column whistle_review.path is 'Leg of visibility, kept equal to the matter''s.';
comment on column whistle_review.compound_path is 'Leg of visibility, kept equal to the matter''s.';
comment on column whistle_review.parties is 'Leg of visibility, kept equal to the matter''s.';
comment on column whistle_review.closed_to is 'Leg of visibility, kept equal to the matter''s.';
comment on column whistle_review.lacked is 'What the process lacked.';
comment on column whistle_review.changes is 'What changes.';
comment on column whistle_review.by_org is 'Who changes it.';
comment on column whistle_review.until is 'Until when, a civil day.';
comment on column whistle_review.item is 'Code of the item of the public list that is suggested to be amended; ''new'' for one that is missing.';
comment on column whistle_review.at is 'When it was written.';
comment on column whistle_review.done_at is 'When the change was said to be made.';
create index whistle_review_matter on whistle_review (district, matter);
comment on index whistle_review_matter is 'Query: the reviews of a matter, and the foreign key when its legs change.';
create index whistle_review_promised on whistle_review (district, by_org, until) where done_at is null;
comment on index whistle_review_promised is 'Query: what was promised and is not yet done, by day.';

create table whistle_item (
  district char(6) not null,
  street uuid not null,
  code text not null,
  version int not null check (version > 0),
  valid_from date not null,
  entry jsonb not null,
  reason text not null,
  from_number text not null,
  at timestamptz not null,
  post uuid not null,
  primary key (district, street, code, version),
  foreign key (district, street) references org (district, id)
);
comment on table whistle_item is 'Amendments of the public list of what may be whistled: new versions stand beside the old, nothing is edited. Public.';
comment on column whistle_item.district is 'Code of the installation.';
comment on column whistle_item.street is 'The street whose list it is.';
comment on column whistle_item.code is 'Code of the item: that of the pack, or a new one.';
comment on column whistle_item.version is 'Counts from 1; the pack''s own is 0.';
comment on column whistle_item.valid_from is 'From which day it holds.';
comment on column whistle_item.entry is 'The item: name, situation, categories, lead, supports, tasks, source; {"gone": true} when it is taken off the list.';
comment on column whistle_item.reason is 'Why, in a sentence that everybody may read.';
comment on column whistle_item.from_number is 'Number of the matter that taught it.';
comment on column whistle_item.at is 'When it was entered.';
comment on column whistle_item.post is 'Post that entered it.';

alter table whistle enable row level security;
alter table answer_link enable row level security;
alter table outside_update enable row level security;
alter table whistle_rating enable row level security;
alter table whistle_review enable row level security;
create policy whistle_seen on whistle using (district = app_district()::char(6) and (matter = any (app_matters())
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()))));
create policy answer_link_seen on answer_link using (district = app_district()::char(6) and (matter = any (app_matters())
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()))));
create policy outside_update_seen on outside_update using (district = app_district()::char(6) and (matter = any (app_matters())
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()))));
create policy whistle_review_seen on whistle_review using (district = app_district()::char(6) and (matter = any (app_matters())
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()))));
create policy whistle_rating_seen on whistle_rating using (district = app_district()::char(6) and (matter = any (app_matters())
  or (not closed_to && app_audience() and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs())))
  and (shown_at is not null or by_org = any (app_orgs()) or 'clock' = any (app_audience())));
grant select, insert on whistle, answer_link, outside_update, whistle_rating, whistle_review, whistle_item to linli_app;
grant update (reviewed_at) on whistle to linli_app;
grant update (tries, used_at, used_for, withdrawn_at) on answer_link to linli_app;
grant update (shown_at) on whistle_rating to linli_app;
grant update (done_at) on whistle_review to linli_app;

create index matter_party_outside on matter_party (district, (upper(replace(outside_number, ' ', '')))) where outside_number is not null;
comment on index matter_party_outside is 'Query: the matters that carry a number of an outside system.';
create index matter_outside on matter (district, (upper(replace(outside_number, ' ', '')))) where outside_number is not null;
comment on index matter_outside is 'Query: the matters that came in with a number of an outside system.';
create index outbox_order on outbox (recipient, (facts ->> 'matter'), id) where sent_at is null and failed_at is null;
comment on index outbox_order is 'Query: whether an earlier notice about the same matter to the same recipient still waits; order is kept.';
create index outbox_stuck on outbox (district, id) where tries > 0 and sent_at is null;
comment on index outbox_stuck is 'Query: notices that could not be delivered so far, or were given up.';

create or replace function matter_search(sought text, sought_number text, communities uuid[], only_open boolean, of_category text, of_state text,
  of_compound uuid, before_at timestamptz, before_id uuid, take int)
returns setof uuid language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here char(6) := app_district();
  scopes ltree[] := app_scopes();
  orgs uuid[] := app_orgs();
  audience text[] := app_audience();
  opened uuid[] := app_matters();
  plain boolean := lower(sought) = upper(sought);
  outside uuid[];
begin
  if sought = '' or here = '' then return; end if;
  outside := array(select p.matter from matter_party p
      where p.district = here and p.outside_number is not null and upper(replace(p.outside_number, ' ', '')) = sought_number
    union select o.id from matter o
      where o.district = here and o.outside_number is not null and upper(replace(o.outside_number, ' ', '')) = sought_number limit 200);
  return query select m.id from matter m
    where m.district = here and m.community = any (communities)
      and (of_category is null or m.category = of_category) and (of_state is null or m.state = of_state)
      and (of_compound is null or m.compound = of_compound) and (not only_open or m.state not in ('closed', 'withdrawn'))
      and (before_at is null or (m.filed_at, m.id) < (before_at, before_id))
      and (m.number = sought_number or m.id = any (outside) or case when plain then position(sought in m.words) > 0 or position(sought in m.title) > 0
        else position(lower(sought) in lower(m.words)) > 0 or position(lower(sought) in lower(m.title)) > 0 end)
      and (m.id = any (opened) or (not m.closed_to && audience
        and (m.path <@ any (scopes) or m.compound_path <@ any (scopes) or m.parties && orgs)))
    order by m.filed_at desc, m.id desc limit take;
end $$;
