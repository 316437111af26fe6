-- Lists and search on a community with some hundred thousand matters, as after an import. What waits without a clock stands behind what has one;
-- indexes follow that order, so that a page of an inbox reads a page and not the community.

drop index matter_open;
create index matter_open on matter (district, community, (coalesce(due, 'infinity'::timestamptz)), id) where state not in ('closed', 'withdrawn');
comment on index matter_open is 'Query: the open matters of a community, by due time, those without a clock last.';
drop index matter_held;
create index matter_held on matter (district, held_by, (coalesce(due, 'infinity'::timestamptz)), id) where state in ('filed', 'taken') and held_post is null;
comment on index matter_held is 'Query: what an organisation as a whole has to do, by due time.';
create index matter_held_post on matter (district, held_post, (coalesce(due, 'infinity'::timestamptz)), id)
  where state in ('filed', 'taken') and held_post is not null;
comment on index matter_held_post is 'Query: what one post has to do, by due time.';
create index matter_finished on matter (district, community, (coalesce(due, 'infinity'::timestamptz)), id) where state = 'finished';
comment on index matter_finished is 'Query: what waits to be verified in a community, by due time.';
create index matter_followed on matter (district, community, (coalesce(due, 'infinity'::timestamptz)), id)
  where hands <> '{}' and state not in ('closed', 'withdrawn');
comment on index matter_followed is 'Query: open matters of a community that anybody of the staff had a hand in; each looks for their own.';
drop index matter_supervised;
create index matter_supervised on matter (district, community, (coalesce(due, 'infinity'::timestamptz)), id)
  where supervised_at is not null and state not in ('closed', 'withdrawn');
comment on index matter_supervised is 'Query: the supervision list of a community, by due time.';
drop index matter_compound;
create index matter_compound on matter (district, compound, filed_at desc, id desc) where compound is not null;
comment on index matter_compound is 'Query: the public board of a compound.';
drop index matter_building;
create index matter_building on matter (district, building, filed_at desc, id desc) where building is not null;
comment on index matter_building is 'Query: matters of a captain''s building.';
drop index matter_parties; -- nobody asked: matters of a party are found through matter_party
create index matter_common_place on matter (district, place, filed_at desc, id desc) where building is null;
comment on index matter_common_place is 'Query: matters at the common places of a grid, which lie in none of its buildings.';

create function matter_search(sought text, sought_number text, communities uuid[], only_open boolean, of_category text, of_state text, of_compound uuid,
  before_at timestamptz, before_id uuid, take int)
returns setof uuid language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  here char(6) := app_district();
  scopes ltree[] := app_scopes();
  orgs uuid[] := app_orgs();
  audience text[] := app_audience();
  opened uuid[] := app_matters();
  plain boolean := lower(sought) = upper(sought);
begin
  if sought = '' or here = '' then return; end if;
  return query select m.id from matter m
    where m.district = here and m.community = any (communities)
      and (of_category is null or m.category = of_category) and (of_state is null or m.state = of_state)
      and (of_compound is null or m.compound = of_compound) and (not only_open or m.state not in ('closed', 'withdrawn'))
      and (before_at is null or (m.filed_at, m.id) < (before_at, before_id))
      and (m.number = sought_number or case when plain then position(sought in m.words) > 0 or position(sought in m.title) > 0
        else position(lower(sought) in lower(m.words)) > 0 or position(lower(sought) in lower(m.title)) > 0 end)
      and (m.id = any (opened) or (not m.closed_to && audience
        and (m.path <@ any (scopes) or m.compound_path <@ any (scopes) or m.parties && orgs)))
    order by m.filed_at desc, m.id desc limit take;
end $$;
comment on function matter_search(text, text, uuid[], boolean, text, text, uuid, timestamptz, uuid, int) is
  'Newest matters of some communities whose words, title or number hold a text: the policy matter_seen applied once and not row by row, which a test holds to it.';
revoke execute on function matter_search(text, text, uuid[], boolean, text, text, uuid, timestamptz, uuid, int) from public;
grant execute on function matter_search(text, text, uuid[], boolean, text, text, uuid, timestamptz, uuid, int) to linli_app;
