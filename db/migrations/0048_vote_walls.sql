-- Steps of a vote are read by whoever the vote lies within reach of, what happened to single homes by its team alone; who took part so far by the team
-- and the clock, which tells others what may be told.
alter table vote add constraint vote_path_key unique (district, id, path);
alter table vote add constraint vote_compound_path_key unique (district, id, compound_path);

alter table vote_step add column keeper uuid;
alter table vote_step add column path ltree;
alter table vote_step add column compound_path ltree;
update vote_step s set keeper = v.keeper, path = v.path, compound_path = v.compound_path from vote v where v.district = s.district and v.id = s.vote;
alter table vote_step alter column keeper set not null;
alter table vote_step alter column path set not null;
alter table vote_step add foreign key (district, vote, keeper) references vote (district, id, keeper) on update cascade;
alter table vote_step add foreign key (district, vote, path) references vote (district, id, path) on update cascade;
alter table vote_step add foreign key (district, vote, compound_path) references vote (district, id, compound_path) on update cascade;
comment on column vote_step.keeper is 'Keeper of the vote, kept equal by the foreign key.';
comment on column vote_step.path is 'Administrative path of the vote, kept equal by the foreign key.';
comment on column vote_step.compound_path is 'Compound path of the vote, kept equal by the foreign key; null for a community.';

drop policy vote_step_read on vote_step;
create policy vote_step_kept on vote_step using (district = app_district()::char(6) and (vote = any (app_votes()) or app_tallies()
  or (left(code, 6) <> 'event_' and (keeper = any (app_orgs()) or path <@ any (app_scopes()) or compound_path <@ any (app_scopes())))));

drop policy turnout_read on turnout;
create policy turnout_kept on turnout using (district = app_district()::char(6) and (vote = any (app_votes()) or app_tallies()));
