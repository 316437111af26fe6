-- The record of acts: appended, never altered; sealed into one Merkle tree per district (docs/record-format.md).

create table act (
  district char(6) not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  actor_person uuid,
  actor_post uuid,
  on_behalf_of uuid,
  channel text not null,
  place uuid,
  path ltree,
  compound_path ltree,
  subject_kind text,
  subject_id uuid,
  facts jsonb not null,
  leaf text not null,
  parties uuid[] not null default '{}',
  closed_to text[] not null default '{}',
  primary key (district, id),
  check (jsonb_typeof(facts) = 'object'),
  check (at = date_trunc('milliseconds', at))
);
comment on table act is 'What was done, by whom, in which post. Appended only: no role that serves requests may change or delete a row.';
comment on column act.district is 'District code.';
comment on column act.id is 'Id made by the application; its random part also keeps a leaf hash from being guessed.';
comment on column act.at is 'Time of the product clock, whole milliseconds.';
comment on column act.kind is 'Kind, declared by its capability, as matter.filed.';
comment on column act.actor_person is 'Person who acted; null for the clock and for somebody unknown.';
comment on column act.actor_post is 'Post in which they acted; null for a resident and the clock.';
comment on column act.on_behalf_of is 'Person or organisation for whom it was done, when somebody else did it.';
comment on column act.channel is 'How it came in: web, field, desk, clock, import …';
comment on column act.place is 'Place it concerns. No foreign key: the act keeps what was true at its time.';
comment on column act.path is 'Administrative path of the place at that time; never updated when places move.';
comment on column act.compound_path is 'Path of the place within its compound at that time.';
comment on column act.subject_kind is 'What it is about: matter, post, account …';
comment on column act.subject_id is 'Id of what it is about.';
comment on column act.facts is 'Codes, ids and numbers only, never names or free text, so that a person can be forgotten without touching the record.';
comment on column act.leaf is 'Fixed-format text that was hashed, see docs/record-format.md.';
comment on column act.parties is 'Organisations that were a party to the subject then; they see the act. Not part of the leaf.';
comment on column act.closed_to is 'Audiences to whom the subject was closed then; they do not see the act unless it is their own. Not part of the leaf.';
create index act_subject on act (district, subject_kind, subject_id, at, id);
comment on index act_subject is 'Query: the story of one subject, oldest first.';
create index act_own on act (district, actor_person, at desc, id desc) where actor_person is not null;
comment on index act_own is 'Query: a person''s own acts, newest first.';

create table act_unsealed (
  district char(6) not null,
  act uuid not null,
  primary key (district, act)
);
comment on table act_unsealed is 'Acts that wait to be sealed; written with the act, emptied by the sealing job. No foreign key: it would lock and rewrite each act.';
comment on column act_unsealed.district is 'District code.';
comment on column act_unsealed.act is 'The act.';

create table leaf (
  district char(6) not null,
  idx bigint not null check (idx >= 0),
  act uuid not null,
  hash bytea not null check (length(hash) = 32),
  primary key (district, idx),
  unique (district, act)
);
comment on table leaf is 'Leaves of the district''s tree, in the order of sealing. No foreign key, as above; verify finds an act that is gone.';
comment on column leaf.district is 'District code.';
comment on column leaf.idx is 'Place in the tree, from 0, without a gap.';
comment on column leaf.act is 'The act whose leaf text was hashed.';
comment on column leaf.hash is 'SHA-256 of 0x00 and the leaf text.';

create table tree_node (
  district char(6) not null,
  level smallint not null check (level > 0 and level % 4 = 0),
  idx bigint not null check (idx >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (district, level, idx)
);
comment on table tree_node is 'Every fourth level of complete inner nodes, so that a proof reads a hundred or two of rows however large the tree is.';
comment on column tree_node.district is 'District code.';
comment on column tree_node.level is 'Height above the leaves: 4, 8, 12 …';
comment on column tree_node.idx is 'Place in its level, from 0.';
comment on column tree_node.hash is 'SHA-256 of 0x01 and the two children.';

create table tree_edge (
  district char(6) primary key,
  size bigint not null check (size >= 0),
  hashes bytea[] not null
);
comment on table tree_edge is 'Right edge of the district''s tree: all that appending needs.';
comment on column tree_edge.district is 'District code.';
comment on column tree_edge.size is 'Number of leaves.';
comment on column tree_edge.hashes is 'Hash of each complete subtree, largest first, one per bit of the size.';

create table tree_key (
  district char(6) not null,
  key_id text not null,
  algorithm text not null,
  public_key bytea not null,
  since timestamptz not null,
  primary key (district, key_id)
);
comment on table tree_key is 'Public keys that have signed heads; kept after a change of key so that old heads can be checked.';
comment on column tree_key.district is 'District code.';
comment on column tree_key.key_id is 'Algorithm and 16 hexadecimal digits of the SHA-256 of the public key.';
comment on column tree_key.algorithm is 'ed25519; room for sm2.';
comment on column tree_key.public_key is 'Public key as DER SubjectPublicKeyInfo.';
comment on column tree_key.since is 'When it first signed.';

create table tree_head (
  district char(6) not null,
  size bigint not null check (size > 0),
  root bytea not null check (length(root) = 32),
  at timestamptz not null check (at = date_trunc('milliseconds', at)),
  signature bytea not null,
  key_id text not null,
  primary key (district, size),
  foreign key (district, key_id) references tree_key (district, key_id)
);
comment on table tree_head is 'Signed heads of the tree, one per sealed batch; each extends all earlier ones.';
comment on column tree_head.district is 'District code.';
comment on column tree_head.size is 'Number of leaves under this root.';
comment on column tree_head.root is 'Root hash.';
comment on column tree_head.at is 'When it was signed, product clock, whole milliseconds.';
comment on column tree_head.signature is 'Signature of the fixed text of the head.';
comment on column tree_head.key_id is 'Key that signed.';

alter table act enable row level security;
create policy act_see on act for select to linli_app using (
  district = app_district() and (
    actor_person = app_person() or subject_id = any (app_matters())
    or ((path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()) and not (closed_to && app_audience()))
  )
);
create policy act_append on act for insert to linli_app with check (
  district = app_district() and (
    actor_person = app_person() or subject_id = any (app_matters())
    or path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or parties && app_orgs()
  )
);

alter table act_unsealed enable row level security;
create policy act_unsealed_append on act_unsealed for insert to linli_app with check (district = app_district());
alter table leaf enable row level security;
create policy leaf_see on leaf for select to linli_app using (district = app_district());
alter table tree_node enable row level security;
create policy tree_node_see on tree_node for select to linli_app using (district = app_district());
alter table tree_key enable row level security;
create policy tree_key_see on tree_key for select to linli_app using (district = app_district());
alter table tree_head enable row level security;
create policy tree_head_see on tree_head for select to linli_app using (district = app_district());

grant insert, select on act to linli_app;
grant insert on act_unsealed to linli_app;
grant select on leaf, tree_node, tree_key, tree_head to linli_app;
