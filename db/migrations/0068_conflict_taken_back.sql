-- What was decided at the desk with one key press can be taken back within ten minutes: for that a value that had waited says when it was decided and what
-- gave way to it, so that exactly that comes back and nothing else ([RO49]).

alter table dweller_value add column decided_at timestamptz, add column gave_way uuid[];
comment on column dweller_value.decided_at is 'When somebody decided about this value that had waited; null for a value that never waited, waits, or waits again.';
comment on column dweller_value.gave_way is 'Values that became past when this one took their place, to bring back exactly these; null where nothing gave way.';
