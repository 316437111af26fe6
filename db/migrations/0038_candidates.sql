-- Elections as they are worked with: which officer a candidate is, the order of reserves, days of a timetable; and the keeper reads its own candidates.
alter table candidate add column officer uuid;
comment on column candidate.officer is 'The officer that the candidate is, where they hold a post: scrutineers and collectors are no candidates. Null for everybody else.';
create index candidate_officer on candidate (district, vote, officer) where officer is not null;
comment on index candidate_officer is 'Query: which officers stand in an election.';

alter table governing_body add column days jsonb not null default '{}';
comment on column governing_body.days is 'Days of the timetable, set and done, by the code of the step.';

alter table body_member add column rank int;
comment on column body_member.rank is 'Order in which reserves move up; null for members.';

alter table hand_over_item alter column due drop not null;
comment on column hand_over_item.due is 'Until when; null where no rule of the place sets a day.';

drop policy candidate_reviewed on candidate;
create policy candidate_kept on candidate using (district = app_district()::char(6)
  and (keeper = any (app_orgs()) or vote = any (app_votes()) or app_tallies()));
