-- Whoever objected from their own page is told of the answer; and households vote on their own covenant, one head each, where there is no owners' motion.
alter table vote_objection add column person uuid;
comment on column vote_objection.person is 'Who objected from their own page, an owner or holder of a written authority, to be told of the answer; null where the ballot team wrote it down, and once erased.';
create index vote_objection_person on vote_objection (district, person) where person is not null;
comment on index vote_objection_person is 'Query: the objections of a person who is being erased.';

alter table vote drop constraint vote_item_check;
alter table vote add constraint vote_item_check check (item in ('rules', 'covenant', 'committee', 'property', 'fund_use', 'fund_raise', 'rebuild', 'common_use', 'other',
  'committee_matter', 'residents_covenant'));
comment on column vote.item is 'Matter of article 278, or committee_matter; residents_covenant for a vote of households, one head each; null for a budget.';
