-- The keys of a vote as they are made: each with its cipher, the list that two scrutineers open together, and what the ballot team looks for.
alter table vote_key drop constraint vote_key_kind_check;
alter table vote_key add constraint vote_key_kind_check check (kind in ('seal', 'link', 'list'));
alter table vote_key add column alg text not null default 'aes-256-gcm' check (alg in ('aes-256-gcm', 'sm4-ctr-hmac-sm3'));
alter table vote_key alter column alg drop default;
alter table vote_key add column pairs jsonb;
comment on table vote_key is 'Keys of a vote, wrapped by the master key: seal hides choices until the close, link makes pseudonyms and is destroyed at the close, list keeps the link of a named vote for two scrutineers.';
comment on column vote_key.kind is 'seal, link or list.';
comment on column vote_key.alg is 'Cipher of the key, as in person_key.';
comment on column vote_key.pairs is 'The link as two scrutineers'' codes open it, sealed; for a list alone.';

create index elector_again on elector (district, vote) where casts > 1;
comment on index elector_again is 'Query: electors with more than one expression, each of which is listed.';
create index elector_title_waiting on elector_title (district, vote) where delivered_on is null;
comment on index elector_title_waiting is 'Query: how many ballots are not delivered yet.';
