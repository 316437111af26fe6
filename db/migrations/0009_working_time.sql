-- Working time: what a district enters on top of the national calendar, and when its organisations are on duty.
-- Nothing is changed once it stands: the latest entry of a day counts, and a version of hours keeps its id, so that due times can be derived again.

create table calendar_day (
  district char(6) not null,
  day date not null,
  id uuid not null,
  work boolean,
  name text not null check (name <> ''),
  name_en text,
  source text not null check (source <> ''),
  article text,
  entered_post uuid,
  at timestamptz not null,
  primary key (district, day, id),
  foreign key (district, entered_post) references post (district, id)
);
comment on table calendar_day is 'Entries of a district''s own calendar: days that are worked or not, other than the national calendar says. The latest of a day counts.';
comment on column calendar_day.district is 'District code.';
comment on column calendar_day.day is 'Civil day in Shanghai.';
comment on column calendar_day.id is 'Id made by the application; grows with time, so that the latest entry is known.';
comment on column calendar_day.work is 'Worked or not; null takes earlier entries back and leaves the day to the national calendar.';
comment on column calendar_day.name is 'Why, as a holiday''s name.';
comment on column calendar_day.name_en is 'The same in English; null to show the Chinese one.';
comment on column calendar_day.source is 'Notice or decision that says so.';
comment on column calendar_day.article is 'Its article, where it has one.';
comment on column calendar_day.entered_post is 'Post that entered it; null for what came with an import.';
comment on column calendar_day.at is 'When it was entered.';

create table calendar_year (
  district char(6) not null,
  year int not null check (year between 2000 and 2200),
  source text not null check (source <> ''),
  entered_post uuid,
  at timestamptz not null,
  primary key (district, year),
  foreign key (district, entered_post) references post (district, id)
);
comment on table calendar_year is 'Years whose holidays are published and entered, beyond those of the national calendar that comes with the product.';
comment on column calendar_year.district is 'District code.';
comment on column calendar_year.year is 'The year.';
comment on column calendar_year.source is 'The notice that publishes its holidays.';
comment on column calendar_year.entered_post is 'Post that marked it; null for what came with an import.';
comment on column calendar_year.at is 'When it was marked.';

create table duty_hours (
  district char(6) not null,
  id uuid not null,
  org uuid not null,
  name text not null check (name <> ''),
  week jsonb not null check (jsonb_typeof(week) = 'array' and jsonb_array_length(week) = 7),
  holidays text not null check (holidays in ('closed', 'open')),
  source text not null check (source <> ''),
  valid_from date not null,
  entered_post uuid,
  at timestamptz not null,
  primary key (district, id),
  foreign key (district, org) references org (district, id),
  foreign key (district, entered_post) references post (district, id)
);
comment on table duty_hours is 'Versions of when an organisation is on duty, each from a day on; without one the standard hours of its kind hold.';
comment on column duty_hours.district is 'District code.';
comment on column duty_hours.id is 'Id of this version; clocks keep it, so it is never changed.';
comment on column duty_hours.org is 'Organisation on duty.';
comment on column duty_hours.name is 'Name as shown, as 夏季值班时间.';
comment on column duty_hours.week is 'Seven days from Monday, each a list of spans [from, to] in minutes from midnight.';
comment on column duty_hours.holidays is 'closed: follows the calendar of working days; open: the week holds on holidays too.';
comment on column duty_hours.source is 'Notice or agreement that sets them.';
comment on column duty_hours.valid_from is 'First day on which clocks that start count by it.';
comment on column duty_hours.entered_post is 'Post that entered it; null for what came with an import.';
comment on column duty_hours.at is 'When it was entered.';
create index duty_hours_of_org on duty_hours (district, org, valid_from);
comment on index duty_hours_of_org is 'Query: versions of the hours of an organisation; the foreign key.';

alter table calendar_day enable row level security;
create policy calendar_day_district on calendar_day using (district = app_district()::char(6)) with check (district = app_district()::char(6));
alter table calendar_year enable row level security;
create policy calendar_year_district on calendar_year using (district = app_district()::char(6)) with check (district = app_district()::char(6));
alter table duty_hours enable row level security;
create policy duty_hours_district on duty_hours using (district = app_district()::char(6)) with check (district = app_district()::char(6));

grant select, insert on calendar_day, calendar_year, duty_hours to linli_app;
