-- What meetings need beside 0041: who presides as an organisation, the hours that they really took, the number of minutes, the hall's word at an evaluation.
alter table meeting
  add column presider_org uuid,
  add column began_at timestamptz,
  add column closed_at timestamptz,
  add column list_photo uuid,
  add column number_year int check (number_year > 2000),
  add column number_n int check (number_n > 0),
  add column hall_satisfied int check (hall_satisfied >= 0),
  add column hall_accepted int check (hall_accepted >= 0),
  add column hall_not int check (hall_not >= 0),
  add constraint meeting_number_whole check ((number_n is null) = (number_year is null)),
  add constraint meeting_hall_whole check ((hall_satisfied is null) = (hall_accepted is null) and (hall_accepted is null) = (hall_not is null));
comment on column meeting.presider_org is 'Organisation of who presides, where they come from one: an evaluation refuses the one whose work is judged.';
comment on column meeting.began_at is 'When it really began.';
comment on column meeting.closed_at is 'When it really ended.';
comment on column meeting.list_photo is 'Photo of the paper list that was signed.';
comment on column meeting.number_year is 'Year of the number.';
comment on column meeting.number_n is 'Running number of its keeper in the year.';
comment on column meeting.hall_satisfied is 'Show of hands at an evaluation: satisfied.';
comment on column meeting.hall_accepted is 'Show of hands at an evaluation: accepted.';
comment on column meeting.hall_not is 'Show of hands at an evaluation: not satisfied.';
create unique index meeting_numbers on meeting (district, keeper, number_year, number_n) where number_n is not null;
comment on index meeting_numbers is 'Query: the last number of a keeper in a year; no number is given twice.';

create unique index attendance_once on attendance (district, meeting, speaker) where speaker is not null;
comment on index attendance_once is 'Query: whether somebody signed in by phone already; once a meeting.';

alter table minute_line add column file uuid;
comment on column minute_line.file is 'Photo of an expert''s opinion in writing.';

alter table resolution add column power text;
comment on column resolution.power is 'The power of the standing body under which it was decided; null where the meeting is no body''s.';
create index invitation_for on invitation (district, org, sent_at desc) where org is not null;
comment on index invitation_for is 'Query: what an organisation is invited to.';

-- Owners' committees, firms and stations reach no place: they see the meetings that they hold and what they are invited to.
drop policy meeting_reach on meeting;
create policy meeting_reach on meeting using (district = app_district()::char(6)
  and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or keeper = any (app_orgs())));
drop policy invitation_reach on invitation;
create policy invitation_reach on invitation using (district = app_district()::char(6)
  and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or org = any (app_orgs()) or post = app_post()));
