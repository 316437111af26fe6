-- What somebody says, taken back by themselves; until when a ban holds; and who decided, so that an appeal goes to somebody else.
alter table speech add column withdrawn_at timestamptz;
comment on column speech.withdrawn_at is 'When the speaker took it back: its words are gone and its place says so.';
create index speech_by_speaker on speech (district, speaker, at desc, id desc) where speaker is not null;
comment on index speech_by_speaker is 'Query: what one speaker said, newest first; and how much of it in the last hour.';
create index speech_recent on speech (district, at desc, id desc);
comment on index speech_recent is 'Query: what was said last, for those who look after it.';

alter table moderation add column until timestamptz;
comment on column moderation.until is 'Until when a ban holds; null for everything else.';
alter table moderation add column by_person uuid;
comment on column moderation.by_person is 'The officer behind the post: an appeal is ruled by another person, not only by another post.';
create index moderation_recent on moderation (district, at desc, id desc);
comment on index moderation_recent is 'Query: the decisions of a place, newest first.';

create index speaker_named on speaker (district, compound, name);
comment on index speaker_named is 'Query: whether a neighbour of the compound speaks under this name already.';

-- the street rules on appeals as well, and takes a ban back
drop policy speaker_kept on speaker;
create policy speaker_kept on speaker using (district = app_district()::char(6) and array['clock', 'community', 'street']::text[] && app_audience());
