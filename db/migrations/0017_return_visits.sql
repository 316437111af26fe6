-- Lists of return visits and of what did not satisfy twice, each read from its front.
create index matter_answered on matter (district, community, (coalesce(due, 'infinity'::timestamptz)), id) where state = 'answered';
comment on index matter_answered is 'Query: whom to ask the three questions in a community, by due time.';
create index matter_unhappy_twice on matter (district, community, judged_at desc, id) where state = 'closed' and reopened > 0;
comment on index matter_unhappy_twice is 'Query: what did not satisfy a second time, newest first.';
