-- Similar matters, and what was joined to one: candidates are narrowed by place and time before anything is compared.

create index matter_near on matter (district, cell, category, filed_at desc, id)
  where state in ('filed', 'taken', 'whistled', 'finished') and cell is not null;
comment on index matter_near is 'Query: open matters of some categories in a cell of 250 m, newest first, among which similar ones are looked for.';
create index matter_same_building on matter (district, building, filed_at desc, id)
  where state in ('filed', 'taken', 'whistled', 'finished') and building is not null;
comment on index matter_same_building is 'Query: open matters of a building, newest first, among which similar ones are looked for.';
create index matter_split on matter (district, split_from) where split_from is not null;
comment on index matter_split is 'Query: what was split off from a matter, for its reporter.';

create function matter_joined(root uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.id from matter m where m.district = app_district() and m.joined_to = root and m.state = 'joined' order by m.filed_at, m.id
$$;
comment on function matter_joined(uuid) is
  'Ids of the matters that are joined to one now, oldest first, wherever they lie: whoever answers the one answers them all. Called by commands alone.';
revoke execute on function matter_joined(uuid) from public;
grant execute on function matter_joined(uuid) to linli_app;

create function matter_also(roots uuid[]) returns table (root uuid, n int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.joined_to, count(*)::int from matter m
    where m.district = app_district() and m.joined_to = any (roots) and m.state <> 'withdrawn' and m.sensitive is null
    group by m.joined_to
$$;
comment on function matter_also(uuid[]) is
  'How many others raised the same as each of some matters: a count and nothing else, wherever the others lie.';
revoke execute on function matter_also(uuid[]) from public;
grant execute on function matter_also(uuid[]) to linli_app;

create function matter_split_off(origin uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.id from matter m where m.district = app_district() and m.split_from = origin order by m.filed_at, m.id
$$;
comment on function matter_split_off(uuid) is
  'Ids of what was split off from a matter: its reporter, who has the one in hand, may open the others too.';
revoke execute on function matter_split_off(uuid) from public;
grant execute on function matter_split_off(uuid) to linli_app;
