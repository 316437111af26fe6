-- An owner objects from their own page, before the register is frozen as well; and a slip of a budget that was lost is void.
alter table vote_objection add column head uuid;
comment on column vote_objection.head is 'Head of the voting register whose owner objected from their own page; null where the ballot team wrote it down.';
create index vote_objection_head on vote_objection (district, head) where head is not null;
comment on index vote_objection_head is 'Query: what the heads that a phone opened have objected, with the answers.';

alter table elector drop constraint elector_blocked_check;
alter table elector add constraint elector_blocked_check check (blocked in ('death', 'court_order', 'transferred', 'void'));
comment on column elector.blocked is 'Why it cannot vote now: an owner died, a court ordered, it changed hands, or the slip is void because a new one was given for it; null when it can.';
