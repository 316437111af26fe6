-- The rates of a street are added up of thousands of rows: the wall is applied once to what was asked for, and not row by row.

create function rate_sums(by_cut text, of_period char(7), communities text[], of_compound text, of_org uuid)
returns table (key text, ground text, visits int, reached int, solved int, satisfied int, basically int, unsatisfied int, unable int, explained int,
  unreached int, left_out int) language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  here char(6) := app_district();
  scopes ltree[] := app_scopes();
  own uuid[] := app_orgs();
  seen text[];
  whole boolean;
begin
  if here = '' then return; end if;
  select coalesce(array_agg(c.path), '{}') into seen from unnest(communities) c(path) where c.path::ltree <@ any (scopes);
  whole := cardinality(seen) = cardinality(communities);
  return query with cells as (
    select case when by_cut = 'community' then r.community when by_cut = 'compound' then r.compound when by_cut = 'category' then r.category end as word,
      case when by_cut = 'party' then r.org end as org, r.ground as ground, sum(r.visits)::int as v, sum(r.reached)::int as re, sum(r.solved)::int as so,
      sum(r.satisfied)::int as sa, sum(r.basically)::int as ba, sum(r.unsatisfied)::int as un, sum(r.unable)::int as ua, sum(r.explained)::int as ex,
      sum(r.unreached)::int as ur, sum(r.left_out)::int as lo
    from rate r where r.district = here and r.period = of_period and r.community = any (communities)
      and (whole or r.community = any (seen) or r.org = any (own))
      and (of_compound is null or r.compound = of_compound) and (of_org is null or r.org = of_org) group by 1, 2, 3)
  select coalesce(c.word, c.org::text), c.ground, c.v, c.re, c.so, c.sa, c.ba, c.un, c.ua, c.ex, c.ur, c.lo from cells c;
end $$;
comment on function rate_sums(text, char, text[], text, uuid) is
  'A month of some communities added up by community, compound, party or category: the policy rate_seen applied once, which a test holds to it.';
revoke execute on function rate_sums(text, char, text[], text, uuid) from public;
grant execute on function rate_sums(text, char, text[], text, uuid) to linli_app;
