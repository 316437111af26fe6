-- Notices inside the product can be read: by the post, the organisation or the street that they went to, and by nobody else. Each person keeps marks of their own.
create function app_inboxes() returns text[] stable language sql as $$
  select ('{' || concat_ws(',', 'post:' || app_post()::text, 'org:' || nullif(array_to_string(app_orgs(), ',org:'), ''),
    case when array['street']::text[] && app_audience() then 'street:' || nullif(array_to_string(app_scopes(), ',street:'), '') end) || '}')::text[] $$;
comment on function app_inboxes() is 'Recipients of notices that the actor reads for: the post acted in, the organisations it speaks for, its street; empty when no scope is set.';

alter table notice add column day date;
update notice set day = (at at time zone 'Asia/Shanghai')::date;
alter table notice alter column day set not null;
comment on column notice.day is 'Civil day of delivery: notices about one subject are one line on it.';
alter table notice drop column read_at;
comment on column notice.subject is 'What it is about: a matter, a dispute, a meeting.';
comment on column notice.recipient is 'post:<id>, org:<id> or street:<path>.';
comment on column outbox.recipient is 'post:<id>, org:<id>, street:<path> or contact:<id>; never a phone or a name.';

-- Which street is told stands in the recipient, and what a notice is about in its subject, for whatever kind it is.
update notice set subject = coalesce((facts ->> 'dispute')::uuid, (facts ->> 'meeting')::uuid, id) where subject = '00000000-0000-0000-0000-000000000000';
update notice n set recipient = 'street:' || subpath(m.path, 0, 2)::text from matter m where n.recipient = 'street' and m.district = n.district and m.id = n.subject;
update outbox o set recipient = 'street:' || subpath(m.path, 0, 2)::text from matter m
  where o.recipient = 'street' and m.district = o.district and m.id = (o.facts ->> 'matter')::uuid;

drop index notice_recipient;
create index notice_recipient on notice (district, recipient, at desc, id desc);
comment on index notice_recipient is 'Query: notices of a post, organisation or street, newest first.';
create index notice_line on notice (district, subject, day);
comment on index notice_line is 'Query: what else came about the same subject on the same day, folded into one line.';
create index notice_old on notice (district, at);
comment on index notice_old is 'Query: notices that were kept long enough, to be forgotten.';

create table notice_opened (
  district char(6) not null,
  notice uuid not null,
  person uuid not null,
  primary key (district, notice, person),
  foreign key (district, notice) references notice (district, id) on delete cascade
);
comment on table notice_opened is 'That a person opened one notice, and with it what came before about the same subject on that day.';
comment on column notice_opened.district is 'District code.';
comment on column notice_opened.notice is 'The newest notice of the line that was opened.';
comment on column notice_opened.person is 'Who opened it.';

create table notice_seen (
  district char(6) not null,
  person uuid not null,
  post uuid not null,
  until timestamptz not null,
  before timestamptz,
  primary key (district, person, post),
  foreign key (district, post) references post (district, id) on delete cascade
);
comment on table notice_seen is 'Until when a person in a post has looked through all notices.';
comment on column notice_seen.district is 'District code.';
comment on column notice_seen.person is 'Whose mark it is.';
comment on column notice_seen.post is 'The post in which they read.';
comment on column notice_seen.until is 'Delivery of the newest notice that was looked through.';
comment on column notice_seen.before is 'The mark before, to take the last one back; null once it was.';

alter table notice enable row level security;
alter table notice_opened enable row level security;
alter table notice_seen enable row level security;
create policy notice_kept on notice using (district = app_district()::char(6) and array['clock']::text[] && app_audience());
create policy notice_read on notice for select using (district = app_district()::char(6) and recipient = any (app_inboxes()));
create policy notice_opened_own on notice_opened using (district = app_district()::char(6) and person = app_person());
create policy notice_seen_own on notice_seen using (district = app_district()::char(6) and (person = app_person() or array['clock']::text[] && app_audience()));
revoke update on notice from linli_app;
grant select, insert on notice_opened to linli_app;
grant select, insert, update, delete on notice_seen to linli_app;
