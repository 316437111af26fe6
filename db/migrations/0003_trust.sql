-- Who is signed in (schema auth, a role of its own) and what identifies people (encrypted, one key per person).

-- Accounts, sessions and cards. Only linli_auth reaches them: whoever breaks into linli_app finds no session and no password.
create schema if not exists auth authorization linli_auth;
set role linli_auth;

-- The four tables of better-auth 1.7, as its own compiler prints them; names of columns are its names.
create table auth."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  "username" text unique,
  "displayUsername" text,
  "district" text not null,
  "person" text not null
);
comment on table auth."user" is 'An account of somebody who holds posts. Residents have none. Holds no real name and no phone.';
comment on column auth."user"."id" is 'Id of the account.';
comment on column auth."user"."name" is 'Sign-in name again; the library asks for it, a real name never stands here.';
comment on column auth."user"."email" is 'Made-up address under .invalid; the library asks for it.';
comment on column auth."user"."emailVerified" is 'Always false; asked for by the library.';
comment on column auth."user"."image" is 'Unused; asked for by the library.';
comment on column auth."user"."createdAt" is 'When made (wall clock).';
comment on column auth."user"."updatedAt" is 'When last changed (wall clock).';
comment on column auth."user"."username" is 'Sign-in name in lower case; one per installation.';
comment on column auth."user"."displayUsername" is 'Sign-in name as typed.';
comment on column auth."user"."district" is 'District code.';
comment on column auth."user"."person" is 'Person whose posts the account may act in.';
create index user_person on auth."user" ("district", "person");
comment on index auth.user_person is 'Query: the account of a person, for demo sign-in and for closing an account.';

create table auth."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);
comment on table auth."session" is 'Who is signed in now. A row alone opens nothing: the cookie also carries an HMAC made with the key of sessions.';
comment on column auth."session"."id" is 'Id.';
comment on column auth."session"."expiresAt" is 'End of the session (wall clock).';
comment on column auth."session"."token" is 'Random text in the cookie.';
comment on column auth."session"."createdAt" is 'When signed in (wall clock).';
comment on column auth."session"."updatedAt" is 'When last prolonged (wall clock).';
comment on column auth."session"."ipAddress" is 'Kept empty: no track of where people are.';
comment on column auth."session"."userAgent" is 'Kept empty, likewise.';
comment on column auth."session"."userId" is 'Account.';
create index "session_userId_idx" on auth."session" ("userId");
comment on index auth."session_userId_idx" is 'Query: end all sessions of an account.';
create index session_expires on auth."session" ("expiresAt");
comment on index auth.session_expires is 'Query: the daily job that forgets sessions that have ended.';

create table auth."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);
comment on table auth."account" is 'Ways to sign in to an account: password here, other providers later.';
comment on column auth."account"."id" is 'Id.';
comment on column auth."account"."accountId" is 'Account id at the provider; for a password the id of the account itself.';
comment on column auth."account"."providerId" is 'credential for a password.';
comment on column auth."account"."userId" is 'Account.';
comment on column auth."account"."accessToken" is 'Of an outside provider.';
comment on column auth."account"."refreshToken" is 'Of an outside provider.';
comment on column auth."account"."idToken" is 'Of an outside provider.';
comment on column auth."account"."accessTokenExpiresAt" is 'Of an outside provider.';
comment on column auth."account"."refreshTokenExpiresAt" is 'Of an outside provider.';
comment on column auth."account"."scope" is 'Of an outside provider.';
comment on column auth."account"."password" is 'scrypt with salt.';
comment on column auth."account"."createdAt" is 'When made (wall clock).';
comment on column auth."account"."updatedAt" is 'When last changed (wall clock).';
create index "account_userId_idx" on auth."account" ("userId");
comment on index auth."account_userId_idx" is 'Query: ways to sign in to one account.';

create table auth."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
comment on table auth."verification" is 'Short-lived values of the library (sign-in by an outside provider). Phone codes of residents are not here.';
comment on column auth."verification"."id" is 'Id.';
comment on column auth."verification"."identifier" is 'What it is for.';
comment on column auth."verification"."value" is 'Value.';
comment on column auth."verification"."expiresAt" is 'End (wall clock).';
comment on column auth."verification"."createdAt" is 'When made (wall clock).';
comment on column auth."verification"."updatedAt" is 'When changed (wall clock).';
create index "verification_identifier_idx" on auth."verification" ("identifier");
comment on index auth."verification_identifier_idx" is 'Query: a value by what it is for.';

create table auth.card (
  id uuid primary key,
  token_hash bytea not null unique,
  user_id text not null references auth."user" ("id") on delete cascade,
  pin_hash bytea not null,
  attempts int not null default 0,
  locked_until timestamptz,
  issued_at timestamptz not null,
  revoked_at timestamptz
);
comment on table auth.card is 'A card with a QR code, handed over in person, opened with a PIN: how captains sign in without a password.';
comment on column auth.card.id is 'Id made by the application.';
comment on column auth.card.token_hash is 'Keyed hash of the text in the QR code; the text itself is on paper only.';
comment on column auth.card.user_id is 'Account.';
comment on column auth.card.pin_hash is 'Keyed hash of card and PIN.';
comment on column auth.card.attempts is 'Wrong PINs in a row.';
comment on column auth.card.locked_until is 'No PIN is looked at before this time (wall clock).';
comment on column auth.card.issued_at is 'When handed over.';
comment on column auth.card.revoked_at is 'When it stopped working: lost, replaced, or the term ended.';
create index card_user on auth.card (user_id);
comment on index auth.card_user is 'Query: cards of an account, to revoke them.';

create table auth.attempt (
  key_hash bytea primary key,
  failures int not null,
  last_at timestamptz not null
);
comment on table auth.attempt is 'Failed sign-ins by sign-in name and by address, both as keyed hashes; forgotten after a day.';
comment on column auth.attempt.key_hash is 'Keyed hash of the sign-in name or of the address.';
comment on column auth.attempt.failures is 'Failures in a row.';
comment on column auth.attempt.last_at is 'When the last one was (wall clock).';
create index attempt_old on auth.attempt (last_at);
comment on index auth.attempt_old is 'Query: the daily job that forgets attempts older than a day.';

reset role;
revoke all on schema auth from public;

-- People. Who somebody is stands in person_field only, encrypted with that person's own key.
create table person (
  district char(6) not null,
  id uuid not null,
  kind text not null check (kind in ('staff', 'resident')),
  created_at timestamptz not null,
  primary key (district, id)
);
comment on table person is 'Somebody: holder of posts or resident. The row outlives the person''s data, so that acts keep their subject.';
comment on column person.district is 'District code.';
comment on column person.id is 'Id made by the application.';
comment on column person.kind is 'staff (holds posts) or resident.';
comment on column person.created_at is 'When first known.';

create table person_key (
  district char(6) not null,
  person uuid not null,
  wrapped bytea not null,
  primary key (district, person),
  foreign key (district, person) references person (district, id) on delete cascade
);
comment on table person_key is 'One random key per person, wrapped by the master key, which is not in the database. Deleting the row is erasure: nothing of the person can be read any more, in backups of the other tables neither.';
comment on column person_key.district is 'District code.';
comment on column person_key.person is 'Person.';
comment on column person_key.wrapped is 'AES-256-GCM: nonce (12), tag (16), encrypted key (32).';

create table person_field (
  district char(6) not null,
  person uuid not null,
  field text not null check (field in ('name', 'phone', 'id_number', 'address')),
  cipher bytea not null,
  keyed_hash bytea not null,
  masked text not null,
  purpose text not null,
  collected_at timestamptz not null,
  primary key (district, person, field),
  foreign key (district, person) references person (district, id) on delete cascade
);
comment on table person_field is 'What identifies a person: encrypted, found by keyed hash, shown masked. In clear only through one function that writes an act.';
comment on column person_field.district is 'District code.';
comment on column person_field.person is 'Person.';
comment on column person_field.field is 'name, phone, id_number or address.';
comment on column person_field.cipher is 'AES-256-GCM with the person''s key: nonce (12), tag (16), text; bound to district, person and field.';
comment on column person_field.keyed_hash is 'HMAC-SHA-256 of the normalised value with the look-up key.';
comment on column person_field.masked is 'What screens show, as 138****2046.';
comment on column person_field.purpose is 'Why it was collected, as a code.';
comment on column person_field.collected_at is 'When it was given.';
create index person_field_hash on person_field (district, field, keyed_hash);
comment on index person_field_hash is 'Query: the person with this phone number, by equality of the keyed hash.';

create table phone_code (
  district char(6) not null,
  id uuid not null,
  phone_hash bytea not null,
  subject_kind text not null,
  subject_id uuid not null,
  code_hash bytea not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  attempts int not null default 0,
  used_at timestamptz,
  primary key (district, id)
);
comment on table phone_code is 'One-time codes sent to a phone. A question about an unknown phone or subject leaves a row that no code opens, so that both look alike.';
comment on column phone_code.district is 'District code.';
comment on column phone_code.id is 'Id made by the application.';
comment on column phone_code.phone_hash is 'Keyed hash of the phone that was typed in.';
comment on column phone_code.subject_kind is 'What the code opens, as matter.';
comment on column phone_code.subject_id is 'Which one; a stand-in for a subject that does not exist, hence no foreign key.';
comment on column phone_code.code_hash is 'Keyed hash of id and code; random when no code was sent.';
comment on column phone_code.asked_at is 'When asked for.';
comment on column phone_code.expires_at is 'End.';
comment on column phone_code.attempts is 'Tries so far.';
comment on column phone_code.used_at is 'When it was used; a code works once.';
create index phone_code_phone on phone_code (district, phone_hash, asked_at desc);
comment on index phone_code_phone is 'Query: codes asked for lately for one phone (limit of rate), and the newest to compare with.';
create index phone_code_subject on phone_code (district, subject_kind, subject_id, asked_at desc);
comment on index phone_code_subject is 'Query: codes asked for lately for one subject (limit of rate).';
create index phone_code_old on phone_code (expires_at);
comment on index phone_code_old is 'Query: the daily job that forgets codes that have ended.';

alter table person enable row level security;
create policy person_district on person using (district = app_district()::char(6)) with check (district = app_district()::char(6));
alter table person_key enable row level security;
create policy person_key_district on person_key using (district = app_district()::char(6)) with check (district = app_district()::char(6));
alter table person_field enable row level security;
create policy person_field_district on person_field using (district = app_district()::char(6)) with check (district = app_district()::char(6));
alter table phone_code enable row level security;
create policy phone_code_district on phone_code using (district = app_district()::char(6)) with check (district = app_district()::char(6));

grant select, insert on person to linli_app;
grant select, insert, delete on person_key to linli_app;
grant select, insert, update, delete on person_field to linli_app;
grant select, insert, update, delete on phone_code to linli_app;
