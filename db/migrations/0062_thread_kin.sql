-- What came out of a thread is shown on its page.
create index thread_parent on thread (district, parent) where parent is not null;
comment on index thread_parent is 'Query: the threads that came out of a thread.';
