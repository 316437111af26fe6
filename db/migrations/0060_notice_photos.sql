-- The photo of a notice at a door is a file of the store: the column of before named a photo that nothing kept.
alter table vote_notice add column file text;
comment on column vote_notice.file is 'Its file in the photo store; null where nobody took a photo.';
