-- A hundred thousand people in a minute: one foreign key carries both legs where there were two, each checked for every row. And the checks find their
-- index while tables are young: of two that look as cheap the planner takes the newer one, which was an index on the district's first column alone.
-- Rooms always belong to a compound by their code, so no roster row is without a compound path; the check says so, since a key of several columns looks away
-- from a row with a null in it.

alter table dwelling add constraint dwelling_in_compound check (compound_path is not null);
alter table dweller add constraint dweller_in_compound check (compound_path is not null);
alter table dweller_value add constraint dweller_value_in_compound check (compound_path is not null);
alter table data_request add constraint data_request_in_compound check (compound_path is not null);
alter table consent add constraint consent_in_compound check (compound_path is not null);
alter table sensitive_value add constraint sensitive_value_in_compound check (compound_path is not null);
alter table care add constraint care_in_compound check (compound_path is not null);

alter table dweller drop constraint dweller_district_home_path_fkey, drop constraint dweller_district_home_compound_path_fkey;
alter table dwelling drop constraint dwelling_district_home_path_key, drop constraint dwelling_district_home_compound_path_key,
  add constraint dwelling_legs unique (district, home, path, compound_path);
alter table dweller add constraint dweller_home_legs foreign key (district, home, path, compound_path)
  references dwelling (district, home, path, compound_path) on update cascade;

alter table dweller_value drop constraint dweller_value_district_dweller_path_fkey, drop constraint dweller_value_district_dweller_compound_path_fkey;
alter table data_request drop constraint data_request_district_dweller_path_fkey, drop constraint data_request_district_dweller_compound_path_fkey;
alter table consent drop constraint consent_district_dweller_path_fkey, drop constraint consent_district_dweller_compound_path_fkey;
alter table sensitive_value drop constraint sensitive_value_district_dweller_path_fkey,
  drop constraint sensitive_value_district_dweller_compound_path_fkey;
alter table care drop constraint care_district_dweller_path_fkey, drop constraint care_district_dweller_compound_path_fkey;
alter table dweller drop constraint dweller_district_id_path_key, drop constraint dweller_district_id_compound_path_key,
  add constraint dweller_legs unique (district, id, path, compound_path);
drop index dweller_value_of;
create index dweller_value_of on dweller_value (district, dweller);
comment on index dweller_value_of is 'Query: the values of a tie.';
alter table dweller_value add constraint dweller_value_legs foreign key (district, dweller, path, compound_path)
  references dweller (district, id, path, compound_path) on update cascade on delete cascade;
alter table data_request add constraint data_request_legs foreign key (district, dweller, path, compound_path)
  references dweller (district, id, path, compound_path) on update cascade on delete cascade;
alter table consent add constraint consent_legs foreign key (district, dweller, path, compound_path)
  references dweller (district, id, path, compound_path) on update cascade on delete cascade;
alter table sensitive_value add constraint sensitive_value_legs foreign key (district, dweller, path, compound_path)
  references dweller (district, id, path, compound_path) on update cascade on delete cascade;
alter table care add constraint care_legs foreign key (district, dweller, path, compound_path)
  references dweller (district, id, path, compound_path) on update cascade on delete cascade;

alter table roster_change drop constraint roster_change_field_check;
alter table roster_change add constraint roster_change_field_check
  check (field in ('home', 'state', 'household_no', 'children', 'confirmed_on', 'confirmed_how', 'since'));
comment on column roster_change.field is 'Which column of dwelling, since of dweller, or home: the import brought the home itself, with what stands in after.';
comment on column roster_change.after is 'What the import put there; of a home that it brought its columns as JSON. Undoing leaves a column alone that says something else by now.';
