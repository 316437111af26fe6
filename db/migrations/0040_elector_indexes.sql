-- Only the primary key of electors begins with district and vote: checks of foreign keys, planned on a table without statistics, took whichever such
-- index was smallest and read a whole vote for each row.
alter table elector drop constraint elector_district_vote_code_key;
alter table elector drop constraint elector_district_vote_voter_hash_key;
alter table elector add constraint elector_code_key unique (district, code, vote);
alter table elector add constraint elector_voter_hash_key unique (district, voter_hash, vote);
drop index elector_building;
create index elector_building on elector (district, building, vote, took_part);
comment on index elector_building is 'Query: who has not voted, building by building, for the ballot team.';
