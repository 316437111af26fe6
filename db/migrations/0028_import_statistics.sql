-- A table that an import fills is looked at every ten seconds (decision 0007): of sealed bytes there is nothing to learn, and they are the longest columns.

alter table dweller_value alter column cipher set statistics 0, alter column masked set statistics 0, alter column keyed_hash set statistics 0;
alter table person_key alter column wrapped set statistics 0;
alter table dweller_value set (autovacuum_analyze_scale_factor = 0.3, autovacuum_vacuum_insert_scale_factor = 0.5);
alter table dweller_token set (autovacuum_analyze_scale_factor = 0.3, autovacuum_vacuum_insert_scale_factor = 0.5);
alter table dweller set (autovacuum_analyze_scale_factor = 0.3, autovacuum_vacuum_insert_scale_factor = 0.5);
