-- A list that says that somebody died or moved, and not when, ends their ties on its own day: the day on which we were told. That day was shown as if it were
-- the day of the death. From now on a tie says what its last day rests on ([RO24]).

alter table dweller add column until_said text not null default 'day' check (until_said in ('day', 'month', 'year', 'file', 'told'));
comment on column dweller.until_said is 'What until rests on: day (that day was said), month or year (only these were said), file (no day: the day of the list that told it), told (no day: the day it was written down).';
update dweller d set until_said = 'file' from roster_import i where i.district = d.district and i.id = coalesce(d.ended_by, d.source)
  and d.until = i.seen_on and (d.ended_by is not null or d.source_kind = 'import');
