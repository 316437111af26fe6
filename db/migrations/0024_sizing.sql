-- Sizing: what areas should measure by the norms of the place, how a grid that is too big is divided, and who answers for a compound without a manager.

alter table place add column plan_x int, add column plan_y int;
alter table place add check ((plan_x is null) = (plan_y is null));
alter table place add check (plan_x is null or kind = 'building');
comment on column place.plan_x is 'Metres east on our own sketch of the compound, to the middle of the building; null where nobody drew it.';
comment on column place.plan_y is 'Metres south on our own sketch of the compound, to the middle of the building.';

create table sizing_norm (
  district char(6) not null,
  id uuid not null,
  street uuid not null,
  path ltree not null,
  kind text not null check (kind in ('community', 'grid', 'small_grid', 'captain', 'staff')),
  least int check (least > 0),
  most int not null check (most > 0),
  valid_from date not null,
  source text not null check (source <> ''),
  entered_at timestamptz not null,
  entered_post uuid,
  primary key (district, id),
  foreign key (district, street, path) references place (district, id, path) on update cascade,
  check (least is null or least <= most)
);
comment on table sizing_norm is 'Norms of size that a street entered for itself, dated, with the paper they come from. Nothing entered is changed: the latest that began counts.';
comment on column sizing_norm.district is 'District code.';
comment on column sizing_norm.id is 'Id made by the application.';
comment on column sizing_norm.street is 'Street whose norm it is.';
comment on column sizing_norm.path is 'Path of the street.';
comment on column sizing_norm.kind is 'What is counted: homes of a community, grid, small grid or captain; staff: people for each member of staff.';
comment on column sizing_norm.least is 'Least number; null where there is none.';
comment on column sizing_norm.most is 'Largest number.';
comment on column sizing_norm.valid_from is 'First day in force.';
comment on column sizing_norm.source is 'The paper it comes from, with its article.';
comment on column sizing_norm.entered_at is 'When it was entered.';
comment on column sizing_norm.entered_post is 'Post that entered it; null for the demo.';
create index sizing_norm_of on sizing_norm (district, street, kind, valid_from);
comment on index sizing_norm_of is 'Query: the norms of a street.';

create table grid_split (
  district char(6) not null,
  id uuid not null,
  grid uuid not null,
  path ltree not null,
  homes int not null,
  norm uuid,
  parts jsonb not null,
  decided_at timestamptz not null,
  decided_post uuid not null,
  undone_at timestamptz,
  undone_post uuid,
  primary key (district, id),
  foreign key (district, grid, path) references place (district, id, path) on update cascade,
  foreign key (district, norm) references sizing_norm (district, id)
);
comment on table grid_split is 'A grid that was divided: into which parts, by whose decision, and whether it was taken back.';
comment on column grid_split.district is 'District code.';
comment on column grid_split.id is 'Id made by the application.';
comment on column grid_split.grid is 'The grid that was divided; its first part keeps its number.';
comment on column grid_split.path is 'Path of that grid.';
comment on column grid_split.homes is 'Homes it had.';
comment on column grid_split.norm is 'The norm that it was above.';
comment on column grid_split.parts is 'Ids alone: [{"grid","buildings","homes","posts","further","work"}], the first part being the grid itself; work: the matters that changed hands.';
comment on column grid_split.decided_at is 'When it was decided.';
comment on column grid_split.decided_post is 'Post that decided it.';
comment on column grid_split.undone_at is 'When it was taken back; null while it stands.';
comment on column grid_split.undone_post is 'Post that took it back.';
create index grid_split_of on grid_split (district, path, decided_at);
comment on index grid_split_of is 'Query: what was divided in a community, newest first.';

create table manager_step (
  district char(6) not null,
  compound uuid not null,
  step text not null check (step in ('own', 'shared', 'firm')),
  path ltree not null,
  compound_path ltree,
  until date not null,
  org uuid,
  named_on date,
  set_at timestamptz not null,
  set_post uuid,
  primary key (district, compound, step),
  foreign key (district, compound, path) references place (district, id, path) on update cascade,
  foreign key (district, compound, compound_path) references place (district, id, compound_path) on update cascade,
  foreign key (district, org) references org (district, id),
  check ((org is null) = (named_on is null))
);
comment on table manager_step is 'The dated path by which a compound without a responsible manager gets one: own managers, one shared with neighbours, a firm.';
comment on column manager_step.district is 'District code.';
comment on column manager_step.compound is 'The compound.';
comment on column manager_step.step is 'own (its residents manage), shared (one manager for several compounds) or firm.';
comment on column manager_step.path is 'Administrative path of the compound.';
comment on column manager_step.compound_path is 'Compound path of the compound.';
comment on column manager_step.until is 'Day by which this step is to be reached.';
comment on column manager_step.org is 'Who was named by it; null until somebody is.';
comment on column manager_step.named_on is 'First day on which the one named answers.';
comment on column manager_step.set_at is 'When it was last set.';
comment on column manager_step.set_post is 'Post that set it; null for the demo.';

alter table sizing_norm enable row level security;
alter table grid_split enable row level security;
alter table manager_step enable row level security;
create policy sizing_norm_read on sizing_norm using (district = app_district()::char(6) and app_audience() && array['captain', 'grid', 'community', 'street', 'clock']::text[]);
create policy grid_split_read on grid_split using (district = app_district()::char(6) and app_audience() && array['grid', 'community', 'street', 'clock']::text[]
  and path <@ any (app_scopes()));
create policy manager_step_read on manager_step using (district = app_district()::char(6));
grant select, insert on sizing_norm to linli_app;
grant select, insert, update on grid_split to linli_app;
grant select, insert, update, delete on manager_step to linli_app;
