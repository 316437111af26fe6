-- A thread that went back from judging is judged anew: each verdict is of a round, and the step keeps what had been judged before it.
alter table thread_verdict add column round int not null default 1 check (round > 0);
comment on column thread_verdict.round is 'The round of judging that it was given in: one more each time the thread comes to be judged. Only the last round counts.';
alter table thread_verdict drop constraint thread_verdict_pkey, add primary key (district, thread, round, voter_hash);
alter table thread_step add column judged jsonb;
comment on column thread_step.judged is 'What had been judged when it went back from judging, and counts no longer: numbers of verdicts, and the verdicts of resolutions and tasks. Null on other steps.';

-- Who plans a meeting writes its minutes beside its clerk, who may be somebody else.
alter table meeting add column planned_by uuid;
comment on column meeting.planned_by is 'Post that planned it; null for meetings of before, whose minutes everybody writes who speaks for the keeper.';

-- Tasks get a clock: those that are open are told once their day is over.
insert into timer (id, district, due, kind, subject, facts)
  select gen_random_uuid(), district, (due + 1)::timestamp at time zone 'Asia/Shanghai', 'task.late', id, '{}' from thread_task where state = 'open';
