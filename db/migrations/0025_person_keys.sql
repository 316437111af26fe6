-- Each key says which cipher it is for; whoever opens their own file sees who looked at it.

alter table person_key add column alg text not null default 'aes-256-gcm' check (alg in ('aes-256-gcm', 'sm4-ctr-hmac-sm3'));
comment on column person_key.alg is 'Cipher that the key is for and that it was wrapped with: aes-256-gcm, or sm4-ctr-hmac-sm3 (SM4 in counter mode, then HMAC-SM3).';
comment on column person_key.wrapped is 'aes-256-gcm: nonce (12), tag (16), encrypted key (32). sm4-ctr-hmac-sm3: nonce (16), tag (32), encrypted keys (16 and 32).';
comment on column person_field.cipher is 'Sealed with the person''s key, in the layout of person_key.alg; bound to district, person and field.';

alter table roster_import_key add column alg text not null default 'aes-256-gcm' check (alg in ('aes-256-gcm', 'sm4-ctr-hmac-sm3'));
comment on column roster_import_key.alg is 'Cipher of the key, as in person_key.';

create policy act_see_own_file on act for select to linli_app using (district = app_district() and subject_id = any (app_residents()));
