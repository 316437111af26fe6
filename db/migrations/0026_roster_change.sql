-- What an import changed of homes and ties that were there before, so that undoing it gives back exactly what was.

create table roster_change (
  district char(6) not null,
  import uuid not null,
  subject uuid not null,
  field text not null check (field in ('state', 'household_no', 'children', 'confirmed_on', 'confirmed_how', 'since')),
  path ltree not null,
  before text,
  after text,
  primary key (district, import, subject, field),
  foreign key (district, import) references roster_import (district, id),
  foreign key (district, import, path) references roster_import (district, id, path) on update cascade
);
comment on table roster_change is 'What an import changed of homes and ties that were there before it: before and after, so that undoing gives back what was. No personal data.';
comment on column roster_change.district is 'District code.';
comment on column roster_change.import is 'The import.';
comment on column roster_change.subject is 'The home, or for the field since the tie.';
comment on column roster_change.field is 'Which column of dwelling, or since of dweller.';
comment on column roster_change.path is 'Path of the community, kept equal by the foreign key.';
comment on column roster_change.before is 'What stood there; null for nothing.';
comment on column roster_change.after is 'What the import put there. Undoing leaves a column alone that says something else by now.';

alter table roster_change enable row level security;
create policy roster_change_kept on roster_change using (district = app_district()::char(6)
  and array['community', 'clock']::text[] && app_audience() and path <@ any (app_scopes()));
grant select, insert, update, delete on roster_change to linli_app;
