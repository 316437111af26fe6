-- The confidential line: reports on somebody in power. Nothing here says by its rows, sizes or times whether there is any report:
-- cells are of one size and of one number, used or not, and are all written anew each hour; the record takes a block of
-- commitments each hour, real ones and made-up ones alike.

create function app_post() returns uuid stable language sql as
  $$ select nullif(current_setting('app.post', true), '')::uuid $$;
comment on function app_post() is 'Post in which the actor of this transaction acts; null for everybody without one.';

create table commitment (
  district char(6) not null,
  id uuid not null,
  leaf text not null,
  primary key (district, id)
);
comment on table commitment is
  'Leaves of the record that are only a hash (docs/record-format.md, section 7): of an act with a salt, or of nothing; nobody can tell which.';
comment on column commitment.district is 'District code.';
comment on column commitment.id is 'Id made by the application; stands in the leaf.';
comment on column commitment.leaf is 'Fixed-format text linli-commitment-1 that was hashed.';

create table confidential_line (
  district char(6) not null,
  handler_post uuid not null,
  turned_at timestamptz not null,
  primary key (district, handler_post),
  foreign key (district, handler_post) references post (district, id)
);
comment on table confidential_line is 'One row per post that handles reports on somebody in power. Locked by whoever writes to the cells of the line.';
comment on column confidential_line.district is 'District code.';
comment on column confidential_line.handler_post is 'The post that reads the letters: a street''s discipline secretary.';
comment on column confidential_line.turned_at is 'Full hour at which all cells were last written anew and a block of commitments was made.';

create table confidential_cell (
  district char(6) not null,
  handler_post uuid not null,
  cell int not null check (cell >= 0),
  sealed bytea not null check (length(sealed) = 8192),
  primary key (district, handler_post, cell),
  foreign key (district, handler_post) references confidential_line (district, handler_post)
);
comment on table confidential_cell is
  'Letters of the line, each in a cell of the same size; empty cells look the same. Made 64 at a time, never deleted, rewritten each hour.';
comment on column confidential_cell.district is 'District code.';
comment on column confidential_cell.handler_post is 'The post that reads it.';
comment on column confidential_cell.cell is 'Number of the cell, from 0.';
comment on column confidential_cell.sealed is 'AES-256-GCM with the line''s own key: nonce (12), tag (16), padded text (8164).';
-- random bytes do not shrink, and a cell that is compressed would tell by its length what is in it
alter table confidential_cell alter column sealed set storage external;

alter table commitment enable row level security;
create policy commitment_see on commitment for select to linli_app using (district = app_district());
create policy commitment_append on commitment for insert to linli_app with check (district = app_district());
alter table confidential_line enable row level security;
create policy confidential_line_own on confidential_line using (district = app_district() and handler_post = app_post())
  with check (district = app_district() and handler_post = app_post());
alter table confidential_cell enable row level security;
create policy confidential_cell_own on confidential_cell using (district = app_district() and handler_post = app_post())
  with check (district = app_district() and handler_post = app_post());

grant select, insert on commitment to linli_app;
grant select, insert, update on confidential_line, confidential_cell to linli_app;
