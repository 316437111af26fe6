-- A hundred thousand people bring six hundred thousand keyed hashes: the check of a foreign key behind each of them was a seventh of what an import takes of
-- the database. It held nothing that is not held beside it. Whoever writes the hashes of a tie has made the tie in the same transaction or holds its row, and
-- a tie is deleted in one place alone, which deletes its hashes first (undoing an import, [RO25]); whoever is erased keeps the row of the tie and loses the
-- hashes. A hash finds nobody without its tie: every search reads the tie beside it.
-- And what an import changed of homes is tied to it by the key that carries the path; the one on the id alone checked the same row again.

alter table dweller_token drop constraint dweller_token_district_dweller_fkey;
comment on column dweller_token.dweller is 'The tie. Whoever deletes a tie deletes these first: a foreign key would be checked for each of some hundred thousand rows of an import.';

alter table roster_change drop constraint roster_change_district_import_fkey;
