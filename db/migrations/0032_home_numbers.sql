-- A home's number within one community: building 3, room 1201 is there once, but in a whole district hundreds of times.

create index place_community_number on place (district, community, kind, building_no, room_no, unit_no);
comment on index place_community_number is 'Query: the buildings or homes of a community, and the home with a number in it.';
drop index place_community;
