-- The ground: what a transaction knows of its actor, and the tables that every capability uses.

create function app_district() returns text stable language sql as
  $$ select coalesce(nullif(current_setting('app.district', true), ''), '') $$;
comment on function app_district() is 'District of the actor of this transaction; empty when no scope is set.';

create function app_person() returns uuid stable language sql as
  $$ select nullif(current_setting('app.person', true), '')::uuid $$;
comment on function app_person() is 'Person who acts in this transaction; null for the clock and the public.';

create function app_scopes() returns ltree[] stable language sql as
  $$ select coalesce(nullif(current_setting('app.scopes', true), ''), '{}')::ltree[] $$;
comment on function app_scopes() is 'Administrative and compound paths within which the actor sees; empty when no scope is set.';

create function app_orgs() returns uuid[] stable language sql as
  $$ select coalesce(nullif(current_setting('app.orgs', true), ''), '{}')::uuid[] $$;
comment on function app_orgs() is 'Organisations for which the actor acts; empty when no scope is set.';

create function app_audience() returns text[] stable language sql as
  $$ select coalesce(nullif(current_setting('app.audience', true), ''), '{}')::text[] $$;
comment on function app_audience() is 'Audiences the actor belongs to (captain, grid, community …); empty when no scope is set.';

create function app_matters() returns uuid[] stable language sql as
  $$ select coalesce(nullif(current_setting('app.matters', true), ''), '{}')::uuid[] $$;
comment on function app_matters() is 'Single matters that a receipt opened for this transaction; empty when none.';

create table district (
  district char(6) primary key,
  name text not null,
  path ltree not null,
  installed_at timestamptz not null
);
comment on table district is 'The district of this installation; its code never changes, official codes are attributes of places.';
comment on column district.district is 'Six-digit code at installation.';
comment on column district.name is 'Name shown on screens.';
comment on column district.path is 'Root of the administrative paths; the scope of the clock.';
comment on column district.installed_at is 'When the installation was made.';

create table setting (
  district char(6) not null,
  name text not null,
  value text not null,
  primary key (district, name)
);
comment on table setting is 'Few settings that the product keeps for itself, such as how far the clock of a demo is set back.';
comment on column setting.district is 'District code.';
comment on column setting.name is 'Name of the setting.';
comment on column setting.value is 'Value as text.';

create table idempotency (
  district char(6) not null,
  actor text not null,
  key text not null,
  request bytea not null,
  reply jsonb,
  at timestamptz not null,
  primary key (district, actor, key)
);
comment on table idempotency is 'One row per write that carried a key, kept 30 days: the same key with the same body gets the same reply.';
comment on column idempotency.district is 'District code.';
comment on column idempotency.actor is 'Who wrote: a post, a person, the public or a follow token, never a phone.';
comment on column idempotency.key is 'Key made by the client.';
comment on column idempotency.request is 'SHA-256 of the command and its body; another body under the same key is refused.';
comment on column idempotency.reply is 'Ids and codes that the reply is drawn from; null while the first request runs.';
comment on column idempotency.at is 'When first seen.';
create index idempotency_old on idempotency (at);
comment on index idempotency_old is 'Query: the daily job that forgets keys older than 30 days.';

create table timer (
  id uuid primary key,
  district char(6) not null,
  due timestamptz not null,
  kind text not null,
  subject uuid not null,
  facts jsonb not null default '{}',
  tries int not null default 0,
  error text
);
comment on table timer is 'Durable timers, swept with skip locked. On the coordinator in a distributed installation, hence no foreign key.';
comment on column timer.id is 'Id made by the application.';
comment on column timer.district is 'District whose clock will act.';
comment on column timer.due is 'Time of the product clock at which it fires.';
comment on column timer.kind is 'Kind, as in the registry of jobs.';
comment on column timer.subject is 'What it is about, usually a matter.';
comment on column timer.facts is 'Codes, ids and numbers only.';
comment on column timer.tries is 'Failed tries so far; each moves due back.';
comment on column timer.error is 'First line of the last failure.';
create index timer_due on timer (due, id);
comment on index timer_due is 'Query: the sweep, timers that are due, oldest first.';
create index timer_subject on timer (subject, kind);
comment on index timer_subject is 'Query: cancel the timers of one subject.';

create table outbox (
  id uuid primary key,
  district char(6) not null,
  due timestamptz not null,
  channel text not null,
  recipient text not null,
  template text not null,
  facts jsonb not null default '{}',
  tries int not null default 0,
  sent_at timestamptz,
  failed_at timestamptz,
  error text
);
comment on table outbox is 'Notices on their way out, with retry. Delivery has its own state, apart from the matter.';
comment on column outbox.id is 'Id made by the application.';
comment on column outbox.district is 'District code.';
comment on column outbox.due is 'Next time to try.';
comment on column outbox.channel is 'app (in-app notice), sms, log.';
comment on column outbox.recipient is 'post:<id>, org:<id> or contact:<id>; never a phone or a name.';
comment on column outbox.template is 'Template of the text; names and words are filled in at delivery, never stored here.';
comment on column outbox.facts is 'Codes, ids and numbers only.';
comment on column outbox.tries is 'Failed tries so far.';
comment on column outbox.sent_at is 'When delivered.';
comment on column outbox.failed_at is 'When given up.';
comment on column outbox.error is 'First line of the last failure.';
create index outbox_due on outbox (due, id) where sent_at is null and failed_at is null;
comment on index outbox_due is 'Query: the sender, notices that are due, oldest first.';

create table notice (
  district char(6) not null,
  id uuid not null,
  recipient text not null,
  template text not null,
  subject uuid not null,
  facts jsonb not null default '{}',
  at timestamptz not null,
  read_at timestamptz,
  primary key (district, id)
);
comment on table notice is 'Notices delivered inside the product.';
comment on column notice.district is 'District code.';
comment on column notice.id is 'Id, the same as in the outbox, so that a second delivery changes nothing.';
comment on column notice.recipient is 'post:<id> or org:<id>.';
comment on column notice.template is 'Template of the sentence.';
comment on column notice.subject is 'What it is about, usually a matter.';
comment on column notice.facts is 'Codes, ids and numbers only.';
comment on column notice.at is 'When delivered.';
comment on column notice.read_at is 'When opened.';
create index notice_recipient on notice (district, recipient, at desc);
comment on index notice_recipient is 'Query: notices of a post or organisation, newest first.';

grant usage on schema public to linli_app, linli_auth;
grant select on district to linli_app, linli_auth;
grant select on setting to linli_app;
grant select, insert, update, delete on setting, idempotency, timer, outbox, notice to linli_app;
grant insert, update on district to linli_app;
