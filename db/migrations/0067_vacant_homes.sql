-- In a vote of households a home that stands empty is no household: whoever freezes the register says which, where that is known from and why. The list is
-- the ballot team's alone, because it tells where nobody is; everybody reads a number at most.
create table vacant_home (
  district char(6) not null,
  vote uuid not null,
  home uuid not null,
  building uuid,
  label text not null,
  source text not null check (source in ('visit', 'meters', 'owner', 'firm')),
  reason text not null check (length(reason) between 1 and 300),
  back_at timestamptz,
  back_reason text check (length(back_reason) between 1 and 300),
  primary key (district, vote, home),
  check ((back_at is null) = (back_reason is null)),
  foreign key (district, vote) references vote (district, id)
);
comment on table vacant_home is 'A home that was left out of a vote of households because nobody lives there, and whether it came back in.';
comment on column vacant_home.district is 'District code.';
comment on column vacant_home.vote is 'The vote.';
comment on column vacant_home.home is 'The home, a place.';
comment on column vacant_home.building is 'Its building.';
comment on column vacant_home.label is 'What it is called.';
comment on column vacant_home.source is 'Where it is known from: visit, meters, owner or firm.';
comment on column vacant_home.reason is 'What was seen or said, in the words of who froze the register.';
comment on column vacant_home.back_at is 'When it came back in, because somebody lives there; null while it is left out.';
comment on column vacant_home.back_reason is 'Who objected and what showed that somebody lives there.';

alter table vacant_home enable row level security;
create policy vacant_home_kept on vacant_home using (district = app_district()::char(6) and (vote = any (app_votes()) or app_tallies()));
grant select, insert, update on vacant_home to linli_app;
