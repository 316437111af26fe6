-- The story of a thread puts the end of a task at its moment, also where it was dropped.
alter table thread_task add column ended_at timestamptz;
comment on column thread_task.ended_at is 'When it was entered as done or dropped; null while it is open and where only the day is known.';
