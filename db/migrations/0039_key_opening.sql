-- What an opening of the key list needs: in which posts two scrutineers ask, the dispute that is listed, and the first one's code until the second came.
alter table key_opening add column objection uuid not null;
alter table key_opening add column first_post uuid not null;
alter table key_opening add column second_post uuid;
alter table key_opening add column first_code bytea;
alter table key_opening add check (second_post is null or second_post <> first_post);
alter table key_opening add foreign key (district, vote, objection) references vote_objection (district, vote, id);
comment on column key_opening.objection is 'The listed dispute.';
comment on column key_opening.first_post is 'Post of the scrutineer who asked.';
comment on column key_opening.second_post is 'Post of the scrutineer who agreed.';
comment on column key_opening.first_code is 'Code of the one who asked, sealed with the list''s key; gone once it was used or its time is over.';
